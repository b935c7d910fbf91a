import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Pattern } from '#app/domain/scheduling/changes/lay-out-again.ts';
import type { Moved } from '#app/domain/scheduling/changes/term.ts';
import type { ClashingSession } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import { isBlocking, type ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, EnrolmentId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listPeopleAtCatchUps } from '#db/queries/catch-ups/people-at.ts';
import { listDaysOff } from '#db/queries/closures.ts';
import { findCohort, findMeetingPattern, listTeams } from '#db/queries/cohorts.ts';
import { listPeopleOf } from '#db/queries/families/kept-apart.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listChangeableSessions } from '#db/queries/schedule-changes.ts';
import { listSessions, type SessionRow } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import type { Alongside } from '../clashes/clash-finder.ts';
import { clashesWhenMoved } from '../clashes/list-clashes.ts';

export type TermToChange = NonNullable<ReturnType<typeof readTerm>>;

/** Everything that a change of a cohort's schedule is decided on; null when its sessions are not the actor's to change. */
export function readTerm({ content }: AppContext, db: Db, actor: Actor, cohortId: CohortId) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort || !mayOn(db, actor, 'write', 'session', cohortId)) return null;
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
		...listChangeableSessions(db, actor, cohortId),
	};
}

/** The sessions of the cohort that are for some of its people only, and have no place in the order of the plan. */
export function besideTheTerm({ booked, catchUps }: Pick<TermToChange, 'booked' | 'catchUps'>): readonly SessionRow[] {
	return [...booked, ...catchUps];
}

type NewTime = Pick<Moved, 'planNumber' | 'to'>;
type Moves = {
	readonly moves: readonly NewTime[];
	/** Those sessions of the cohort itself in whose way they may be. */
	readonly own: readonly SessionRow[];
	/** For whom alone the moved session is; null for the group’s. */
	readonly enrolmentId?: EnrolmentId | null;
	readonly alongside?: Alongside;
};

/** Every clash of these new times that nobody moves past, as far as the actor may read it (§2.9). */
export function listMoveClashes(
	context: AppContext,
	db: Db,
	actor: Actor,
	term: Pick<TermToChange, 'cohort' | 'team'>,
	{ moves, own, enrolmentId = null, alongside = new Map() }: Moves,
): readonly ShownClash[] {
	const days = [...new Set(moves.map(({ to }) => to.day))];
	const whose = enrolmentId === null ? {} : { people: [...listPeopleOf(db, [enrolmentId]).values()] };
	return clashesOn(context, db, actor, term, { days, own, whose, alongside })(moves);
}

type Stretch = Pick<Moves, 'own'> & {
	readonly days: readonly CalendarDay[];
	/** Who is expected and who delivers, where it is not everybody with a place and the team of the plan’s session. */
	readonly whose: Pick<ClashingSession, 'people' | 'team'>;
	readonly alongside?: Alongside;
};

/**
 * Tells of any times on these days what they would clash with, from one reading of what is there: the one place where a
 * change of the schedule asks the engine.
 */
export function clashesOn(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ cohort, team }: Pick<TermToChange, 'cohort' | 'team'>,
	{ days, own, whose, alongside = new Map() }: Stretch,
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
	const plan = { cohortId, side, venueId, roomId, onlineRoom, team, sessions: staying };
	const clashesOf = clashesWhenMoved(context, db, actor, plan, { days, own: { name, sessions: staying }, alongside });
	const idOf = new Map(listSessions(db, actor, [cohortId]).map(({ planNumber, id }) => [planNumber, id]));
	// Whoever stands in at a session goes with it, and a change of team holds from its day on (§2.10).
	const deliveredThen = ({ planNumber, to: time }: NewTime) => {
		const id = idOf.get(planNumber);
		const delivered = id ? teams.at({ id, cohortId, time }).team : undefined;
		return { planNumber, time, ...(delivered && { team: delivered }) };
	};
	return (moves) => {
		const sessions = moves.map((move) => ({ ...deliveredThen(move), ...whose }));
		return clashesOf(sessions).filter(isBlocking);
	};
}
