import { expect, test } from 'vitest';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { testContext } from '#tests/support/context.ts';
import { givenReminded, outboxOf } from '../use-cases/reminders/given.ts';

test('running every minute sends each reminder once, at its minute', async () => {
	const context = testContext({ now: '2026-03-09T18:12:00Z' });
	givenReminded(context);
	for (let minute = 12; minute < 36; minute += 1) {
		context.setNow(`2026-03-09T18:${minute}:30Z`);
		await planAndSend(context);
	}
	expect(context.kept).toHaveLength(1);
	const [first, second] = outboxOf(context);
	expect(first).toMatchObject({ state: 'sent', sentAt: '2026-03-09T18:30:30Z' });
	expect(second).toMatchObject({ state: 'queued', dueAt: '2026-03-16T18:30:00Z' });
});
