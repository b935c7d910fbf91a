import type { Refused } from '#app/domain/shared/outcome.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { answerRefusal, type RefusalSentences } from './refusal.ts';
import { answerStale } from './stale.ts';

/** What everybody reads who may know of families; whom it is about stays unsaid (docs/security.md). */
const BOTH_SIDES =
	'Somebody would work with both sides of this family. Ask a lead to change the team or the worker first';

const STALE =
	'Somebody changed this family while you had it open. Look at it again, then save to put your change into it';

/** Answers a refused change of a family: 409 with the version that stands when somebody else was first. */
export function answerFamilyRefusal(refusal: Refused, form: FormState, sentences: RefusalSentences = {}): Response {
	if (refusal.code === 'changed-meanwhile') return answerStale(form, Number(refusal.details.version), STALE);
	return answerRefusal(refusal, form, {
		'both-sides': () => ({ field: 'form', sentence: BOTH_SIDES }),
		'unknown-worker': () => ({
			field: 'worker',
			sentence: 'Choose a worker from the list. The one that you chose does not work in this area any more',
		}),
		...sentences,
	});
}
