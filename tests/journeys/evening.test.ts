import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, launch, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import { press, tabTo } from './by-keyboard.ts';
import { choose, goToSection, JOURNEY, namesOn, rowOf, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let afternoon: RunningServer;

/** A phone, and the width that a page of 1280 has at 400% zoom. */
const PHONE_SIZED = { width: 375, height: 812 };
const ZOOMED = { width: 320, height: 812 };

/** A week after the evening on which the demonstration stands. */
const DUE = [
	['Day', '1'],
	['Month', '12'],
	['Year', '2026'],
] as const;

beforeAll(async () => {
	[browser, afternoon] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), afternoon?.stop()]), SETTING_OUT);

test.each([true, false])(
	'a whole evening on a phone, from preparing to the call of the next day (JavaScript: %s)',
	JOURNEY,
	async (javaScript) => {
		const evening = await startDemo(DEMO_EVENING, afternoon);
		const { page, close } = await signedIn(browser, evening.url, 'sam', { size: PHONE_SIZED, javaScript });
		try {
			await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
			await prepare(page);
			const missing = await takeRegister(page);
			await logDelivery(page);
			await debrief(page);
			await ring(page, missing);
			await page.getByText('Record complete').waitFor();
			await close();
		} finally {
			await evening.stop();
		}
	},
);

test(
	'with the keyboard alone the steps of an evening are reached, a note is saved and an action agreed',
	JOURNEY,
	async () => {
		const evening = await startDemo(DEMO_EVENING, afternoon);
		const { page, close } = await signedIn(browser, evening.url, 'sam', { size: PHONE_SIZED, javaScript: true });
		try {
			await press(page, page.getByRole('link', { name: /Tuesday evening group, session 9/ }).first());
			await press(page, page.getByRole('link', { name: 'Debrief' }).first());
			await tabTo(page, page.getByLabel('Your note'));
			await page.keyboard.type('Typed without a mouse');
			await press(page, page.getByRole('button', { name: 'Save your note' }));
			await page.getByText('Your note is saved.').waitFor();
			await press(page, page.getByRole('link', { name: 'Add an action' }));
			await tabTo(page, page.getByLabel('What is to be done'));
			await page.keyboard.type('Ask for a quieter room');
			await tabTo(page, page.getByLabel('Who does it'));
			await page.keyboard.type('Sam');
			for (const [label, text] of DUE) {
				await tabTo(page, page.getByLabel(label, { exact: true }));
				await page.keyboard.type(text);
			}
			await press(page, page.getByRole('button', { name: 'Agree this action' }));
			await page.getByText('The action is agreed.').waitFor();
			await close();
		} finally {
			await evening.stop();
		}
	},
);

/** Nothing sticks out sideways, on the phone and at 400% zoom, and no rule of accessibility is broken. */
async function isFine(page: Page): Promise<void> {
	const hasScript = (await page.locator('body.govuk-frontend-supported').count()) > 0;
	for (const size of [PHONE_SIZED, ZOOMED]) {
		await page.setViewportSize(size);
		expect([page.url(), await sidewaysOverflow(page)]).toEqual([page.url(), 0]);
		// The checker is a script itself, and waits for ever where none may run.
		if (hasScript) expect(await accessibilityFindings(page)).toEqual([]);
	}
	await page.setViewportSize(PHONE_SIZED);
}

async function prepare(page: Page): Promise<void> {
	await page
		.getByRole('link', { name: /Tuesday evening group, session 9/ })
		.first()
		.click();
	await page.getByText(/^\d+ people not yet recorded$/).waitFor();
	await isFine(page);
	await page.getByRole('link', { name: 'Prepare' }).click();
	await page.getByRole('heading', { name: 'What to know' }).waitFor();
	await page.getByRole('heading', { name: 'Have ready' }).waitFor();
	await isFine(page);
	await page.getByRole('link', { name: 'Session 9' }).click();
}

/** Everybody was there but one who was late and one of whom nobody heard. */
async function takeRegister(page: Page): Promise<string> {
	await page.getByRole('link', { name: 'Take the register' }).click();
	const names = await namesOn(page);
	const [late, missing] = names.slice(-2) as [string, string];
	await choose(rowOf(page, late), 'Late');
	await rowOf(page, late).getByLabel('Reason').selectOption('Travel');
	await rowOf(page, late).getByLabel('Minutes').fill('15');
	await choose(rowOf(page, missing), 'No contact');
	await page.getByRole('button', { name: 'Set everyone left to attended' }).click();
	await page.getByText('Register saved.').waitFor();
	await isFine(page);
	await page.getByRole('link', { name: 'Session 9', exact: true }).first().click();
	return missing;
}

async function logDelivery(page: Page): Promise<void> {
	await page.getByText(/^No log of \d$/).waitFor();
	await page.getByRole('link', { name: 'Log what was delivered' }).click();
	await page.getByRole('button', { name: 'Everything left as planned' }).first().click();
	await page.getByText('Delivery log saved.').waitFor();
	await isFine(page);
	await page.getByRole('link', { name: 'Session 9', exact: true }).first().click();
	await page.getByText(/^1 log of \d$/).waitFor();
	await page.getByText('Record complete').waitFor();
}

async function debrief(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Debrief' }).click();
	await page.getByRole('button', { name: 'Save your note' }).click();
	await page.getByRole('alert').getByText('Enter how the session went').waitFor();
	await page.getByLabel('Your note').fill('Loud at first, calm after the break.');
	await page.getByRole('button', { name: 'Save your note' }).click();
	await page.getByText('Your note is saved.').waitFor();
	await page.getByRole('link', { name: 'Add an action' }).click();
	await isFine(page);
	await page.getByLabel('What is to be done').fill('Ask for a quieter room');
	await page.getByLabel('Who does it').selectOption({ label: 'Sam Okafor (you)' });
	for (const [label, text] of DUE) await page.getByLabel(label, { exact: true }).fill(text);
	await page.getByRole('button', { name: 'Agree this action' }).click();
	await page.getByText('The action is agreed.').waitFor();
	expect(await page.getByRole('link', { name: 'Ask for a quieter room' }).count()).toBe(1);
	await isFine(page);
	await page.getByRole('link', { name: 'Session 9', exact: true }).first().click();
	await page.getByText(/^1 note of \d, 1 action open$/).waitFor();
}

/** From the session to its follow-ups, to the call, and back to the day. */
async function ring(page: Page, missing: string): Promise<void> {
	await page.getByText(/1 call to make/).waitFor();
	await page.getByRole('link', { name: 'Follow-ups' }).click();
	await isFine(page);
	const call = page.getByRole('row').filter({ hasText: missing }).filter({ hasText: 'Ring about a missed session' });
	await call.getByRole('link').click();
	await page.getByLabel('Spoke to them').check();
	await page.getByRole('button', { name: 'Save as done' }).click();
	await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
	await goToSection(page, 'Today');
	await page
		.getByRole('link', { name: /Tuesday evening group, session 9/ })
		.first()
		.click();
	expect(await page.getByText(/call to make/).count()).toBe(0);
}
