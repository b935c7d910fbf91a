import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PreparedMail } from '#app/delivery/mail/mailer.ts';
import { createSmtpMailer } from '#app/delivery/mail/smtp-mailer.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { eventIn } from '#tests/support/calendar-mail.ts';
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts';

const FROM = { name: 'Team office', address: 'office@example.net' };

let server: MailServer;
beforeEach(async () => {
	server = await startMailServer();
});
afterEach(() => server.close());

function mailOf(change: Partial<NonNullable<PreparedMail['invitation']>> = {}): PreparedMail {
	return {
		messageId: 'invitation1@example.net',
		to: 'sam@example.org',
		subject: 'Group session 7',
		text: 'Group session 7\nat half past six',
		invitation: {
			sessionId: asId('session1'),
			method: 'request',
			title: 'Group session 7',
			place: `Northfield Centre, the “small” room; ${'ü'.repeat(90)}`,
			startsAt: instant('2026-03-31T17:30:00Z'),
			endsAt: instant('2026-03-31T19:30:00Z'),
			sequence: 3,
			changedAt: instant('2026-03-01T10:00:00Z'),
			...change,
		},
	};
}

async function arrived(mail: PreparedMail) {
	const mailer = createSmtpMailer(server.url, FROM);
	expect(await mailer.send(mail)).toEqual({ state: 'sent' });
	mailer.close();
	return server.received.at(-1)!;
}

test.each([
	['request', 'REQUEST', 'CONFIRMED'],
	['cancel', 'CANCEL', 'CANCELLED'],
] as const)('a %s says so in the part and in the file, and reads back as it was', async (method, named, status) => {
	const mail = mailOf({ method });
	const { mail: read, to } = await arrived(mail);
	expect(to).toEqual(['sam@example.org']);
	expect(read.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
	expect(read.text?.trim()).toBe(mail.text);
	const event = eventIn(read);
	expect(event.partMethod).toMatchObject({ value: 'text/calendar', params: { method: named, charset: 'utf-8' } });
	expect(event).toMatchObject({ method: named, status, uid: 'session1', sequence: 3, title: 'Group session 7' });
	expect(event).toMatchObject({ startsAt: '2026-03-31T17:30:00Z', endsAt: '2026-03-31T19:30:00Z' });
	expect(event).toMatchObject({ stamp: '2026-03-01T10:00:00Z', place: mail.invitation!.place });
	expect(event.organiser).toBe('mailto:office@example.net');
	expect(event.attendees).toEqual(['MAILTO:sam@example.org']);
	expect(event.attendee).toMatch(/PARTSTAT=NEEDS-ACTION.*RSVP=FALSE|RSVP=FALSE.*PARTSTAT=NEEDS-ACTION/);
	expect(event.text).not.toMatch(/TZID|ATTACH|DESCRIPTION/);
});

test('the plain text comes first and the calendar last, as the richest way to show the same', async () => {
	const { raw } = await arrived(mailOf());
	const types = [...raw.matchAll(/^Content-Type: ([^;\r\n]+)/gim)].map(([, type]) => type);
	expect(types).toEqual(['multipart/alternative', 'text/plain', 'text/calendar']);
	expect(raw).not.toMatch(/Content-Disposition: attachment/i);
});

test('every line of the file ends as the standard wants it, and none is longer than 75 bytes', async () => {
	const { mail } = await arrived(mailOf());
	const { text } = eventIn(mail);
	expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});

test('a line end in a place makes no second line of the file', async () => {
	const place = 'Hall\r\nATTENDEE:mailto:other@example.org';
	const { mail } = await arrived(mailOf({ place }));
	const event = eventIn(mail);
	expect(event.attendees).toEqual(['MAILTO:sam@example.org']);
	expect(event.place).toContain('ATTENDEE:mailto:other@example.org');
});

test('a survivor-side session has no place at all', async () => {
	const { mail } = await arrived(mailOf({ place: null }));
	expect(eventIn(mail).text).not.toContain('LOCATION');
});

test('the same invitation is the same file, however often it is tried', async () => {
	const first = eventIn((await arrived(mailOf())).mail).text;
	expect(eventIn((await arrived(mailOf())).mail).text).toBe(first);
});
