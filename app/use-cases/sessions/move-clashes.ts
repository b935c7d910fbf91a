import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Moved } from '#app/domain/scheduling/changes/term.ts';
import type { ClashingSession } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { isBlocking, type ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type EnrolmentId, type SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listPeopleAtCatchUps } from '#db/queries/catch-ups/people-at.ts';
import { listPeopleOf } from '#db/queries/families/kept-apart.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listSessions, type SessionRow } from '#db/queries/sessions.ts';
import type { Alongside } from '../clashes/clash-finder.ts';
import { clashesWhenMoved } from '../clashes/list-clashes.ts';
import type { TermToChange } from './read-term.ts';

const NOT_MADE = asId<SessionId>('');

/** `from` is left out for a session that is booked anew. */
type NewTime = Pick<Moved, 'planNumber' | 'to'> & Partial<Pick<Moved, 'from'>>;
type Moves = {
	readonly moves: readonly NewTime[];
	/** Those sessions of the cohort itself in whose way they may be. */
	readonly own: readonly SessionRow[];
	/** For whom alone the moved session is; null for the group’s. */
	readonly enrolmentId?: EnrolmentId | null;
	readonly alongside?: Alongside;
	readonly standsAs?: StandsAs;
};

/**
 * Which session a new time of a plan is for, where it is not the one of the whole cohort: whoever stands in at it goes with
 * it. Null for one that is to be made, at which nobody stands in.
 */
type StandsAs = ReadonlyMap<number, SessionId | null>;

/** Every clash of these new times that nobody moves past, as far as the actor may read it (§2.9). */
export function listMoveClashes(
	context: AppContext,
	db: Db,
	actor: Actor,
	term: Pick<TermToChange, 'cohort' | 'programme' | 'team'>,
	{ moves, own, enrolmentId = null, ...more }: Moves,
): readonly ShownClash[] {
	const days = [...new Set(moves.map(({ to }) => to.day))];
	const whose = enrolmentId === null ? {} : { people: [...listPeopleOf(db, [enrolmentId]).values()] };
	return clashesOn(context, db, actor, term, { days, own, whose, ...more })(moves);
}

type Stretch = Pick<Moves, 'own'> & {
	readonly days: readonly CalendarDay[];
	/** Who is expected and who delivers, where it is not everybody with a place and the team of the plan’s session. */
	readonly whose: Pick<ClashingSession, 'people' | 'team'>;
	readonly alongside?: Alongside;
	readonly standsAs?: StandsAs;
};

/**
 * Tells of any times on these days what they would clash with, from one reading of what is there: the one place where a
 * change of the schedule asks the engine.
 */
export function clashesOn(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ cohort, programme, team }: Pick<TermToChange, 'cohort' | 'programme' | 'team'>,
	{ days, own, whose, alongside = new Map(), standsAs = new Map() }: Stretch,
): (moves: readonly NewTime[]) => readonly ShownClash[] {
	const { id: cohortId, name, side, venueId, roomId, onlineRoom } = cohort;
	const personOf = listPeopleOf(
		db,
		own.flatMap(({ enrolmentId }) => enrolmentId ?? []),
	);
	const atCatchUps = listPeopleAtCatchUps(db, own);
	const peopleAt = ({ id, enrolmentId }: SessionRow) => {
		const people = enrolmentId ? [personOf.get(enrolmentId)!] : atCatchUps.get(id);
		return people ? { people } : {};
	};
	const teams = teamsOf(db, [cohortId]);
	const staying = own.map((session) => ({ ...teams.at(session), ...peopleAt(session) }));
	const plan = { cohortId, programme, side, venueId, roomId, onlineRoom, team, sessions: staying };
	const mayDeliver = [...teams.names(cohortId).keys()];
	const stretch = { days, own: { name, sessions: staying }, alongside, mayDeliver };
	const clashesOf = clashesWhenMoved(context, db, actor, plan, stretch);
	const idOf = new Map(listSessions(db, actor, [cohortId]).map(({ planNumber, id }) => [planNumber, id]));
	// Whoever stands in at a session goes with it, and a change of team holds from its day on (§2.10).
	const deliveredAt = (planNumber: number, time: SessionTime) => {
		const id = standsAs.has(planNumber) ? standsAs.get(planNumber) : idOf.get(planNumber);
		const delivered = teams.at({ id: id ?? NOT_MADE, cohortId, time }).team;
		return { planNumber, time, ...(delivered && { team: delivered }) };
	};
	return (moves) => {
		const moved = moves.map(({ planNumber, from, to }) => ({
			from: from ? deliveredAt(planNumber, from) : null,
			to: { ...deliveredAt(planNumber, to), ...whose },
		}));
		return clashesOf(moved).filter(isBlocking);
	};
}
