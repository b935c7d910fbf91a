import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { accessibilityFindings, launch, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEVICES, goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	browser = await launch();
}, SETTING_OUT);
afterAll(() => browser?.close(), SETTING_OUT);

// Each moves the same sessions, in a story of its own.
beforeEach(async () => {
	server = await startDemo();
}, SETTING_OUT);
afterEach(() => server?.stop(), SETTING_OUT);

/** The two cohorts of the pair in the story. */
const [HIS, HERS] = ['Wednesday group', 'Friday daytime group'];

async function openCohort(page: Page, name: string): Promise<void> {
	await goToSection(page, 'Cohorts');
	await page.getByRole('link', { name }).first().click();
	await heading(page).getByText(name).waitFor();
	await page.waitForLoadState();
}

/** Saves the move that the page has filled in, with all later sessions. */
async function saveWithLater(page: Page, why: string): Promise<void> {
	await page.getByRole('radio', { name: 'The service' }).check();
	await page.getByLabel('Why?').fill(why);
	await page.getByRole('button', { name: 'Continue' }).click();
	await heading(page)
		.getByText(/Move the later sessions too|Check the new dates/)
		.waitFor();
	await page.waitForLoadState();
	const both = page.getByRole('radio', { name: /later sessions? too/ });
	if (await both.isVisible()) await both.check();
	await page.getByRole('button', { name: /Save the new dates|Move all of these sessions/ }).click();
	await page.getByText('The new date is saved.').waitFor();
	await page.waitForLoadState();
}

test.each([DEVICES[0], DEVICES[3]])(
	'on $on a lead moves his sessions by a week, is told that the pair is out of step, and brings hers along',
	JOURNEY,
	async (device) => {
		const { page, close } = await signedIn(browser, server.url, 'ruth', device);
		await openCohort(page, HIS);
		// Her days off around Christmas have put the pair out of step: whoever comes first brings his along.
		const behind = page.getByRole('link', { name: /^Move session \d+ of this cohort to/ });
		if (await behind.isVisible()) {
			await behind.click();
			await heading(page).getByText('Change the date or time').waitFor();
			await page.waitForLoadState();
			await saveWithLater(page, 'The library is closed');
			await openCohort(page, HIS);
		}
		await page.getByText('In step:').waitFor();
		const plan = 9;
		await page
			.getByRole('list', { name: 'Sessions' })
			.getByRole('listitem')
			.nth(plan - 1)
			.getByRole('link')
			.click();
		await page.getByRole('link', { name: 'Change the date or time' }).click();
		await heading(page).getByText('Change the date or time').waitFor();
		await page.waitForLoadState();
		const fields = ['Day', 'Month', 'Year'].map((label) => page.getByRole('group', { name: 'Date' }).getByLabel(label));
		const [day, month, year] = await Promise.all(fields.map((field) => field.inputValue()));
		const to = plusDays(calendarDay(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`), 7);
		for (const [index, part] of to.split('-').map(Number).toReversed().entries()) {
			await fields[index]!.fill(String(part));
		}
		await saveWithLater(page, 'The hall is flooded');
		await page.getByText('Out of step.').waitFor();
		expect(await sidewaysOverflow(page)).toBe(0);
		if (device.javaScript) expect(await accessibilityFindings(page)).toEqual([]);
		await page.getByRole('link', { name: new RegExp(`^Move session ${plan} of ${HERS} to`) }).click();
		await heading(page).getByText('Change the date or time').waitFor();
		await page.waitForLoadState();
		await saveWithLater(page, 'In step with the other group');
		await openCohort(page, HERS);
		await page.getByText('In step:').waitFor();
		await page.getByRole('link', { name: 'Linked cohort of the other side' }).click();
		await heading(page).getByText('Linked cohort').waitFor();
		expect(await page.getByRole('row').count()).toBe(11);
		expect(await sidewaysOverflow(page)).toBe(0);
		await close();
	},
);
