import { expect, test } from 'vitest';
import type { Io } from '#app/cli/command.ts';
import { WrongUse } from '#app/cli/command.ts';
import { send } from '#app/cli/send.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenReminded } from '../use-cases/reminders/given.ts';

function ioOf(context: TestContext) {
	const said: string[] = [];
	const io: Io = { out: (text) => said.push(text), err: () => {}, context: () => context };
	return { io, said };
}

function givenDue(): TestContext {
	const context = testContext();
	givenReminded(context);
	planReminders(context, CLOCK);
	context.setNow('2026-03-09T18:30:00Z');
	return context;
}

test('send plans and sends what is due and prints one JSON document', async () => {
	const context = givenDue();
	const { io, said } = ioOf(context);
	expect(await send.run(['--json'], io)).toBe(0);
	expect(said).toHaveLength(1);
	expect(JSON.parse(said[0]!)).toEqual({
		made: 1,
		changed: 0,
		sent: 1,
		toRetry: 0,
		failed: 0,
		unknown: 0,
		heldBack: 0,
		notices: { sent: 0, toRetry: 0, failed: 0, unknown: 0, heldBack: 0 },
		invitations: { sent: 0, toRetry: 0, failed: 0, unknown: 0, heldBack: 0 },
	});
	expect(await send.run(['--json'], io)).toBe(0);
	expect(context.kept).toHaveLength(1);
});

test('send ends with 1 when the mail server did not take a message, and says so', async () => {
	const context = givenDue();
	context.answerMail({ state: 'failed', retry: true, reason: '451 busy' });
	const { io, said } = ioOf(context);
	expect(await send.run([], io)).toBe(1);
	expect(said[0]).toContain('1 message not taken this time, to be tried again.');
});

test('without a mail server send says that messages were written into a folder', async () => {
	const { io, said } = ioOf(givenDue());
	await send.run([], io);
	expect(said[0]).toBe(
		'1 message planned, 0 messages changed.\n1 message written into the mail folder: no mail server is set up.',
	);
});

test('send takes no other words and no unknown options', async () => {
	const { io } = ioOf(givenDue());
	await expect(async () => send.run(['now'], io)).rejects.toThrow(WrongUse);
	await expect(async () => send.run(['--quick'], io)).rejects.toThrow(WrongUse);
});
