import { expect, test } from 'vitest';
import { PATIENCE } from '#app/http/web-server.ts';
import { testContext } from '#tests/support/context.ts';
import { rawRequest, sendRaw } from '#tests/support/raw-request.ts';
import { startWeb } from '#tests/support/web-server.ts';

/** The same limits, a hundred times as short, so that nobody waits for them here. */
const IMPATIENT = { ...PATIENCE, headersTimeout: 200, requestTimeout: 600, connectionsCheckingInterval: 50 };

const HEAD = 'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Length: 1000\r\n';

test('whoever dribbles headers is cut off, while everybody else is answered', async () => {
	const web = await startWeb(testContext(), IMPATIENT);
	const slow = sendRaw(
		web.url,
		[...HEAD].flatMap((letter) => [letter, 20]),
		8000,
	);
	expect((await sendRaw(web.url, [rawRequest('GET', '/healthcheck')])).status).toBe(200);
	const { status, milliseconds } = await slow;
	await web.close();
	expect([0, 408]).toContain(status);
	expect(milliseconds).toBeLessThan(2000);
});

test('whoever dribbles a body is cut off', async () => {
	const web = await startWeb(testContext(), IMPATIENT);
	const { status, milliseconds } = await sendRaw(web.url, [`${HEAD}\r\n`, ...Array(200).fill(['a', 50]).flat()], 8000);
	await web.close();
	expect([0, 408]).toContain(status);
	expect(milliseconds).toBeLessThan(3000);
});

test('the limits that the product runs with stop a dribble and let a slow line through', () => {
	expect(PATIENCE.headersTimeout).toBeLessThanOrEqual(30_000);
	expect(PATIENCE.connectionsCheckingInterval).toBeLessThanOrEqual(PATIENCE.headersTimeout);
	expect(PATIENCE.requestTimeout).toBeGreaterThanOrEqual(60_000);
	expect(PATIENCE.requestTimeout).toBeLessThanOrEqual(300_000);
	expect(PATIENCE.maxHeaderSize).toBeLessThanOrEqual(16 * 1024);
});
