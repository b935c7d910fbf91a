import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type BookingRefusal, mayBeBooked } from '#app/domain/attendance/catch-ups.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import type { ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { clashesOn } from '../sessions/move-clashes.ts';
import { besideTheTerm } from '../sessions/read-term.ts';
import type { CatchUpPlan } from './read-catch-up-plan.ts';

type Wanted = { readonly day: CalendarDay; readonly lateBecause: string | null };
type People = CatchUpPlan['people'];

/** Refuses a catch-up on this day when one of these people may not be booked (details: `name`); null when all may. (§5.8) */
export function refusePeople(
	plan: CatchUpPlan,
	chosen: People,
	{ day, lateBecause }: Wanted,
): Refused<BookingRefusal> | null {
	const overridesExpiry = plan.mayOverride && lateBecause !== null;
	for (const { catchUps, name } of chosen) {
		const wanted = { planNumber: plan.session.planNumber, day, overridesExpiry };
		const ruled = mayBeBooked(catchUps, wanted, plan.term.programme.thresholds);
		if (!ruled.done) return refused(ruled.code, { ...ruled.details, name });
	}
	return null;
}

type Asked = {
	readonly plan: CatchUpPlan;
	readonly chosen: People;
	readonly time: SessionTime;
	readonly team: readonly StaffId[];
};

/** What a catch-up for these people with these facilitators clashes with, as far as the actor may read it. */
export function catchUpClashes(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{ plan, chosen, time, team }: Asked,
): readonly ShownClash[] {
	const { term, session } = plan;
	const whose = { people: chosen.map(({ personId }) => personId), team };
	const own = [...term.term, ...besideTheTerm(term)];
	const clashesOf = clashesOn(context, tx, actor, term, { days: [time.day], own, whose });
	return clashesOf([{ planNumber: session.planNumber, to: time }]);
}
