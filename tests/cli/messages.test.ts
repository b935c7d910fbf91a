import { expect, test } from 'vitest';
import { type Io, WrongUse } from '#app/cli/command.ts';
import { messages } from '#app/cli/messages.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenMember } from '#tests/support/world.ts';
import { givenOff, givenReminded } from '../use-cases/reminders/given.ts';

function run(context: TestContext, ...args: string[]) {
	const said: string[] = [];
	const io: Io = { out: (text) => said.push(text), err: () => {}, context: () => context };
	const status = messages.run(['plan', ...args], io);
	return { status, said: said.join('\n') };
}

function givenTwo() {
	const context = testContext();
	const reminded = givenReminded(context);
	const other = givenMember(context, reminded);
	context.db.delete(schema.tasks).run();
	context.db.delete(schema.outbox).run();
	return { context, reminded, other };
}

test('the plan says what would leave and what would not and why, by reference, and writes nothing', () => {
	const { context } = givenTwo();
	const everything = () =>
		[schema.outbox, schema.tasks, schema.auditEntries].map((table) => context.db.select().from(table).all());
	const before = everything();
	const { status, said } = run(context, '--json');
	expect(status).toBe(0);
	const { asOf, messages: planned } = JSON.parse(said);
	expect(asOf).toBe(context.clock.now());
	const states = planned.map(({ kind, state, reason }: Record<string, string>) => [kind, state, reason]);
	expect(states).toContainEqual(['reminder', 'queued', null]);
	expect(states).toContainEqual(['reminder', 'blocked', 'no-safe-contact']);
	expect(states.filter(([kind]: string[]) => kind === 'joining')).toEqual([
		['joining', 'suppressed', 'kind-off'],
		['joining', 'suppressed', 'kind-off'],
	]);
	expect(everything()).toEqual(before);
	const people = context.db.select().from(schema.people).all();
	for (const { reference, givenName, familyName } of people) {
		expect(said).toContain(reference);
		expect(said).not.toContain(givenName);
		expect(said).not.toContain(familyName);
	}
	expect(said).not.toContain('@');
});

test('as of another moment it plans as it would then', () => {
	const { context } = givenTwo();
	const { said } = run(context, '--as-of', '2026-03-09T19:00:00Z', '--json');
	const starts = JSON.parse(said).messages.map(({ startsAt }: { startsAt: string }) => startsAt);
	expect(starts).toContain('2026-03-17T18:30:00Z');
	expect(run(context, '--json').said).not.toContain('2026-03-17T18:30:00Z","state":"queued');
});

test('in words a line says when it leaves or why not', () => {
	const { context } = givenTwo();
	const { said } = run(context);
	expect(said).toContain('Reminder about 2026-03-10T18:30:00Z: leaves 2026-03-09T18:30:00Z');
	expect(said).toContain('Reminder about 2026-03-10T18:30:00Z: blocked. There is no safe contact for this person.');
	givenOff(context, 'reminder');
	expect(run(context).said).toContain('not needed. Messages of this kind are turned off.');
});

test.each([[['--as-of', 'tomorrow']], [['more']]])('what makes no sense is wrong use: %j', (args) => {
	expect(() => run(givenTwo().context, ...args)).toThrow(WrongUse);
});
