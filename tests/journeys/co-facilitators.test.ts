import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, launch, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import { choose, DEVICES, JOURNEY, namesOn, rowOf, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let evening: RunningServer;

beforeAll(async () => {
	[browser, evening] = await Promise.all([launch(), startDemo(DEMO_EVENING)]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), evening?.stop()]), SETTING_OUT);

/** The clock of the demonstration stands still: which of the two was saved first is not asked. */
const BOTH_LOGS = { name: /^Logs by (Sam Okafor and Kezia Mensah|Kezia Mensah and Sam Okafor)$/ };
const SAMS_REASON = 'The room was needed at eight';
const AGREED = 'We stopped early. Next week the round comes first.';

test(
	'two facilitators log one session each for themselves, see where they differ, and write what they agree',
	JOURNEY,
	async () => {
		const [sam, kezia] = await Promise.all([
			signedIn(browser, evening.url, 'sam'),
			signedIn(browser, evening.url, 'kezia', DEVICES[3]),
		]);
		const dropped = await logWithOneLeftOut(sam.page);
		await findsNothingOfIt(kezia.page);
		await logAsPlanned(kezia.page);
		await findsTheDifference(kezia.page, dropped);
		await agree(kezia.page);
		await readsWhatWasAgreed(sam.page, dropped);
		await Promise.all([sam.close(), kezia.close()]);
	},
);

async function openSession(page: Page): Promise<void> {
	await page.goto(`${evening.url}/today`);
	await page
		.getByRole('link', { name: /Tuesday evening group, session 9/ })
		.first()
		.click();
	await page.getByRole('heading', { level: 1, name: 'Session 9' }).waitFor();
}

/** Sam leaves the last activity out and says why. */
async function logWithOneLeftOut(page: Page): Promise<string> {
	await openSession(page);
	await page.getByRole('link', { name: 'Log what was delivered' }).click();
	const dropped = (await namesOn(page)).at(-1)!;
	await choose(rowOf(page, dropped), 'Not delivered');
	await rowOf(page, dropped)
		.getByLabel(/^Reason/)
		.fill(SAMS_REASON);
	await page.getByRole('button', { name: 'Everything left as planned' }).first().click();
	await page.getByText('Delivery log saved.').waitFor();
	return dropped.replace(/^\d+\. /, '');
}

/** As long as Kezia’s own log is not saved she reads neither the log nor what it says, on any page of the session. */
async function findsNothingOfIt(page: Page): Promise<void> {
	await openSession(page);
	expect(await page.getByRole('main').textContent()).not.toContain(SAMS_REASON);
	await page.getByRole('link', { name: 'Debrief' }).first().click();
	await page.getByText('A colleague’s log is kept back until yours is saved.').waitFor();
	expect(await page.getByRole('main').textContent()).not.toContain(SAMS_REASON);
	await page.getByRole('link', { name: 'Write your delivery log' }).click();
	await page.getByRole('button', { name: 'Everything left as planned' }).first().waitFor();
	expect(await page.getByRole('main').textContent()).not.toContain(SAMS_REASON);
}

async function logAsPlanned(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Everything left as planned' }).first().click();
	await page.getByText('Delivery log saved.').waitFor();
}

async function findsTheDifference(page: Page, dropped: string): Promise<void> {
	await openSession(page);
	await page.getByRole('link', { name: 'Debrief' }).first().click();
	const both = page.getByRole('region', BOTH_LOGS);
	await both.getByText('Where they differ: talk about these in the debrief').waitFor();
	const rows = both.getByRole('row').filter({ has: page.getByRole('cell') });
	expect(await rows.count()).toBe(1);
	expect(await rows.first().textContent()).toContain(dropped);
	await both.getByText(/Rated alike: \d+%/).waitFor();
	expect(await sidewaysOverflow(page)).toBe(0);
}

async function agree(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Write what you agreed' }).click();
	await page.getByLabel('What you agree on').fill(AGREED);
	await page.getByRole('button', { name: 'Save what you agreed' }).click();
	await page.getByText('What you agreed is saved.').waitFor();
	await page.getByText(AGREED).waitFor();
}

/** It stands beside the two logs and changes neither. */
async function readsWhatWasAgreed(page: Page, dropped: string): Promise<void> {
	await openSession(page);
	await page.getByRole('link', { name: 'Debrief' }).first().click();
	await page.getByText(AGREED).waitFor();
	const rows = page.getByRole('region', BOTH_LOGS).getByRole('row');
	expect((await rows.allTextContents()).join(' ')).toContain(dropped);
	expect(await accessibilityFindings(page)).toEqual([]);
}
