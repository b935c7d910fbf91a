import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { planPatternChange } from '#app/domain/scheduling/changes/change-pattern.ts';
import type { LayOutRefusal } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Closure, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { hasHadMembers } from '#db/queries/schedule-changes.ts';
import { refuseAsking } from '../clashes/slot-refusals.ts';
import { listMoveClashes } from '../sessions/move-clashes.ts';
import type { LookedAt } from '../sessions/plan-move.ts';
import { besideTheTerm, readTerm, type TermToChange } from '../sessions/read-term.ts';

/** Another meeting pattern, as the coordinator entered it. */
export type PatternDraft = {
	readonly slots: readonly Slot[];
	readonly skippedWeeks: readonly Closure[];
	readonly runsOnBankHoliday: boolean;
	/** It leaves out the school holidays of its area. */
	readonly skipsSchoolHolidays: boolean;
	/** No session of the new pattern is before this day. */
	readonly from: CalendarDay;
};

export type PatternPlanned = {
	readonly term: TermToChange;
	readonly change: LookedAt;
	/** Changes with whatever of it a person was shown. */
	readonly fingerprint: string;
};
export type PatternRefusal = 'not-found' | LayOutRefusal | 'out-of-order' | 'too-many-slots';

/**
 * Lays the plans still to be delivered over another pattern; saves nothing, so that a person can look first (§2.6).
 * Refused to who asks too often.
 */
export function planPattern(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ cohortId, draft }: { readonly cohortId: CohortId; readonly draft: PatternDraft },
): Outcome<PatternPlanned, PatternRefusal> {
	const term = readTerm(context, db, actor, cohortId);
	if (!term) return refused('not-found');
	const waits = refuseAsking(context, db, actor);
	if (waits) return waits;
	const { slots, skippedWeeks, runsOnBankHoliday, from } = draft;
	const schoolHolidays = draft.skipsSchoolHolidays ? term.schoolHolidays : [];
	const planned = planPatternChange({
		term: term.term,
		plans: term.programme.plans,
		slots,
		off: { ...term.pattern.off, schoolHolidays, skippedWeeks, runsOnBankHoliday },
		from,
		hasHadMembers: hasHadMembers(db, cohortId),
		now: context.clock.now(),
	});
	if (!planned.done) return planned;
	const clashes = listMoveClashes(context, db, actor, term, { ...planned.value, own: besideTheTerm(term) });
	const change = { ...planned.value, clashes };
	const versions = term.term.map(({ id, version }) => [id, version]);
	const shown = JSON.stringify([cohortId, term.cohort.version, draft, change, versions]);
	return done({ term, change, fingerprint: context.credentials.hashSecret(shown) });
}
