import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { findClashes } from '#app/domain/scheduling/clashes.ts';
import { type DayOff, type DayOffId, daysOffOf, isOff } from '#app/domain/scheduling/day-off.ts';
import {
	type MovedOut,
	type MovedSession,
	type MoveOutRefusal,
	moveOutOf,
} from '#app/domain/scheduling/move-out-of.ts';
import { type ShownClash, shownClashes } from '#app/domain/scheduling/shown-clashes.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Outcome } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listEveryDayOff } from '#db/queries/closures.ts';
import { listOccupyingCohorts, type OccupyingCohort } from '#db/queries/occupied-times.ts';
import { listMeetingsAhead, listTermsToMove, type TermToMove } from '#db/queries/terms-to-move.ts';

/** One cohort with sessions on the closed days, what moving out of them makes of it, and what that would clash with. */
export type CohortHit = {
	readonly term: TermToMove;
	/** How many of its sessions are on the closed days. */
	readonly hit: number;
	readonly outcome: Outcome<MovedOut, MoveOutRefusal>;
	readonly clashes: readonly ShownClash[];
};
/** `fingerprint` changes with whatever of the plan a person is shown. */
export type PlannedMovesOut = {
	readonly dayOff: DayOff;
	readonly cohorts: readonly CohortHit[];
	readonly fingerprint: string;
};

/**
 * What these days off hit among the cohorts whose sessions the actor may move, and where each could move to; stores
 * nothing. Clashes are those that there would be if the cohorts of `chosen` moved and no other; all of them when it is
 * left out. Null when there is no such day off or the actor may not read closures.
 */
export function planMovesOut(
	context: AppContext,
	db: Db,
	actor: Actor,
	dayOffId: DayOffId,
	chosen?: readonly CohortId[],
): PlannedMovesOut | null {
	const everyDayOff = listEveryDayOff(db, actor);
	const dayOff = everyDayOff.find(({ id }) => id === dayOffId);
	if (!dayOff) return null;
	const now = context.clock.now();
	const hit = listMeetingsAhead(db, actor, now, dayOff).filter(({ cohort }) => isOff(cohort, dayOff));
	const terms = listTermsToMove(db, actor, [...new Set(hit.map(({ cohortId }) => cohortId))]);
	const moved = terms.map((term) => {
		const programme = context.content.programmeOf(term.programme);
		const sessions = term.sessions.map((session) => ({
			...session,
			gapBeforeWeeks: planNumbered(programme, session.planNumber).gapBeforeWeeks,
		}));
		const off = daysOffOf(term.meets, everyDayOff, term.skippedWeeks);
		const own = hit.filter(({ cohortId }) => cohortId === term.id);
		return { term, hit: own.length, outcome: moveOutOf({ sessions, slots: term.slots, off, closed: dayOff, now }) };
	});
	const clashesOf = clashesBetween(
		db,
		actor,
		moved.filter(({ term }) => chosen?.includes(term.id) ?? true),
	);
	const cohorts = moved.map((one) => ({ ...one, clashes: clashesOf(one.term.id) }));
	const shown = JSON.stringify([dayOff, moved.map(({ term, outcome }) => [term.id, term.name, outcome])]);
	return { dayOff, cohorts, fingerprint: context.credentials.hashSecret(shown) };
}

type Moving = Pick<CohortHit, 'term' | 'outcome'>;

/** What each of these cohorts would clash with once all of them had moved. */
function clashesBetween(db: Db, actor: Actor, moving: readonly Moving[]): (id: CohortId) => readonly ShownClash[] {
	const movesOf = new Map(moving.map(({ term, outcome }) => [term.id, outcome.done ? outcome.value.moves : []]));
	const days = [...movesOf.values()]
		.flat()
		.flatMap(({ from, to }) => [from.day, to.day])
		.toSorted();
	const [first, last] = [days[0], days.at(-1)];
	if (!first || !last) return () => [];
	// A day more at each end: a session may run past midnight.
	const others = listOccupyingCohorts(db, actor, plusDays(first, -1), plusDays(last, 1)).map((other) =>
		afterMoving(other, movesOf.get(other.cohortId) ?? []),
	);
	const nameOf = (id: CohortId) => others.find(({ cohortId }) => cohortId === id)?.name ?? null;
	return (id) => {
		const term = moving.find((one) => one.term.id === id)?.term;
		const moves = movesOf.get(id) ?? [];
		if (!term || moves.length === 0) return [];
		const { side, roomId, team, meets } = term;
		const sessions = moves.map(({ planNumber, to }) => ({ planNumber, time: to }));
		const planned = { side, venueId: meets.venueId, roomId, team, sessions };
		return shownClashes(
			findClashes(
				planned,
				others.filter(({ cohortId }) => cohortId !== id),
			),
			nameOf,
		);
	};
}

function afterMoving(other: OccupyingCohort, moves: readonly MovedSession[]): OccupyingCohort {
	const to = new Map(moves.map((move) => [move.planNumber, move.to]));
	const sessions = other.sessions.map((session) => ({ ...session, time: to.get(session.planNumber) ?? session.time }));
	return { ...other, sessions };
}
