import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Pattern } from '#app/domain/scheduling/changes/lay-out-again.ts';
import type { Moved } from '#app/domain/scheduling/changes/term.ts';
import { findClashes } from '#app/domain/scheduling/clashes.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import { type ShownClash, shownClashes } from '#app/domain/scheduling/shown-clashes.ts';
import { type CalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listDaysOff } from '#db/queries/closures.ts';
import { findCohort, findMeetingPattern, listTeams } from '#db/queries/cohorts.ts';
import { listOccupyingCohorts, type OccupyingCohort } from '#db/queries/occupied-times.ts';
import { listChangeableSessions } from '#db/queries/schedule-changes.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';

export type TermToChange = NonNullable<ReturnType<typeof readTerm>>;

/**
 * Everything that a change of a cohort's schedule is decided on; null when it is not the actor's to change, by what they
 * may write of it: its sessions, or for what a facilitator takes back their registers.
 */
export function readTerm(
	{ content }: AppContext,
	db: Db,
	actor: Actor,
	cohortId: CohortId,
	record: 'session' | 'register' = 'session',
) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort || !mayOn(db, actor, 'write', record, cohortId)) return null;
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohort;
	const { slots, skippedWeeks } = findMeetingPattern(db, cohortId);
	const { runsOnBankHoliday, skipsSchoolHolidays } = cohort;
	const { bankHolidays, closures, schoolHolidays } = listDaysOff(db, actor, { ...cohort, schoolsOf: cohort.areaId });
	const leftOut = { closures, schoolHolidays: skipsSchoolHolidays ? schoolHolidays : [], skippedWeeks };
	const pattern: Pattern = { slots, off: { bankHolidays, runsOnBankHoliday, ...leftOut } };
	return {
		cohort,
		programme: content.programmeOf({ slug, version, variant }),
		team: listTeams(db, [cohortId]).map(({ staffId }) => staffId),
		pattern,
		/** Of its area, whether it leaves them out or not. */
		schoolHolidays,
		...listChangeableSessions(db, actor, cohortId, record),
	};
}

type InTheWay = Pick<Session, 'planNumber' | 'time' | 'state'>;
type NewTime = Pick<Moved, 'planNumber' | 'to'>;

/**
 * Every clash of these new times with other cohorts, and with those sessions of the cohort itself that are named, as far
 * as the actor may read it (§2.9).
 */
export function listMoveClashes(
	db: Db,
	actor: Actor,
	term: Pick<TermToChange, 'cohort' | 'team'>,
	{ moves, own, alongside = new Map() }: { readonly moves: readonly NewTime[] } & Omit<Stretch, 'from' | 'to'>,
): readonly ShownClash[] {
	const together = [...alongside.values()].flat().flatMap(({ from, to }) => [from?.day ?? to.day, to.day]);
	const days = [...moves.map(({ to }) => to.day), ...together].toSorted();
	const [from, to] = [days[0], days.at(-1)];
	return from && to ? clashesBetween(db, actor, term, { from, to, own, alongside })(moves) : [];
}

/** What other cohorts move in the same step: their new times are in the way, no longer the ones that they have. */
export type Alongside = ReadonlyMap<CohortId, readonly Moved[]>;

type Stretch = {
	readonly from: CalendarDay;
	readonly to: CalendarDay;
	readonly own: readonly InTheWay[];
	readonly alongside?: Alongside;
};

/**
 * Tells of any times on these days what they would clash with, from one reading of what is there: the one place where a
 * change of the schedule asks the engine.
 */
export function clashesBetween(
	db: Db,
	actor: Actor,
	{ cohort, team }: Pick<TermToChange, 'cohort' | 'team'>,
	{ from, to, own, alongside = new Map() }: Stretch,
): (moves: readonly NewTime[]) => readonly ShownClash[] {
	const { side, venueId, roomId } = cohort;
	const place = { side, venueId, roomId, team };
	// A day more at each end: a session may run past midnight.
	const occupying = listOccupyingCohorts(db, actor, plusDays(from, -1), plusDays(to, 1));
	const others = occupying
		.filter(({ cohortId }) => cohortId !== cohort.id)
		.map((other) => ({ ...other, sessions: afterMoving(other, alongside.get(other.cohortId) ?? []) }));
	const all = [...others, { ...place, cohortId: cohort.id, name: cohort.name, sessions: own }];
	return (moves) => {
		const sessions = moves.map(({ planNumber, to: time }) => ({ planNumber, time }));
		const clashes = findClashes({ ...place, sessions }, all);
		return shownClashes(clashes, (id) => all.find(({ cohortId }) => cohortId === id)?.name ?? null);
	};
}

function afterMoving({ sessions }: OccupyingCohort, moves: readonly NewTime[]): OccupyingCohort['sessions'] {
	const moved = moves.map(({ planNumber, to: time }) => ({ planNumber, time }));
	const movedPlans = new Set(moves.map(({ planNumber }) => planNumber));
	return [...sessions.filter(({ planNumber }) => !movedPlans.has(planNumber)), ...moved];
}
