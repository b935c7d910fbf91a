import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { acceptGap } from '#app/use-cases/gaps/accept-gap.ts';
import { closeMendedGaps } from '#app/use-cases/gaps/close-mended-gaps.ts';
import { findGap } from '#app/use-cases/gaps/find-gap.ts';
import { readGaps } from '#app/use-cases/gaps/read-gaps.ts';
import * as schema from '#db/schema/index.ts';
import { givenMember } from '#tests/support/world.ts';
import { expectDone, type Group, givenGroup, log, seen } from './given.ts';

const accept = ({ context, ruth }: Group, kind: string) => {
	const { key } = readGaps(context, ruth).find((gap) => gap.kind === kind)!;
	expectDone(acceptGap(context, ruth, { key, reason: 'Nothing more can be done' }).done);
	return key;
};

/** Everybody with a place at a session of the register is open on it again. */
function clearRegister({ context, sessionIds }: Group, number: number): void {
	const { registerRows } = schema;
	const none = { mark: null, markedAt: null } as const;
	context.db
		.update(registerRows)
		.set(none)
		.where(eq(registerRows.sessionId, sessionIds[number - 1]!))
		.run();
}

test('core content that was left out beyond what a lead accepted is open, and can be accepted anew', () => {
	const group = givenGroup();
	const { context, ruth, sam } = group;
	expectDone(log(group, sam, 2, { leavesOutCore: true, opened: 1 }));
	const key = accept(group, 'core-not-delivered');
	expect(seen(context, ruth)).toEqual([]);
	const programme = context.content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	expect(planNumbered(programme, 2).activities.filter(({ core }) => core).length).toBeGreaterThan(1);
	expectDone(log(group, sam, 2, { leavesOutAll: true, opened: 2 }));
	// With nothing delivered it was short too.
	expect(seen(context, ruth)).toEqual(['core-not-delivered', 'length-short']);
	expect(findGap(context, ruth, key)).toMatchObject({ acceptance: null, outgrown: { by: 'Ruth Levy' } });
	accept(group, 'core-not-delivered');
	// Less than what was accepted stays so.
	expectDone(log(group, sam, 2, { leavesOutCore: true, opened: 3 }));
	closeMendedGaps(context, CLOCK);
	expect(seen(context, ruth)).toEqual([]);
	const kept = context.db.select().from(schema.gapAcceptances).all();
	expect(kept.map(({ endedAt }) => endedAt !== null)).toEqual([true, false]);
});

test('one late joiner whom a lead accepted speaks for no other', () => {
	const group = givenGroup();
	const { context, ruth } = group;
	const late = (givenName: string) =>
		givenMember(context, group, { joinsAtPlan: 5, givenName, enrolledOn: '2026-01-20' });
	late('Bob');
	accept(group, 'joined-late');
	expect(seen(context, ruth)).toEqual([]);
	late('Carl');
	expect(seen(context, ruth)).toEqual(['joined-late']);
});

test('a mark that was given up says nothing of somebody else whom the register leaves open', () => {
	const group = givenGroup();
	const { context, ruth, enrolmentId } = group;
	const other = givenMember(context, group, { givenName: 'Bob', enrolledOn: '2026-01-12' });
	const { registerRows } = schema;
	const markOf = (id: typeof enrolmentId, mark: 'attended' | null) =>
		context.db
			.update(registerRows)
			.set({ mark, markedAt: mark && context.clock.now() })
			.where(eq(registerRows.enrolmentId, id))
			.run();
	markOf(other.enrolmentId, 'attended');
	clearRegister(group, 2);
	markOf(other.enrolmentId, 'attended');
	accept(group, 'register-incomplete');
	markOf(enrolmentId, 'attended');
	markOf(other.enrolmentId, null);
	expect(seen(context, ruth)).toContain('register-incomplete');
});

test('a session that became shorter still, and one with fewer facilitators still, are open again', () => {
	const group = givenGroup();
	const { context, ruth, sam } = group;
	const { sessions } = schema;
	const endsAt = (at: string) =>
		context.db
			.update(sessions)
			.set({ endsAt: at, lengthMinutes: (Date.parse(at) - Date.parse('2026-01-20T18:30:00Z')) / 60_000 } as never)
			.where(eq(sessions.id, group.sessionIds[1]!))
			.run();
	endsAt('2026-01-20T19:30:00Z');
	accept(group, 'length-short');
	endsAt('2026-01-20T19:40:00Z');
	expect(seen(context, ruth)).toEqual([]);
	endsAt('2026-01-20T19:20:00Z');
	expect(seen(context, ruth)).toEqual(['length-short']);
	accept(group, 'length-short');
	expectDone(log(group, sam, 2, { by: [sam], opened: 1 }));
	accept(group, 'too-few-facilitators');
	expect(seen(context, ruth)).toEqual([]);
});

test('what was accepted ends with the gap: when it comes back, it is open', () => {
	const group = givenGroup();
	const { context, ruth, sam } = group;
	expectDone(log(group, sam, 2, { leavesOutCore: true, opened: 1 }));
	accept(group, 'core-not-delivered');
	closeMendedGaps(context, CLOCK);
	expect(context.db.select().from(schema.gapAcceptances).get()?.endedAt).toBeNull();
	expectDone(log(group, sam, 2, { opened: 2 }));
	closeMendedGaps(context, CLOCK);
	expect(context.db.select().from(schema.gapAcceptances).get()?.endedAt).toBe(context.clock.now());
	const last = () => context.db.select().from(schema.auditEntries).all().at(-1)!;
	const told = last();
	expect(told).toMatchObject({ action: 'gap-tasks-closed', outcome: 'done' });
	closeMendedGaps(context, CLOCK);
	expect(last().seq).toBe(told.seq);
	expectDone(log(group, sam, 2, { leavesOutCore: true, opened: 3 }));
	expect(seen(context, ruth)).toEqual(['core-not-delivered']);
});
