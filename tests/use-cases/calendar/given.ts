import { eq } from 'drizzle-orm';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { instantOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { setCalendarInvitations } from '#app/use-cases/calendar/set-calendar-invitations.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A facilitator who wants invitations, on the team of a cohort that meets on Tuesdays at half past six across a clock change. */
export function givenInvited({ file, sessionCount = 2 }: { file?: string; sessionCount?: number } = {}) {
	const context = testContext({ file });
	const { areaId, venueId } = givenPlaces(context);
	const sam = givenStaff(context);
	const kim = givenStaff(context, { name: 'Kim Mensah' });
	const cohort = givenCohort(context, {
		...{ areaId, venueId, sessionCount, team: [sam, kim], name: 'Tuesday dads', firstDay: '2026-03-24' },
	});
	setCalendarInvitations(context, sam, true);
	return { context, areaId, venueId, sam, kim, ...cohort };
}

/** Every calendar invitation there is, in the order in which they were planned. */
export function invitationsOf({ db }: TestContext) {
	return db.select().from(schema.calendarInvitations).orderBy(schema.calendarInvitations.id).all();
}

/** What stands in each: `request 0 sent`. */
export function statesOf(context: TestContext, id?: SessionId): string[] {
	return invitationsOf(context)
		.filter(({ sessionId }) => id === undefined || sessionId === id)
		.map(({ method, sequence, state }) => `${method} ${sequence} ${state}`);
}

/** Changes a session as rescheduling and cancelling do: its sequence goes up with it. */
export function change(context: TestContext, id: SessionId, to: Partial<typeof schema.sessions.$inferInsert>): void {
	const { sequence } = context.db.select().from(schema.sessions).where(eq(schema.sessions.id, id)).get()!;
	const changed = { ...to, sequence: sequence + 1, changedAt: context.clock.now() };
	context.db.update(schema.sessions).set(changed).where(eq(schema.sessions.id, id)).run();
}

export function moveTo(context: TestContext, id: SessionId, day: string): void {
	const startsAt = instantOf(calendarDay(day), clockTime('18:30'))!;
	change(context, id, { day: calendarDay(day), startsAt, endsAt: plusMinutes(startsAt, 120) });
}

export function cancel(context: TestContext, id: SessionId): void {
	change(context, id, { state: 'cancelled', stateReason: 'snow' });
}
