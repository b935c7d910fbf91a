import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

test.each([true, false])(
	'whoever signs out on a shared tablet leaves nothing behind: not by the back button, not in the browser (script %s)',
	JOURNEY,
	async (javaScript) => {
		const { page, context, close } = await signedIn(browser, server.url, 'sam', {
			size: { width: 375, height: 740 },
			javaScript,
		});
		await page.goto(`${server.url}/cohorts`);
		if (javaScript) await page.evaluate(() => localStorage.setItem('marks', 'P'));
		const began = Date.now();
		await page.getByRole('button', { name: 'Sign out' }).click();
		await page.getByText('You are signed out.').waitFor();
		expect(Date.now() - began).toBeLessThan(15_000);
		expect(await heading(page).textContent()).toBe('Sign in');
		expect(await context.cookies(server.url)).toEqual([]);
		if (javaScript) expect(await page.evaluate(() => localStorage.length)).toBe(0);
		await page.goBack();
		await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
		expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
		await close();
	},
);

test('signing out takes nothing of another service under the same name: cookies of others stay', JOURNEY, async () => {
	const { page, context, close } = await signedIn(browser, server.url, 'ruth');
	await context.addCookies([{ name: 'other-service', value: 'stays', url: server.url }]);
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.getByText('You are signed out.').waitFor();
	expect((await context.cookies(server.url)).map(({ name }) => name)).toEqual(['other-service']);
	await close();
});
