import { eq } from 'drizzle-orm';
import { CLOCK, type StaffActor } from '#app/domain/access/actor.ts';
import type { GapKind } from '#app/domain/gaps/gap-kinds.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { closeMendedGaps } from '#app/use-cases/gaps/close-mended-gaps.ts';
import { handGap, listGapHolders } from '#app/use-cases/gaps/hand-gap.ts';
import { readGaps } from '#app/use-cases/gaps/read-gaps.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A group in its third week, in which two sessions are held, logged and on the register: nothing is missing. */
export function givenGroup({ now = '2026-01-21T12:00:00Z' } = {}) {
	const context = testContext({ now: '2026-01-13T21:00:00Z' });
	const places = givenPlaces(context);
	const { areaId } = places;
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const tess = givenStaff(context, { name: 'Tess Vale' });
	const priya = givenStaff(context, { name: 'Priya Nair', roles: ['coordinator'], areaIds: [areaId] });
	const ruth = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const imani = givenStaff(context, {
		...{ name: 'Imani Cole', roles: ['partner-support'], areaIds: [areaId], sides: ['survivor'] },
	});
	const cohort = givenCohort(context, { ...places, team: [sam, tess] });
	const member = givenMember(context, cohort, { enrolledOn: '2026-01-12' });
	const group = { context, sam, tess, priya, ruth, imani, ...cohort, ...member };
	for (const number of [1, 2]) {
		context.setNow(`2026-01-${number === 1 ? 13 : 20}T21:00:00Z`);
		mark(group, cohort.sessionIds[number - 1]!);
		expectDone(log(group, sam, number));
	}
	context.setNow(now);
	return group;
}
export type Group = ReturnType<typeof givenGroup>;

export function mark({ context, enrolmentId }: Pick<Group, 'context' | 'enrolmentId'>, sessionId: SessionId): void {
	const { registerRows, sessions } = schema;
	const marked = { mark: 'attended', markedAt: context.clock.now() } as const;
	context.db.update(registerRows).set(marked).where(eq(registerRows.sessionId, sessionId)).run();
	context.db.update(sessions).set({ state: 'held' }).where(eq(sessions.id, sessionId)).run();
	expectDone(enrolmentId !== undefined);
}

type Said = {
	readonly leavesOutCore?: boolean;
	/** Nothing of the session was delivered. */
	readonly leavesOutAll?: boolean;
	readonly by?: readonly StaffActor[];
	readonly opened?: number;
	readonly short?: boolean;
};

/** Somebody logs a session of the plan: all as planned, but for the shortest core activity left out, or all a minute long. */
export function log({ context, sessionIds }: Group, who: StaffActor, number: number, said: Said = {}): boolean {
	const { leavesOutCore = false, leavesOutAll = false, by = [], opened = 0, short = false } = said;
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const { activities } = planNumbered(programme, number);
	const core = activities.filter((one) => one.core).toSorted((one, other) => one.minutes - other.minutes)[0]!;
	const entries = activities.map(({ key, minutes }) =>
		leavesOutAll || (leavesOutCore && key === core.key)
			? { activityKey: key, rating: 'not-delivered' as const, minutes: null, reason: 'No time' }
			: { activityKey: key, rating: 'as-intended' as const, minutes: short ? 1 : minutes, reason: null },
	);
	return recordDeliveryLog(context, who, {
		...{ sessionId: sessionIds[number - 1]!, entries, restAsPlanned: false, note: null, openedVersion: opened },
		deliveredBy: by.map(({ staffId }) => staffId),
	}).done;
}

/** The kinds of the open gaps that somebody sees, oldest first. */
export function seen(context: TestContext, who: StaffActor): GapKind[] {
	return readGaps(context, who).flatMap(({ kind, acceptance }) => (acceptance ? [] : [kind]));
}

/** Hands the one gap of this kind to whoever may have it first, as the lead; the id of its task. */
export function hand({ context }: Group, by: StaffActor, kind: GapKind) {
	const gap = readGaps(context, by).find((one) => one.kind === kind)!;
	const to = listGapHolders(context.db, gap)[0]!.staffId;
	const handed = { to, dueOn: calendarDay('2027-01-01'), words: null, version: gap.task?.version ?? 0 };
	expectDone(handGap(context, by, { key: gap.key, ...handed }).done);
	return stateOfTask(context, gap.key);
}

/** How the task of a gap stands after the clock has looked. */
export function stateOfTask(context: TestContext, key: string): () => string {
	return () => {
		closeMendedGaps(context, CLOCK);
		const tasks = context.db.select().from(schema.tasks).all();
		return tasks.findLast(({ cause }) => cause.startsWith(`gap ${key} `))!.state;
	};
}

export function expectDone(done: boolean): void {
	if (!done) throw new Error('The test could not set out: what it needs was refused.');
}
