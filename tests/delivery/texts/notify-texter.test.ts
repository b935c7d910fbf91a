import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNotifyTexter } from '#app/delivery/texts/notify-texter.ts';
import { type NotifySettings, readTextSettings } from '#app/delivery/texts/text-settings.ts';
import type { PreparedText } from '#app/delivery/texts/texter.ts';
import { unansweredPort } from '#tests/support/mail-server.ts';
import { NOTIFY_KEY, NOTIFY_TEMPLATES, type NotifyServer, startNotifyServer } from '#tests/support/notify-server.ts';

const TEXT: PreparedText = {
	reference: 'message1',
	to: '+447700900123',
	kind: 'reminder',
	text: 'Your appointment is on Tuesday.\nTeam office',
};

let server: NotifyServer;
beforeEach(async () => {
	server = await startNotifyServer();
});
afterEach(() => server.close());

function texterOf({ url = server.url, apiKey = NOTIFY_KEY, seconds = 5 } = {}) {
	const env: Record<string, string> = { NOTIFY_API_KEY: NOTIFY_KEY, NOTIFY_TEMPLATES };
	const settings = readTextSettings((name) => env[name] ?? null, false, []) as NotifySettings;
	return createNotifyTexter({ ...settings, url, apiKey }, seconds);
}

test('a text is asked for once, in our words, by the template of its kind and with the id of its message', async () => {
	expect(await texterOf().send(TEXT)).toEqual({ state: 'sent', asLeft: TEXT.text });
	expect(server.asked).toEqual([
		{
			path: '/v2/notifications/sms',
			phone_number: '+447700900123',
			template_id: '00000000-0000-4000-8000-000000000001',
			reference: 'message1',
			personalisation: { message: TEXT.text },
		},
	]);
});

test('the words are kept as the service says that they leave', async () => {
	server.behave({ body: JSON.stringify({ id: '1', content: { body: 'The service: your appointment' } }), status: 201 });
	expect(await texterOf().send(TEXT)).toEqual({ state: 'sent', asLeft: 'The service: your appointment' });
	server.behave({ body: 'taken', status: 201 });
	expect(await texterOf().send(TEXT)).toEqual({ state: 'sent' });
});

test('nothing is asked for when the last word is no', async () => {
	expect(await texterOf().send(TEXT, () => false)).toMatchObject({ state: 'failed', retry: true });
	expect(server.asked).toEqual([]);
});

test('a fault of the last word comes out, and nothing is asked for', async () => {
	const broken = () => {
		throw new Error('the database is locked');
	};
	await expect(texterOf().send(TEXT, broken)).rejects.toThrow('the database is locked');
	expect(server.asked).toEqual([]);
});

test.each([
	[400, ['ValidationError', 'phone_number Too many digits'], false],
	[400, ['ValidationError', 'template_id is not a valid UUID'], true],
	[400, ['BadRequestError', 'Can’t send to this recipient when service is in trial mode'], true],
	[400, ['BadRequestError', 'Missing personalisation: day'], true],
	[403, ['AuthError', 'Error: Your system clock must be accurate to within 30 seconds'], true],
	[429, ['RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds'], true],
	[429, ['TooManyRequestsError', 'Exceeded send limits (1000) for today'], true],
	[500, ['Exception', 'Internal server error'], true],
	[503, ['Exception', 'Service unavailable'], true],
] as const)('an answer of %i %s says that it was not taken; tried again: %s', async (status, error, retry) => {
	server.behave({ status, error });
	const reason = `${status} ${error[0]} ${error[1]}`;
	expect(await texterOf().send(TEXT)).toEqual({ state: 'failed', retry, reason });
	expect(server.asked).toHaveLength(1);
});

test.each([502, 504])('an answer of %i from in between leaves open what became of it', async (status) => {
	server.behave({ status, body: '<html>Bad gateway</html>' });
	expect(await texterOf().send(TEXT)).toEqual({ state: 'unknown', reason: String(status) });
});

test('a key that is not known is tried again, and never told', async () => {
	const apiKey = NOTIFY_KEY.replace('3d844edf', '3d844ede');
	const delivery = await texterOf({ apiKey }).send(TEXT);
	expect(delivery).toEqual({ state: 'failed', retry: true, reason: '403 AuthError Invalid token: API key not found' });
	expect(JSON.stringify(delivery)).not.toContain('3d844ede');
});

test.each(['drop', 'silence'] as const)(
	'after the text was handed over, %s leaves open what became of it',
	async (after) => {
		server.behave({ after });
		const delivery = await texterOf({ seconds: 1 }).send(TEXT);
		expect(delivery).toMatchObject({ state: 'unknown', reason: expect.stringMatching(/^no answer/) });
		expect(server.asked).toHaveLength(1);
	},
);

test('a service that is not there is tried again', async () => {
	const url = `http://127.0.0.1:${await unansweredPort()}`;
	expect(await texterOf({ url }).send(TEXT)).toEqual({ state: 'failed', retry: true, reason: 'ECONNREFUSED' });
});

test('a service without TLS where TLS is asked for is tried again', async () => {
	const delivery = await texterOf({ url: server.url.replace('http:', 'https:') }).send(TEXT);
	expect(delivery).toMatchObject({ state: 'failed', retry: true });
	expect(server.asked).toEqual([]);
});

test('no redirect is followed: the number and the words would go along', async () => {
	server.behave({ status: 307, location: `${server.url}/elsewhere`, body: '' });
	expect(await texterOf().send(TEXT)).toMatchObject({ state: 'failed', retry: true });
	expect(server.asked).toHaveLength(1);
});

test('an answer far too long leaves open what became of it', async () => {
	server.behave({ status: 201, body: 'x'.repeat(200_000) });
	expect(await texterOf().send(TEXT)).toMatchObject({ state: 'unknown' });
});

test.each(['not json', '[]', '{"errors":{}}', '{"errors":[null]}', '{"errors":[{"error":1}]}', ''])(
	'the hostile answer %s is a refusal like any other',
	async (body) => {
		server.behave({ status: 400, body });
		expect(await texterOf().send(TEXT)).toEqual({ state: 'failed', retry: true, reason: '400' });
	},
);

test('a reason is never longer than a line', async () => {
	server.behave({ status: 500, error: ['Exception', 'x'.repeat(5000)] });
	const delivery = await texterOf().send(TEXT);
	expect(delivery.state === 'failed' && delivery.reason.length).toBe(200);
});
