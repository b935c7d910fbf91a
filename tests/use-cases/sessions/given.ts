import { and, asc, eq } from 'drizzle-orm';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { MoveScope } from '#app/domain/scheduling/changes/move-session.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { moveSession } from '#app/use-cases/sessions/move-session.ts';
import { planSessionMove } from '#app/use-cases/sessions/plan-move.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

export const ASKED = { askedBy: 'service', why: 'The hall is flooded' } as const;

/** Six Tuesdays from 13 January 2026, arranged by a coordinator, with one member; it is the Monday before. */
export function givenTerm(now = '2026-01-12T12:00:00Z') {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const cohort = givenCohort(context, { ...places, team: [sam], sessionCount: 6 });
	context.db
		.insert(schema.meetingSlots)
		.values({ cohortId: cohort.cohortId, weekday: 'tuesday', startTime: clockTime('18:30') })
		.run();
	const member = givenMember(context, cohort);
	return { context, places, coordinator, sam, ...cohort, ...member };
}
export type Term = ReturnType<typeof givenTerm>;

type Move = {
	readonly day: string;
	readonly startTime?: string;
	readonly lengthMinutes?: number;
	readonly scope?: MoveScope;
};

const chosen = ({ day, startTime = '18:30', lengthMinutes = 120 }: Move) => ({
	day: calendarDay(day),
	startTime: clockTime(startTime),
	lengthMinutes,
});

export function lookAt(context: TestContext, actor: StaffActor, sessionId: SessionId, move: Move) {
	return planSessionMove(context, context.db, actor, { sessionId, to: chosen(move) });
}

/** Looks at the move and saves what was seen. */
export function moveAs(context: TestContext, actor: StaffActor, sessionId: SessionId, move: Move) {
	const planned = lookAt(context, actor, sessionId, move);
	if (!planned.done) return planned;
	const { fingerprint } = planned.value;
	const scope = move.scope ?? 'one';
	return moveSession(context, actor, { sessionId, to: chosen(move), scope, asked: ASKED, fingerprint });
}

/** Every session of the cohort's own, as `3 2026-01-27 18:30 scheduled`. */
export function datesOf(context: TestContext, cohortId: CohortId): string[] {
	const { sessions } = schema;
	return context.db
		.select()
		.from(sessions)
		.where(and(eq(sessions.cohortId, cohortId)))
		.orderBy(asc(sessions.planNumber), asc(sessions.startsAt))
		.all()
		.map(({ planNumber, day, startTime, state }) => `${planNumber} ${day} ${startTime} ${state}`);
}

export function sessionOf(context: TestContext, id: SessionId) {
	return context.db.select().from(schema.sessions).where(eq(schema.sessions.id, id)).get()!;
}
