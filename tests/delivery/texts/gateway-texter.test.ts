import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSmtpMailer } from '#app/delivery/mail/smtp-mailer.ts';
import { createTexter } from '#app/delivery/texts/create-texter.ts';
import type { PreparedText } from '#app/delivery/texts/texter.ts';
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts';

const TEXT: PreparedText = {
	reference: 'message1',
	to: '+447700900123',
	kind: 'reminder',
	text: 'On Tuesday.\nTeam office',
};
const mailFrom = { name: 'Team office', address: 'office@example.net' };

let server: MailServer;
beforeEach(async () => {
	server = await startMailServer();
});
afterEach(() => server.close());

function texterOf() {
	const mailer = createSmtpMailer(server.url, mailFrom);
	const texts = { by: 'gateway', address: 'sms-{number}@sms.example.org' } as const;
	return createTexter({ texts, mailFrom }, mailer)!;
}

test('a text is a mail without a subject to the number’s own address at the gateway', async () => {
	expect(await texterOf().send(TEXT)).toEqual({ state: 'sent' });
	expect(server.received).toHaveLength(1);
	const [{ to, mail }] = server.received as [MailServer['received'][number]];
	expect(to).toEqual(['sms-447700900123@sms.example.org']);
	expect(mail.subject).toBeUndefined();
	expect(mail.text?.trim()).toBe(TEXT.text);
	expect(mail.messageId).toBe('<message1@example.net>');
});

test('what the mail server makes of it holds for the text, and the last word counts', async () => {
	expect(await texterOf().send(TEXT, () => false)).toMatchObject({ state: 'failed', retry: true });
	server.behave({ refuseAt: 'recipient', code: 550 });
	expect(await texterOf().send(TEXT)).toMatchObject({ state: 'failed', retry: false });
	server.behave({ dropAfterData: true });
	expect(await texterOf().send(TEXT)).toMatchObject({ state: 'unknown' });
});

test('where nothing is set up nothing sends texts', () => {
	expect(createTexter({ texts: null, mailFrom }, createSmtpMailer(server.url, mailFrom))).toBeNull();
});
