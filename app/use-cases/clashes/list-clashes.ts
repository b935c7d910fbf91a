import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Clash, daysAround } from '#app/domain/scheduling/clashes.ts';
import { isOfItsTime } from '#app/domain/scheduling/clashing/clash-kinds.ts';
import { type ClashingSession, standing } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import type { ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { type Alongside, clashFinder, membersOf, type PlanToCheck, type Stretch } from './clash-finder.ts';

/**
 * Every clash of these sessions with everything that stands, as the actor may read it: planning, moving, covering,
 * catching up and giving a place all ask here. What they may not know the cause of reads alike (`isNeutral`), and is
 * counted by who asks (`countSlotRefusal`).
 */
export function listClashes(context: AppContext, db: Db, actor: Actor, plan: PlanToCheck): readonly ShownClash[] {
	return listClashesAbout(context, db, actor, plan, null);
}

/** The same, but only what concerns this person: for giving them a place. */
export function listClashesAbout(
	context: AppContext,
	db: Db,
	actor: Actor,
	plan: PlanToCheck,
	about: PersonId | null,
): readonly ShownClash[] {
	const days = daysOf(plan.sessions);
	if (days.length === 0) return [];
	const members = membersOf(db, plan);
	const { find, show } = clashFinder(context, db, actor, plan, { members, days, about });
	const found = find(plan.sessions);
	return show(about ? found.filter((clash) => concerns(clash, about)) : found);
}

type Moving = {
	/** The days on which the sessions may come to be; read once. */
	readonly days: readonly CalendarDay[];
	/** Sessions of the cohort itself that stay where they are, under its name. */
	readonly own: NonNullable<Stretch['own']>;
	readonly alongside?: Alongside;
	/** Everybody who may deliver one of the sessions, at any time. */
	readonly mayDeliver: Stretch['mayDeliver'];
};

/** A session at the time that it has, null where it is booked anew, and at one that it may have. */
export type MovedSession = { readonly from: ClashingSession | null; readonly to: ClashingSession };

/**
 * Tells of any times of a cohort’s sessions what they would clash with, from one reading of what is there: for sessions
 * that stand already, so that what is true of them at every time is no reason against another one; nor is it that nobody
 * accredited delivers a session, where nobody does at the time that it has (decision 0014).
 */
export function clashesWhenMoved(
	context: AppContext,
	db: Db,
	actor: Actor,
	plan: PlanToCheck & { readonly cohortId: CohortId },
	{ days, own, alongside = new Map(), mayDeliver }: Moving,
): (sessions: readonly MovedSession[]) => readonly ShownClash[] {
	const members = membersOf(db, plan);
	const around = [...new Set(days.flatMap((day) => daysAround({ time: { day } })))];
	const stretch = { members, days: around, about: null, own, alongside, mayDeliver };
	const { find, show, isNobodyThere } = clashFinder(context, db, actor, plan, stretch);
	return (moved) => {
		const unaccredited = moved.flatMap(({ from }) => (from && isNobodyThere(from) ? [from.planNumber] : []));
		const isNew = ({ kind, planNumber }: Clash) => kind !== 'nobody-accredited' || !unaccredited.includes(planNumber);
		// A catch-up is a group of its own: two who are kept apart in the cohort are not put into it together (safety.md §2.3).
		const groups = moved.filter(({ from, to }) => from === null && (to.people?.length ?? 0) > 1);
		const isOfGroup = ({ kind, planNumber }: Clash) =>
			kind === 'may-not-meet-in-cohort' && groups.some(({ to }) => to.planNumber === planNumber);
		return show(
			find(moved.map(({ to }) => to)).filter((clash) => isOfGroup(clash) || (isOfItsTime(clash) && isNew(clash))),
		);
	};
}

function daysOf(sessions: readonly ClashingSession[]): readonly CalendarDay[] {
	return sessions.map(standing).flatMap((session) => (session ? daysAround(session) : []));
}

function concerns(clash: Clash, person: PersonId): boolean {
	if ('people' in clash) return clash.people.includes(person);
	return 'personId' in clash && clash.personId === person;
}
