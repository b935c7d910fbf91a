import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, PHONE } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import { heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

const MOST_BYTES = 40_000;
const BYTES_A_SECOND = 50_000 / 8;
const LONGEST_WAIT_MS = 8_000;
const SMALLEST_TARGET = 44;

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo(DEMO_EVENING)]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

/** The pages of tonight, from today's on, in the order in which a facilitator opens them. */
async function pagesOfTheDay(page: Page): Promise<string[]> {
	const session = await page.locator('.next-session--today').getByRole('link').first().getAttribute('href');
	return ['/today', session!, `${session}/plan`, `${session}/register`, `${session}/delivery-log`];
}

/** What one page comes to on a first visit, compressed as it is sent and without images, in bytes. */
async function weigh(context: BrowserContext, url: string): Promise<number> {
	const page = await context.newPage();
	const line = await context.newCDPSession(page);
	await line.send('Network.enable');
	await line.send('Network.setCacheDisabled', { cacheDisabled: true });
	const parts: Promise<number>[] = [];
	page.on('requestfinished', (request) => {
		const isImage = request.resourceType() === 'image';
		if (!isImage) parts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	const weight = (await Promise.all(parts)).reduce((sum, part) => sum + part, 0);
	await page.close();
	return weight;
}

test('each page of a facilitator’s day weighs at most 40 KB with all that it loads', JOURNEY, async () => {
	const { page, context, close } = await signedIn(browser, server.url, 'sam');
	const weights: Record<string, number> = {};
	for (const path of await pagesOfTheDay(page)) weights[path] = await weigh(context, server.url + path);
	expect(Object.entries(weights).filter(([, weight]) => weight > MOST_BYTES || weight < 5_000)).toEqual([]);
	await close();
});

test('over a line of 50 kbit a second the register is there within 8 seconds', JOURNEY, async () => {
	const { page, context, close } = await signedIn(browser, server.url, 'sam');
	const register = (await pagesOfTheDay(page))[3]!;
	const fresh = await context.newPage();
	const line = await context.newCDPSession(fresh);
	await line.send('Network.enable');
	await line.send('Network.setCacheDisabled', { cacheDisabled: true });
	await line.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 100,
		downloadThroughput: BYTES_A_SECOND,
		uploadThroughput: BYTES_A_SECOND,
	});
	const from = Date.now();
	await fresh.goto(server.url + register, { waitUntil: 'load', timeout: 60_000 });
	await fresh.getByRole('button', { name: 'Save register' }).waitFor();
	expect(Date.now() - from).toBeLessThan(LONGEST_WAIT_MS);
	await close();
});

test(
	'everything to press in the register is at least 44 pixels high, and the save bar never hides what has the focus',
	JOURNEY,
	async () => {
		const { page, close } = await signedIn(browser, server.url, 'sam', { size: PHONE, javaScript: true });
		await page.goto(server.url + (await pagesOfTheDay(page))[3]);
		await heading(page).getByText('Register').waitFor();
		const targets = page
			.locator('#register')
			.locator('.segmented input, button:not([hidden]), a, select, input.govuk-input');
		for (const target of await targets.all()) {
			const box = await target.boundingBox();
			if (box)
				expect(Math.min(box.width, box.height), String(await target.getAttribute('name'))).toBeGreaterThanOrEqual(
					SMALLEST_TARGET,
				);
		}
		const bar = (await page.locator('.save-bar').boundingBox())!;
		expect(bar.y + bar.height).toBeLessThanOrEqual(PHONE.height + 1);
		for (const row of await page.locator('.register-row').all()) {
			const mark = row.getByRole('radio').first();
			await mark.focus();
			const { y, height } = (await mark.boundingBox())!;
			expect(y + height).toBeLessThanOrEqual(bar.y);
		}
		await close();
	},
);
