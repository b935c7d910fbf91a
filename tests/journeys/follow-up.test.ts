import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, launch, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import {
	choose,
	DEVICES,
	goToSection,
	heading,
	JOURNEY,
	namesOn,
	rowOf,
	SETTING_OUT,
	signedIn,
} from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo(DEMO_EVENING)]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

const save = (page: Page) => page.getByRole('button', { name: /^Save/ }).first().click();

async function openRegister(page: Page): Promise<void> {
	await page.goto(`${server.url}/today`);
	const card = page.locator('.next-session--today', { hasText: 'Tuesday evening group' });
	await card.getByRole('link', { name: 'Register', exact: true }).click();
	await heading(page).getByText('Register').waitFor();
}

test.each(DEVICES.slice(0, 1).map((device, index) => [device.on, device, index] as const))(
	'what follows an absence: the call, a slip that is put right, and a catch-up for two at once: on %s',
	JOURNEY,
	async (_, device, index) => {
		const { page, close } = await signedIn(browser, server.url, 'sam', device);
		const looksRight = async () => {
			expect(await sidewaysOverflow(page)).toBe(0);
			if (device.javaScript) expect(await accessibilityFindings(page)).toEqual([]);
		};
		await openRegister(page);
		const [one, other, slip] = (await namesOn(page)).slice(3 * index, 3 * index + 3) as [string, string, string];
		for (const name of [one, other, slip]) await choose(rowOf(page, name), 'No contact');
		await save(page);
		await page.getByText('Register saved.').waitFor();
		await looksRight();

		// The slip is put right, and what it had opened is closed.
		await choose(rowOf(page, slip), 'Attended');
		await save(page);
		await page.getByText('A task that followed an absence is not needed any more and was closed.').waitFor();

		await goToSection(page, 'Tasks', 'Your tasks');
		const calls = page.getByRole('link', { name: /Ring about a missed session/ });
		await calls.first().waitFor();
		await looksRight();
		const open = await calls.count();
		await calls.last().click();
		await page.getByRole('radio', { name: 'Spoke to them' }).check();
		await looksRight();
		await page.getByRole('button', { name: 'Save as done' }).click();
		await page.waitForLoadState();
		await goToSection(page, 'Tasks', 'Your tasks');
		expect(await calls.count()).toBeLessThan(open);

		// For two at once, from the register.
		await openRegister(page);
		await page
			.getByRole('link', { name: /catch-up/i })
			.first()
			.click();
		await heading(page).getByText('Catch-up').waitFor();
		await looksRight();
		for (const name of [one, other]) await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check();
		await page.getByRole('checkbox', { name: 'Sam Okafor' }).check();
		await page.getByRole('button', { name: 'Book the catch-up' }).click();
		await page.getByText('The catch-up is booked.').waitFor();
		await looksRight();

		await close();
	},
);
