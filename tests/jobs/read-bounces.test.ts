import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { readBounces } from '#app/jobs/read-bounces.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { bouncedMail } from '#tests/support/bounced-mail.ts';
import { testContext } from '#tests/support/context.ts';
import { IMAP_SIGN_IN, startImapServer } from '#tests/support/imap-server.ts';
import { givenReminded, outboxOf } from '../use-cases/reminders/given.ts';

test('what came back is read from the mailbox, and its message shown as not arrived', async () => {
	const context = testContext();
	givenReminded(context);
	planReminders(context, OPERATOR);
	context.setNow('2026-03-09T18:30:00Z');
	await sendDue(context, OPERATOR);
	const server = await startImapServer();
	const messageId = `${outboxOf(context)[0]!.id}@localhost`;
	server.mails.push({ raw: bouncedMail({ messageId, recipient: 'alex@example.org' }), isSeen: false });
	const bounceMailbox = { host: '127.0.0.1', port: server.port, isSecure: false, folder: 'INBOX', ...IMAP_SIGN_IN };
	const withMailbox = { ...context, config: { ...context.config, bounceMailbox } };
	expect(await readBounces(withMailbox)).toEqual({ read: 1, reports: 1 });
	expect(outboxOf(context)[0]).toMatchObject({ state: 'failed', reason: 'came-back-for-good' });
	expect(await readBounces(withMailbox)).toEqual({ read: 0, reports: 0 });
	await server.close();
});

test('without a mailbox nothing is read', async () => {
	expect(await readBounces(testContext())).toEqual({ read: 0, reports: 0 });
});
