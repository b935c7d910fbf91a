import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PreparedMail } from '#app/delivery/mail/mailer.ts';
import { createSmtpMailer } from '#app/delivery/mail/smtp-mailer.ts';
import { type MailServer, startMailServer, unansweredPort } from '#tests/support/mail-server.ts';
import { startMailWire } from '#tests/support/mail-wire.ts';

const FROM = { name: 'Team office', address: 'office@example.net' };
const mail: PreparedMail = {
	messageId: 'message1@example.net',
	to: 'alex@example.org',
	subject: 'Reminder: Tuesday',
	text: 'Hello,\n\nsee you – at 6:30pm',
};

let server: MailServer;
beforeEach(async () => {
	server = await startMailServer({ takesOneWordAtATime: true });
});
afterEach(() => server.close());

const sendTo = (url: string, change: Partial<PreparedMail> = {}, ask?: () => boolean) => {
	const mailer = createSmtpMailer(url, FROM);
	return mailer.send({ ...mail, ...change }, ask).finally(() => mailer.close());
};

test('a message arrives as plain text for one recipient, from the neutral sender, with its own id', async () => {
	expect(await sendTo(server.url)).toEqual({ state: 'sent' });
	const [arrived] = server.received;
	expect(arrived).toMatchObject({ from: 'office@example.net', to: ['alex@example.org'] });
	expect(arrived!.mail).toMatchObject({ subject: mail.subject, messageId: '<message1@example.net>', html: false });
	expect(arrived!.mail.text?.trim()).toBe(mail.text);
	expect(arrived!.mail.from?.text).toBe('"Team office" <office@example.net>');
	expect(arrived!.mail.to).toMatchObject({ text: 'alex@example.org' });
	expect(arrived!.mail.headers.get('auto-submitted')).toBe('auto-generated');
	expect(arrived!.mail.cc).toBeUndefined();
	expect(arrived!.mail.attachments).toEqual([]);
});

test('an address that hides a second recipient reaches nobody', async () => {
	for (const to of ['alex@example.org,other@example.org', 'alex@example.org\r\nRCPT TO:<other@example.org>']) {
		const delivery = await sendTo(server.url, { to });
		expect(delivery).toMatchObject({ state: 'failed', retry: false });
	}
	expect(server.received).toEqual([]);
});

test('a line break in a subject starts no new header', async () => {
	await sendTo(server.url, { subject: 'Reminder\r\nBcc: other@example.org' });
	expect(server.received[0]!.to).toEqual(['alex@example.org']);
	expect(server.received[0]!.mail.bcc).toBeUndefined();
});

test.each([
	['connect', 421, true],
	['connect', 554, true],
	['sender', 451, true],
	['sender', 550, true],
	['recipient', 450, true],
	['recipient', 550, false],
	['data-end', 452, true],
	['data-end', 554, false],
] as const)('a refusal at %s with %i is no delivery; tried again: %s', async (refuseAt, code, retry) => {
	server.behave({ refuseAt, code });
	const delivery = await sendTo(server.url);
	expect(delivery).toMatchObject({ state: 'failed', retry });
	expect(server.received).toEqual([]);
});

test.each([
	['recipient', '5.1.1 <alex@example.org>: Recipient address rejected'],
	['recipient', '5.1.1 User unknown: Alex'],
	['recipient', `5.1.1 ${'why '.repeat(110)}alex@example.org ${'and so on '.repeat(200)}`],
	['recipient', '5.7.1 No relay to alex@example.org.'],
	['data-end', '5.7.1 [alex@example.org] and ALEX+old@mail.example.org take no mail'],
] as const)('what a server says at %s is kept without whom it was for: “%s”', async (refuseAt, says) => {
	server.behave({ refuseAt, code: 550, says });
	const delivery = await sendTo(server.url);
	// What a rule of the server’s own forbids may be a setting of ours: it is tried until its use is past.
	expect(delivery).toMatchObject({ state: 'failed', retry: says.startsWith('5.7') });
	const { reason } = delivery as { reason: string };
	expect(reason).toContain(says.slice(0, 5));
	expect(reason).not.toMatch(/alex|example\.org/i);
});

test('of a text by a gateway neither the address there nor the number is kept', async () => {
	const says = '5.1.1 447700900123@sms.example.org: +447700900123 is barred, error 5512';
	server.behave({ refuseAt: 'recipient', code: 550, says });
	const delivery = await sendTo(server.url, { to: '447700900123@sms.example.org' });
	const { reason } = delivery as { reason: string };
	expect(reason).not.toMatch(/7700900123|sms\.example/);
	expect(reason).toContain('is barred, error 5512');
});

test('a mail server that is not there is tried again', async () => {
	const delivery = await sendTo(`smtp://127.0.0.1:${await unansweredPort()}`);
	expect(delivery).toMatchObject({ state: 'failed', retry: true });
});

