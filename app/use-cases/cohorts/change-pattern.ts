import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { replacePattern } from '#db/stores/schedule-changes.ts';
import { audited } from '../audit/audited.ts';
import { type Asked, saveMoves } from '../sessions/save-moves.ts';
import { type PatternDraft, type PatternRefusal, planPattern } from './plan-pattern.ts';

type PatternToSave = {
	readonly cohortId: CohortId;
	readonly draft: PatternDraft;
	readonly asked: Asked;
	/** Of the plan that the person looked at. */
	readonly fingerprint: string;
};

/**
 * Gives the cohort another meeting pattern and its sessions to come the dates that were shown. The plan is made anew:
 * refused, with that plan in the details, when it is no longer the one that was looked at, and when a date clashes. (§2.6)
 */
export function changePattern(
	context: AppContext,
	actor: Actor,
	{ cohortId, draft, asked, fingerprint }: PatternToSave,
): Outcome<CohortId, PatternRefusal | 'plan-changed' | 'clashes'> {
	const record = ['cohort', cohortId] as const;
	return audited(context, { actor, action: 'pattern-changed', record }, (tx, tell) => {
		const outcome = planPattern(context, tx, actor, { cohortId, draft });
		if (!outcome.done) return outcome;
		const planned = outcome.value;
		if (planned.fingerprint !== fingerprint) return refused('plan-changed', { planned });
		if (planned.change.clashes.length > 0) return refused('clashes', { planned });
		const { term, change } = planned;
		const { slots, skippedWeeks, runsOnBankHoliday, skipsSchoolHolidays, from } = draft;
		const hasBegun = term.term.some((session) => hasStarted(session, context.clock.now()));
		const earliestStart = hasBegun ? term.cohort.earliestStart : from;
		tell({ details: { moved: change.moves.length } });
		replacePattern(tx, cohortId, term.cohort.version, {
			slots,
			skippedWeeks: skippedWeeks.map(({ from: fromDay, to: toDay, label }) => ({ fromDay, toDay, label })),
			change: { runsOnBankHoliday, skipsSchoolHolidays, earliestStart },
		});
		saveMoves(context, tx, actor, { moves: change.moves, term: term.term, asked });
		return done(cohortId);
	});
}
