import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { type DayOff, type DayOffId, isOff } from '#app/domain/scheduling/day-off.ts';
import { type MovedOut, type MoveOutRefusal, moveOutOf } from '#app/domain/scheduling/move-out-of.ts';
import type { ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listEveryDayOff } from '#db/queries/closures.ts';
import { listMeetingsAhead } from '#db/queries/days-off/meetings-ahead.ts';
import type { Alongside } from '../clashes/clash-finder.ts';
import { refuseAsking } from '../clashes/slot-refusals.ts';
import { listMoveClashes } from '../sessions/move-clashes.ts';
import { besideTheTerm, readTerm, type TermToChange } from '../sessions/read-term.ts';

/** One cohort with sessions on the closed days, what moving out of them makes of it, and what that would clash with. */
export type CohortHit = {
	readonly term: TermToChange;
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
 * left out. Refused when there is no such day off or the actor may not read closures, and to whoever
 * asked for too many slots (`refuseAsking`).
 */
export function planMovesOut(
	context: AppContext,
	db: Db,
	actor: Actor,
	dayOffId: DayOffId,
	chosen?: readonly CohortId[],
): Outcome<PlannedMovesOut, 'not-found' | 'too-many-slots'> {
	const everyDayOff = listEveryDayOff(db, actor);
	const dayOff = everyDayOff.find(({ id }) => id === dayOffId);
	if (!dayOff) return refused('not-found');
	const waits = refuseAsking(context, db, actor);
	if (waits) return waits;
	const now = context.clock.now();
	const ahead = listMeetingsAhead(db, actor, now, dayOff).filter(({ cohort }) => isOff(cohort, dayOff));
	const hitOf = Map.groupBy(ahead, ({ cohortId }) => cohortId);
	const moving = [...hitOf].flatMap(([cohortId, hit]) => {
		const term = readTerm(context, db, actor, cohortId);
		return term ? [{ term, hit: hit.length, outcome: movedOut(term, dayOff, now) }] : [];
	});
	const together = moving.filter(({ term }) => chosen?.includes(term.cohort.id) ?? true);
	const alongside = new Map(together.map(({ term, outcome }) => [term.cohort.id, movesOf(outcome)]));
	const cohorts = moving.map((one) => ({ ...one, clashes: clashesOf(context, db, actor, { ...one, alongside }) }));
	const shown = moving.map(({ term, outcome }) => [term.cohort.id, term.cohort.name, outcome]);
	return done({ dayOff, cohorts, fingerprint: context.credentials.hashSecret(JSON.stringify([dayOff, shown])) });
}

function movedOut({ term, booked, catchUps, programme, pattern }: TermToChange, closed: DayOff, now: Instant) {
	const sessions = [...term, ...booked, ...catchUps].map((session) => ({
		...session,
		gapBeforeWeeks: planNumbered(programme, session.planNumber).gapBeforeWeeks,
	}));
	return moveOutOf({ sessions, ...pattern, closed, now });
}

function movesOf(outcome: CohortHit['outcome']) {
	return outcome.done ? outcome.value.moves : [];
}

type Moving = Omit<CohortHit, 'clashes'> & { readonly alongside: Alongside };

/** What the cohort's new times would clash with once all of those that move together had moved. */
function clashesOf(context: AppContext, db: Db, actor: Actor, { term, outcome, alongside }: Moving) {
	if (!alongside.has(term.cohort.id)) return [];
	return listMoveClashes(context, db, actor, term, { moves: movesOf(outcome), own: besideTheTerm(term), alongside });
}