test('a connection that breaks after the data leaves it unknown whether the message arrived', async () => {
	server.behave({ dropAfterData: true });
	const delivery = await sendTo(server.url);
	expect(delivery).toMatchObject({ state: 'unknown' });
	expect(server.received).toHaveLength(1);
	expect(server.connections()).toBe(1);
});

test('the machine greets the mail server by the sender’s neutral domain, not by its own name', async () => {
	await sendTo(server.url);
	expect(server.received[0]!.greeting).toBe('example.net');
});

test('the sender is asked once, when the server is ready, and a no keeps the message back', async () => {
	let asked = 0;
	const delivery = await sendTo(server.url, {}, () => {
		asked += 1;
		expect(server.connections()).toBe(1);
		return false;
	});
	expect(delivery).toEqual({ state: 'failed', retry: true, reason: 'held back at the last moment' });
	expect(asked).toBe(1);
	expect(server.received).toEqual([]);
});

test('the sender is not asked when the server refuses the recipient', async () => {
	server.behave({ refuseAt: 'recipient', code: 550 });
	let asked = 0;
	await sendTo(server.url, {}, () => {
		asked += 1;
		return true;
	});
	expect(asked).toBe(0);
});

test('a fault while being asked is passed on, and nothing leaves', async () => {
	const sending = sendTo(server.url, {}, () => {
		throw new Error('the disk is full');
	});
	await expect(sending).rejects.toThrow('the disk is full');
	expect(server.received).toEqual([]);
});

test('many messages at once each reach their own recipient', async () => {
	const mailer = createSmtpMailer(server.url, FROM);
	const people = Array.from({ length: 12 }, (_, index) => `person${index}@example.org`);
	await Promise.all(people.map((to, index) => mailer.send({ ...mail, to, messageId: `m${index}@example.net` })));
	expect(server.received.map(({ to }) => to.join()).toSorted()).toEqual(people.toSorted());
	expect(server.received.every(({ to, mail: { to: header } }) => to[0] === (header as { text: string }).text)).toBe(
		true,
	);
	mailer.close();
});

test('messages leave one after the other over few connections, and a refused one ends none', async () => {
	const mailer = createSmtpMailer(server.url, FROM);
	const states: string[] = [];
	for (let number = 1; number <= 9; number += 1) {
		server.behave(number % 3 === 0 ? { refuseAt: 'recipient', code: 550 } : {});
		const delivery = await mailer.send({ ...mail, messageId: `message${number}@example.net` });
		states.push(delivery.state);
	}
	expect(states).toEqual(['sent', 'sent', 'failed', 'sent', 'sent', 'failed', 'sent', 'sent', 'failed']);
	expect(server.received).toHaveLength(6);
	// The next may begin while the last is still being tidied away, on a second one.
	expect(server.connections()).toBeLessThanOrEqual(2);
	mailer.close();
});

test('a message that was held back leaves nothing half said on the connection for the next', async () => {
	const mailer = createSmtpMailer(server.url, FROM);
	expect(await mailer.send(mail, () => false)).toMatchObject({ state: 'failed', retry: true });
	expect(await mailer.send({ ...mail, messageId: 'message2@example.net' })).toEqual({ state: 'sent' });
	expect(server.received.map(({ mail: { messageId } }) => messageId)).toEqual(['<message2@example.net>']);
	mailer.close();
});

test.each(['MAIL FROM', 'RCPT TO', 'DATA'] as const)(
	'a kept connection that breaks at %s of the next message: it leaves at once over another, once',
	async (at) => {
		const wire = await startMailWire(server.port);
		const mailer = createSmtpMailer(wire.url, FROM);
		expect(await mailer.send(mail)).toEqual({ state: 'sent' });
		wire.behave({ at, breaks: true });
		let asked = 0;
		const sending = mailer.send({ ...mail, messageId: 'message2@example.net' }, () => {
			asked += 1;
			return true;
		});
		await wire.struck();
		wire.behave(null);
		expect(await sending).toEqual({ state: 'sent' });
		expect(asked).toBe(1);
		expect(server.received).toHaveLength(2);
		expect(server.connections()).toBe(2);
		mailer.close();
		await wire.close();
	},
);

test('a kept connection that breaks within the next message leaves it unknown, and it is not sent again', async () => {
	const wire = await startMailWire(server.port);
	const mailer = createSmtpMailer(wire.url, FROM);
	expect(await mailer.send(mail)).toEqual({ state: 'sent' });
	wire.behave({ at: 'in the message', breaks: true });
	const sending = mailer.send({ ...mail, messageId: 'message2@example.net' });
	await wire.struck();
	wire.behave(null);
	expect(await sending).toEqual({ state: 'unknown', reason: 'the connection was closed' });
	expect(server.received).toHaveLength(1);
	expect(server.connections()).toBe(1);
	mailer.close();
	await wire.close();
});
