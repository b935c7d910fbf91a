import { expect, test } from 'vitest';
import { LARGEST_BOUNCE_BYTES, readBounce } from '#app/delivery/mail/read-bounce.ts';
import { bouncedMail } from '#tests/support/bounced-mail.ts';

const about = { messageId: 'message1@example.net', recipient: 'alex@example.org' };
const read = (text: string) => readBounce(new TextEncoder().encode(text));

test.each([
	['with the whole mail', {}],
	['with its headers alone', { headersOnly: true }],
])('a report tells which mail came back, from whom and why, %s', async (_, change) => {
	expect(await read(bouncedMail({ ...about, ...change }))).toEqual({
		...{ messageId: 'message1@example.net', recipients: ['alex@example.org', 'alex@example.org'] },
		...{ action: 'failed', status: '5.1.1' },
	});
});

test('of a mail that was sent on it tells both addresses', async () => {
	const report = await read(bouncedMail({ ...about, recipient: 'other@example.com', original: 'alex@example.org' }));
	expect(report?.recipients).toEqual(['alex@example.org', 'other@example.com']);
});

test('a report with line ends of one letter, a remark after its status and an action in capitals is read the same', async () => {
	const text = bouncedMail({ ...about, status: '4.4.7 (delivery time expired)', action: 'FAILED' });
	expect(await read(text.replaceAll('\r\n', '\n'))).toMatchObject({ action: 'failed', status: '4.4.7' });
});

test('its parts may be encoded', async () => {
	const status =
		'Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; alex@example.org\r\nAction: failed\r\nStatus: 5.0.0\r\n';
	const text = bouncedMail(about).replace(
		/Content-Type: message\/delivery-status\r\n\r\n[\s\S]*?\r\n--part/,
		`Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(status)}\r\n--part`,
	);
	expect(await read(text)).toMatchObject({ status: '5.0.0', recipients: ['alex@example.org'] });
});

test.each([
	['nothing at all', ''],
	['no mail', '\u0000\u0001\u0002'],
	['a plain answer', 'From: alex@example.org\r\nMessage-ID: <message1@example.net>\r\n\r\nI am on holiday.'],
	['no status', bouncedMail(about).replace('message/delivery-status', 'text/plain')],
	['no mail of ours in it', bouncedMail(about).replace('Message-ID: <message1@example.net>\r\n', '')],
	['two ids in the place of one', bouncedMail(about).replace('<message1@example.net>', '<a@b> <message1@example.net>')],
	[
		'two recipients',
		bouncedMail(about).replace(
			'Diagnostic-Code',
			'\r\nFinal-Recipient: rfc822; other@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code',
		),
	],
	['a thousand mails one in the other', nested(1000)],
	['a header without end', `Subject: ${'a'.repeat(200_000)}\r\n\r\n`],
])('%s is no report', async (_, text) => {
	expect(await read(text)).toBeNull();
});

test('what is too large is not even looked at', async () => {
	const text = bouncedMail(about);
	expect(await read(text.padEnd(LARGEST_BOUNCE_BYTES, ' '))).not.toBeNull();
	expect(await read(text.padEnd(LARGEST_BOUNCE_BYTES + 1, ' '))).toBeNull();
});

function nested(depth: number): string {
	let text = 'Message-ID: <message1@example.net>\r\n\r\nx';
	for (let level = 0; level < depth; level += 1) {
		text = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${text}\r\n--b${level}--`;
	}
	return text;
}
