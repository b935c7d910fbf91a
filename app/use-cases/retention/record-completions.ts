import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayComplete } from '#app/domain/attrition/judge-completion.ts';
import type { CohortId, EnrolmentId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { updateEnrolment } from '#db/stores/cohorts.ts';
import { audited } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';
import { keepLadder } from '../tasks/keep-ladder.ts';
import { reviewCompletions } from './review-completions.ts';

type Completions = { readonly cohortId: CohortId; readonly chosen: readonly EnrolmentId[] };
type Refusal = 'not-found' | 'nobody-chosen' | 'no-longer-open' | 'rule-not-met';

/**
 * Records that these people completed, because somebody says so. All of them or none: refused for somebody whose place has
 * ended meanwhile, and for somebody who has not received what the programme asks for, or has a session ahead (§3.1, §7.8).
 * What their absences had opened is closed.
 */
export function recordCompletions(
	context: AppContext,
	actor: Actor,
	{ cohortId, chosen }: Completions,
): Outcome<number, Refusal> {
	const record = ['cohort', cohortId] as const;
	return audited(context, { actor, action: 'completion-recorded', record }, (tx, tell): Outcome<number, Refusal> => {
		const review = reviewCompletions({ ...context, db: tx }, actor, cohortId);
		if (!review) return refused('not-found');
		const ids = [...new Set(chosen)];
		if (ids.length === 0) return refused('nobody-chosen');
		const people = ids.map((id) => review.people.find(({ enrolmentId }) => enrolmentId === id));
		const found = people.filter((person) => person !== undefined);
		if (found.length < ids.length) return refused('no-longer-open');
		tell({ people: found.map(({ personId }) => personId) });
		const short = found.find(({ judgement }) => !mayComplete(judgement));
		if (short) return refused('rule-not-met', { name: short.name });
		for (const { enrolmentId, version } of found) updateEnrolment(tx, enrolmentId, version, { state: 'completed' });
		keepLadder(context, tx, actor, { enrolmentIds: ids });
		replan(context, tx, { cohortId });
		return done(found.length);
	});
}
