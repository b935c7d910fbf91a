import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, launch } from '#tests/support/browser.ts';
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
let afternoon: RunningServer;

beforeAll(async () => {
	[browser, afternoon] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), afternoon?.stop()]), SETTING_OUT);

// On a phone, with a script and without, a whole evening is gone through in evening.test.ts.
test.each(DEVICES.filter(({ size }) => size === DESKTOP))(
	'on $on a facilitator reads the plan, notes an apology, takes the register and logs what was delivered',
	JOURNEY,
	async (device) => {
		const { page, close } = await signedIn(browser, afternoon.url, 'sam', device);
		const absent = await prepareAndNoteApology(page);
		const evening = await startDemo(DEMO_EVENING, afternoon);
		try {
			await page.goto(`${evening.url}/today`);
			await page
				.getByRole('link', { name: /Tuesday evening group, session 9/ })
				.first()
				.click();
			await takeRegister(page, absent);
			await logDelivery(page);
			await goToSection(page, 'Today');
			expect(await page.getByText('Record complete').count()).toBe(1);
			await close();
		} finally {
			await evening.stop();
		}
	},
);

/** An hour before the session: today's page, the session, its plan, and the next person who rings to say sorry. */
async function prepareAndNoteApology(page: Page): Promise<string> {
	expect(await heading(page).textContent()).toBe('Today');
	await page
		.getByText(/^\d+ people expected$/)
		.first()
		.waitFor();
	await page.getByRole('link', { name: 'Tuesday evening group, session 9' }).click();
	await page.getByText('Until it starts you can record apologies only').waitFor();
	// The log and the debrief.
	expect(await page.getByText('Opens when the session starts').count()).toBe(2);
	await page.getByRole('link', { name: 'Prepare' }).click();
	await page.getByRole('heading', { name: 'What to know' }).waitFor();
	await page.getByRole('link', { name: 'Read or print the session plan' }).click();
	await page.getByText('not the licensed').waitFor();
	await page.getByRole('link', { name: 'Session 9' }).click();
	await page.getByRole('link', { name: 'Take the register' }).click();
	const expected = page.locator('.register-row', {
		has: page.getByLabel('Expected', { exact: true }).and(page.locator(':checked')),
	});
	const name = (await expected.first().locator('legend').textContent())!;
	await choose(rowOf(page, name), 'Apology');
	await rowOf(page, name).getByLabel('Reason').selectOption('Work');
	await page.getByRole('button', { name: 'Save apologies' }).click();
	await page.getByText('Register saved.').waitFor();
	expect(await rowOf(page, name).getByText('Work', { exact: true }).last().isVisible()).toBe(true);
	return name;
}

/** After the session: two more exceptions with what they need, everybody else at one tap, and one save. */
async function takeRegister(page: Page, absent: string): Promise<void> {
	await page.getByRole('link', { name: 'Take the register' }).click();
	const names = await namesOn(page);
	expect(names.length).toBe(13);
	expect(await rowOf(page, absent).getByLabel('Apology').isChecked()).toBe(true);
	const [late, missing] = names.filter((name) => name !== absent).slice(-2) as [string, string];
	await choose(rowOf(page, late), 'Late');
	await rowOf(page, late).getByLabel('Reason').selectOption('Travel');
	await rowOf(page, late).getByLabel('Minutes').fill('15');
	await choose(rowOf(page, missing), 'No contact');
	await page.getByRole('button', { name: 'Set everyone left to attended' }).click();
	await page.getByText('Register saved.').waitFor();
	expect(await page.getByRole('status').textContent()).toMatch(/^13 of 13 marked/);
	expect(await rowOf(page, missing).getByText('Ring tomorrow').isVisible()).toBe(true);
	expect(await rowOf(page, late).getByLabel('Minutes').inputValue()).toBe('15');
	expect(await rowOf(page, absent).getByLabel('Apology').isChecked()).toBe(true);
	await page.getByRole('link', { name: 'Session 9', exact: true }).first().click();
	await page.getByText(/^\d+ of 13 attended, \d+ missed, \d+ of them with an apology$/).waitFor();
}

/** The log: one activity changed and why, one not delivered and why, the rest as planned. */
async function logDelivery(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Log what was delivered' }).click();
	const activities = await namesOn(page);
	const [changed, dropped] = [activities[1]!, activities.at(-1)!];
	await choose(rowOf(page, changed), 'Delivery changed');
	await rowOf(page, changed).getByLabel('Minutes it took').fill('30');
	await rowOf(page, changed)
		.getByLabel(/^Reason/)
		.fill('Worked in pairs because the room was loud');
	await choose(rowOf(page, dropped), 'Not delivered');
	await page.getByRole('button', { name: 'Everything left as planned' }).first().click();
	// Each has its number before its name, by which another order is said.
	const title = dropped.replace(/^\d+\. /, '');
	const why = page.getByRole('alert').getByRole('link', { name: `Enter why “${title}” was not delivered` });
	await why.waitFor();
	expect(
		await rowOf(page, changed)
			.getByLabel(/^Reason/)
			.inputValue(),
	).toBe('Worked in pairs because the room was loud');
	await rowOf(page, dropped)
		.getByLabel(/^Reason/)
		.fill('Time ran out');
	await page.getByRole('button', { name: 'Everything left as planned' }).first().click();
	await page.getByText('Delivery log saved.').waitFor();
	await page.getByText('Log by Sam Okafor').waitFor();
	await page.getByRole('link', { name: 'Session 9', exact: true }).first().click();
	await page.getByText('Record complete').waitFor();
}
