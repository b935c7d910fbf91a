import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { readBounce } from '#app/delivery/mail/read-bounce.ts';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { takeBounce } from '#app/use-cases/contacts/take-bounce.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import * as schema from '#db/schema/index.ts';
import { FROM, startSender } from '#tests/faults/start-sender.ts';
import { testContext } from '#tests/support/context.ts';
import { givenMember } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from '#tests/use-cases/reminders/given.ts';
import { type MailTransfer, startMailTransfer } from './mail-transfer.ts';

const PEOPLE = 36;
/** When each third of them may be written to, and when senders come by on that day. */
const SAFE_HOURS = [
	['08:00', '09:30'],
	['12:00', '13:00'],
	['17:00', '20:00'],
] as const;
const COMES_BY = ['08:30', '09:30', '12:15', '13:00', '18:30', '18:45', '20:00'];

/**
 * A day’s run of messages by the sender’s own processes, two at a time, through exim4 by TLS and a password: each is in the
 * folder of its person once, as the outbox has it, and the one to nobody comes back and is understood.
 */
export async function showMail(folder: string, shown: (text: string) => void): Promise<void> {
	mkdirSync(folder);
	const people = Array.from({ length: PEOPLE }, (_, number) => `person${number}`);
	const mta = await startMailTransfer(join(folder, 'mta'), ['office', 'alex', ...people]);
	try {
		const { context, dataDir } = givenDay(folder);
		for (const time of COMES_BY) await sendTwice(mta, dataDir, `2026-03-09T${time}:00Z`);
		await untilDelivered(mta, PEOPLE);
		const sent = outboxOf(context).filter(({ state }) => state === 'sent');
		assert.equal(sent.length, PEOPLE);
		await showDelivered(mta, sent);
		assert.equal(mta.log().match(/<= office@example\.net .*P=esmtpsa .*A=plain:office/g)?.length, PEOPLE);
		shown(`exim4 took ${PEOPLE} messages of a day, each by TLS and with the password`);
		shown('each is in the folder of its person once: Message-ID, envelope, headers and words as the outbox has them');
		const [raw] = mta.mailsOf('office');
		const report = await readBounce(Buffer.from(raw ?? ''));
		assert(report, 'the report of exim4 was not understood');
		const gone = sent.find(({ sentTo }) => sentTo === 'gone@example.org')!;
		assert.equal(report.messageId, `${gone.id}@example.net`);
		takeBounce({ ...context, config: { ...context.config, mailFrom: FROM } }, report);
		assert.equal(outboxOf(context).find(({ id }) => id === gone.id)?.state, 'failed');
		assert.equal(context.db.select().from(schema.mailBounces).all().length, 1);
		shown('what exim4 sent back of the one to nobody is understood, and its contact is marked');
	} finally {
		mta.end();
	}
}

/** People of one cohort with a session on Tuesday 10 March, reached at three times of the day before; one of them at nobody’s. */
function givenDay(folder: string) {
	const dataDir = join(folder, 'data');
	mkdirSync(dataDir);
	const context = testContext({ file: join(dataDir, 'plumbline.db'), now: '2026-03-08T22:00:00Z' });
	const { cohortId, sessionIds, facilitator, personId } = givenReminded(context);
	for (let number = 0; number < PEOPLE; number += 1) {
		const person = number === 0 ? personId : givenMember(context, { cohortId, sessionIds }).personId;
		const [from, until] = SAFE_HOURS[number % SAFE_HOURS.length]!;
		const address = number === 1 ? 'gone@example.org' : `person${number}@example.org`;
		givenContact(context, facilitator, person, { address, safeFrom: clockTime(from), safeUntil: clockTime(until) });
	}
	planReminders(context, OPERATOR);
	return { context, dataDir };
}

async function sendTwice({ url, certificate }: MailTransfer, dataDir: string, now: string): Promise<void> {
	process.env.NODE_EXTRA_CA_CERTS = certificate;
	const senders = [1, 2].map(() => startSender({ DATA_DIR: dataDir, SMTP_URL: url, PLUMBLINE_NOW: now }));
	for (const said of await Promise.all(senders.map(({ ended }) => ended))) {
		const { toRetry, failed, unknown } = JSON.parse(said) as Record<string, number>;
		assert.deepEqual({ toRetry, failed, unknown }, { toRetry: 0, failed: 0, unknown: 0 });
	}
}

async function showDelivered(mta: MailTransfer, sent: ReturnType<typeof outboxOf>): Promise<void> {
	for (const { id, sentTo, subject, body } of sent.filter((one) => one.sentTo !== 'gone@example.org')) {
		const mails = mta.mailsOf(sentTo!.split('@')[0]!);
		assert.equal(mails.length, 1, `${mails.length} mails for ${sentTo}`);
		const raw = mails[0]!;
		const mail = await simpleParser(raw);
		assert.equal(mail.messageId, `<${id}@example.net>`);
		assert.match(raw, new RegExp(`^Return-path: <${FROM.address}>$`, 'm'));
		assert.match(raw, new RegExp(`^Envelope-to: ${sentTo}$`, 'm'));
		assert.equal([mail.to].flat()[0]?.text, sentTo);
		assert.equal(mail.from?.text, `"${FROM.name}" <${FROM.address}>`);
		assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
		assert.deepEqual([mail.cc, mail.bcc, mail.attachments.length, mail.html], [undefined, undefined, 0, false]);
		assert.equal(mail.subject, subject);
		assert.equal(mail.text?.trim(), body?.trim());
	}
}

async function untilDelivered(mta: MailTransfer, many: number): Promise<void> {
	// The folder of nobody is not there; in its place is the one to which its mail comes back.
	for (let tries = 0; tries < 300 && mta.mailboxes().length < many; tries += 1) {
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	assert.equal(mta.mailboxes().length, many, `${mta.mailboxes().length} of ${many} folders have mail:\n${mta.log()}`);
}
