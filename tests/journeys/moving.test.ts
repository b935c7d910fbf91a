import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { formatDay } from '#app/ui/format.ts';
import { accessibilityFindings, launch, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEVICES, goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

/** The cohort of the story that has not begun yet. */
const COHORT = 'Monday daytime group';

/** Opens the page on which a session of the cohort is moved, and answers with its date. */
async function openMove(page: Page, plan: number): Promise<ReturnType<typeof calendarDay>> {
	await goToSection(page, 'Cohorts');
	await page.getByRole('link', { name: COHORT }).first().click();
	await page
		.getByRole('list', { name: 'Sessions' })
		.getByRole('listitem')
		.nth(plan - 1)
		.getByRole('link')
		.click();
	await page.getByRole('link', { name: 'Change the date or time' }).click();
	await heading(page).getByText('Change the date or time').waitFor();
	await page.waitForLoadState();
	const [day, month, year] = await Promise.all(dateFields(page).map((field) => field.inputValue()));
	return calendarDay(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
}

const dateFields = (page: Page): Locator[] =>
	['Day', 'Month', 'Year'].map((label) => page.getByRole('group', { name: 'Date' }).getByLabel(label));

async function fillDate(page: Page, date: string): Promise<void> {
	const parts = date.split('-').map(Number).toReversed();
	for (const [index, field] of dateFields(page).entries()) await field.fill(String(parts[index]));
}

// A desktop with a script and a phone without one stand for the other two, as for every page with a form alone.
test.each([DEVICES[0], DEVICES[3]])(
	'on $on a coordinator moves a session with its later ones, and sees previous and new dates side by side before',
	JOURNEY,
	async (device) => {
		const { page, close } = await signedIn(browser, server.url, 'priya', device);
		// Each moves another session: the later ones first, so that none has moved when its turn comes.
		const plan = 9 - DEVICES.findIndex(({ on }) => on === device.on);
		const from = await openMove(page, plan);
		const to = plusDays(from, 8);
		await fillDate(page, plusDays(from, -400));
		await page.getByRole('radio', { name: 'The service' }).check();
		await page.getByLabel('Why?').fill('The hall is flooded');
		await page.getByRole('button', { name: 'Continue' }).click();
		await page
			.getByRole('alert')
			.getByRole('link', { name: 'Enter a day and a start time that are still to come' })
			.waitFor();
		expect(await page.getByLabel('Why?').inputValue()).toBe('The hall is flooded');
		await fillDate(page, to);
		await page.getByRole('button', { name: 'Continue' }).click();
		await heading(page)
			.getByText(/Move the later sessions too|Check the new dates/)
			.waitFor();
		await page.waitForLoadState();
		const first = page.getByRole('row').nth(1);
		expect(await first.textContent()).toContain(formatDay(from));
		expect(await first.textContent()).toContain(formatDay(to));
		expect(await page.getByRole('row').nth(2).textContent()).toContain(`${plan + 1}`);
		if (device.javaScript) expect(await accessibilityFindings(page)).toEqual([]);
		expect(await sidewaysOverflow(page)).toBe(0);
		const both = page.getByRole('radio', { name: /later sessions? too/ });
		if (await both.isVisible()) await both.check();
		await page.getByRole('button', { name: /Save the new dates|Move all of these sessions/ }).click();
		await page.getByText('The new date is saved.').waitFor();
		await page.getByText(formatDay(to)).first().waitFor();
		const history = page.getByRole('table', { name: 'Dates that this session has had' });
		expect(await history.textContent()).toContain('The hall is flooded');
		expect(await history.textContent()).toContain(formatDay(from));
		await close();
	},
);

test('a coordinator moves one session alone by keyboard', JOURNEY, async () => {
	const { page, close } = await signedIn(browser, server.url, 'priya');
	const from = await openMove(page, 2);
	const to = plusDays(from, 1);
	const [day] = dateFields(page);
	await tabTo(page, day!);
	for (const part of to.split('-').map(Number).toReversed()) {
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.type(String(part));
		await page.keyboard.press('Tab');
	}
	await tabTo(page, page.getByRole('radio', { name: 'The service' }));
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Both facilitators are away');
	await press(page, page.getByRole('button', { name: 'Continue' }));
	// The sessions that the others moved would come back to their Mondays: that is asked, and answered with no.
	await heading(page).getByText('Move the later sessions too?').waitFor();
	await tabTo(page, page.getByRole('radio').first());
	await page.keyboard.press('ArrowDown');
	await press(page, page.getByRole('button', { name: 'Save the new dates' }));
	await page.getByText('The new date is saved.').waitFor();
	await page.getByText(formatDay(to)).first().waitFor();
	await close();
});

async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let presses = 0; presses < 80; presses += 1) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('the keyboard does not reach it');
}

async function press(page: Page, target: Locator): Promise<void> {
	await tabTo(page, target);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

test('the story has a cohort whose sessions moved by a week, with who asked and why', JOURNEY, async () => {
	const { page, close } = await signedIn(browser, server.url, 'priya');
	await goToSection(page, 'Cohorts');
	await page.getByRole('link', { name: 'Wednesday group' }).first().click();
	await page.getByText(/Sessions 2 to 10 moved, the first from .* to .*: The hall was flooded\./).waitFor();
	await close();
});
