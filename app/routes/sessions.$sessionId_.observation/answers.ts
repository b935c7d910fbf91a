import type { ItemFault } from '#app/domain/observations/observation.ts';
import type { ObservationForm } from '#app/domain/observations/observation-form.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { formErrors, type SentForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { formatInstant } from '#app/ui/format.ts';
import { scoreInWords } from '#app/ui/observations/score-words.ts';
import type { OwnObservation } from '#db/queries/observations/session-observations.ts';
import { fieldOf, type SentObservation } from './form.ts';

/** The form of no observation’s page: something in it cannot have come from one. */
export const BROKEN_FORM = 'The page was sent incomplete, so nothing was saved. Check the scores below and save again';

const SENTENCES: RefusalSentences = {
	'session-cancelled': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'Nothing was saved: it is recorded that this session did not go ahead',
	}),
	'session-not-started': () => ({
		field: 'form',
		sentence: 'Nothing was saved: the observation opens when the session starts',
	}),
	'nothing-scored': () => ({ field: 'form', sentence: 'Score at least one item before you submit' }),
	'on-the-team': () => ({
		...{ field: 'form', status: 409 },
		sentence:
			'Nothing was saved: you have a part in this session yourself by now. Tell a lead, who finds another observer',
	}),
};

type Asked = { readonly sent: SentForm; readonly read: SentObservation; readonly form: ObservationForm };

/** The page again with everything typed and why nothing was saved; 404 when it is not the actor’s to write. */
export function answerObservationRefusal(refusal: Refused, asked: Asked): Response {
	const { values } = asked.sent;
	if (refusal.code === 'faulty-scores') return answerFaults(refusal.details.faults as readonly ItemFault[], asked);
	if (refusal.code === 'changed-meanwhile') {
		const stands = refusal.details.stands as OwnObservation['versions'][number] | undefined;
		return formErrors(
			{ values: { ...values, version: String(stands?.version ?? 0) }, errors: differences(stands, asked) },
			409,
		);
	}
	return answerRefusal(refusal, { values, errors: {} }, SENTENCES);
}

function answerFaults(faults: readonly ItemFault[], { sent, form }: Asked): Response {
	const errors: Record<string, string> = {};
	for (const { itemKey } of faults) {
		const item = form.items.find(({ key }) => key === itemKey);
		if (item) errors[fieldOf(itemKey)] = `Choose one of the descriptions for “${item.title}”`;
		else errors.form = BROKEN_FORM;
	}
	return formErrors({ values: sent.values, errors });
}

/** What one’s other window saved, item by item where it differs from what is on this page. */
function differences(stands: OwnObservation['versions'][number] | undefined, { read, form }: Asked) {
	const errors: Record<string, string> = {
		form: 'You saved another version of this observation in another window. Saving again puts what is below in its place',
	};
	if (!stands) return errors;
	for (const item of form.items) {
		const typed = read.entries.find(({ itemKey }) => itemKey === item.key)?.score ?? null;
		const saved = stands.scores.find(({ itemKey }) => itemKey === item.key)?.score ?? null;
		if (typed === saved) continue;
		const words = scoreInWords(item, stands.scores);
		errors[fieldOf(item.key)] = `“${item.title}” was saved on ${formatInstant(stands.savedAt)} as: ${words}`;
	}
	for (const [name, label] of Object.entries({ strengths: 'well', nextSteps: 'next', note: 'for the leads' })) {
		const saved = stands[name as 'note'];
		if (saved !== read.texts[name as 'note'])
			errors[name] = `Saved in the other window (${label}): ${saved ?? 'nothing'}`;
	}
	return errors;
}
