import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { pairBySides } from '#app/domain/pairs/by-sides.ts';
import { sentenceOutOfStep, stepsOf } from '#app/domain/pairs/step.ts';
import { teamsOverlap } from '#app/domain/people/both-sides.ts';
import { areOpposed } from '#app/domain/people/family.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { LaidOutSession } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Closure } from '#app/domain/scheduling/meeting-pattern.ts';
import { type CalendarDay, mondayOf } from '#app/domain/shared/calendar-day.ts';
import type { AreaId, CohortId, StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findMeetingPattern } from '#db/queries/cohorts.ts';
import { findPair } from '#db/queries/families/cohort-pairs.ts';
import { listStaffOfCohort } from '#db/queries/families/staff-on-sides.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { insertCohortPair } from '#db/stores/families.ts';

/** What a cohort that is laid out in step takes over from the one whose linked cohort it will be. */
export type InStepStart = {
	readonly cohort: { readonly id: CohortId; readonly name: string; readonly side: Side; readonly areaId: AreaId };
	readonly places: number;
	/** The Monday of the week in which the other begins; null while none of its sessions has a date. */
	readonly earliestStart: CalendarDay | null;
	readonly skippedWeeks: readonly Closure[];
	readonly runsOnBankHoliday: boolean;
};

/** Where the linked cohort of this one starts from; null when it is linked already, or not the actor's to link (§2.12). */
export function readInStepStart({ db }: AppContext, actor: Actor, cohortId: CohortId): InStepStart | null {
	const pair = findPair(db, actor, cohortId);
	if (!pair || pair.linked) return null;
	const { id, name, side, areaId, places, runsOnBankHoliday } = pair.cohort;
	const days = listSessions(db, actor, [cohortId]).flatMap(({ time }) => time?.day ?? []);
	const first = days.toSorted()[0];
	const { skippedWeeks } = findMeetingPattern(db, cohortId);
	return {
		cohort: { id, name, side, areaId },
		places,
		earliestStart: first ? mondayOf(first) : null,
		skippedWeeks,
		runsOnBankHoliday,
	};
}

type InStep = {
	readonly cohortId: CohortId;
	readonly side: Side;
	readonly team: readonly StaffId[];
	readonly sessions: readonly LaidOutSession[];
};
export type InStepRefusal = 'unknown-pair' | 'both-sides';

/**
 * Holds a new cohort to the one that it is to be linked with: answers with a sentence for the plans that lie in different
 * weeks, null when there are none. Refused when that cohort cannot be linked with this side any more, and when somebody of
 * the team works with it.
 */
export function holdInStep(
	{ clock }: AppContext,
	db: Db,
	actor: Actor,
	planned: InStep,
): Outcome<string | null, InStepRefusal> {
	const pair = findPair(db, actor, planned.cohortId);
	if (!pair || pair.linked || !areOpposed(pair.cohort.side, planned.side)) return refused('unknown-pair');
	const { cohortId, sessions, side } = planned;
	const team = planned.team.map((staffId) => ({ staffId, side }));
	if (teamsOverlap(team, listStaffOfCohort(db, cohortId))) return refused('both-sides');
	const own = sessions.map(({ planNumber, time }) => ({ planNumber, time, state: 'scheduled' as const }));
	return done(sentenceOutOfStep(stepsOf(own, listSessions(db, actor, [cohortId]), clock.now())));
}

type Linked = { readonly own: { readonly id: CohortId; readonly side: Side }; readonly otherId: CohortId };

/** Links a cohort that was just laid out with the other; call it in the transaction that has held them in step. */
export function linkLaidOut({ clock }: AppContext, tx: Db, actor: Actor, { own, otherId }: Linked): void {
	if (actor.kind !== 'staff') throw new Error('Only a member of staff links cohorts');
	insertCohortPair(tx, { ...pairBySides(own, otherId), linkedBy: actor.staffId, linkedAt: clock.now() });
}
