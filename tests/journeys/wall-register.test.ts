import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, DESKTOP, launch, PHONE, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { follow, goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

const REGISTER = fileURLToPath(new URL('../fixtures/imports/register.xlsx', import.meta.url));

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

const DESKS = [
	['a desktop', { size: DESKTOP, javaScript: true }],
	['a phone without JavaScript', { size: PHONE, javaScript: false }],
] as const;

test.each(DESKS)(
	'on %s a coordinator brings in the register from the wall, finds its cohort with its past, and undoes it',
	JOURNEY,
	async (_on, device) => {
		const { page, close } = await signedIn(browser, server.url, 'priya', device);
		await goToSection(page, 'Bring in', 'Bring in from paper');
		await follow(page, 'Bring in a register');
		await page.getByRole('button', { name: 'Upload' }).click();
		await page.getByRole('alert').getByRole('link').waitFor();
		await page.getByLabel('The register').setInputFiles(REGISTER);
		await page.getByRole('button', { name: 'Upload' }).click();
		await page.getByText('Sheet “Register”: 10 people, 17 sessions.').waitFor();
		await expectGoodPage(page, device);
		await page.getByRole('button', { name: 'This is right' }).click();
		await describeCohort(page);
		await heading(page).getByText('Check before you import').waitFor();
		expect(await page.getByText('170 of 170').count()).toBe(1);
		await page.getByText(/^M13: the cell is blank but its comment says/).waitFor();
		await expectGoodPage(page, device);
		await page.getByRole('button', { name: 'Import', exact: true }).click();
		await page.getByText('The register is imported. Its cohort is ready.').waitFor();
		await expectGoodPage(page, device);
		await readCohort(page);
		await undo(page, device);
		await close();
	},
);

type Device = (typeof DESKS)[number][1];

/** The checker is a script itself: it looks where scripts run. */
async function expectGoodPage(page: Page, { size, javaScript }: Device): Promise<void> {
	for (const width of [size.width, 320]) {
		await page.setViewportSize({ ...size, width });
		expect(await sidewaysOverflow(page)).toBe(0);
		if (javaScript) expect(await accessibilityFindings(page)).toEqual([]);
	}
	await page.setViewportSize(size);
}

async function describeCohort(page: Page): Promise<void> {
	await page.getByLabel('Name of the cohort').fill('Wall group');
	await page.getByLabel('Programme').selectOption({ label: 'Caring Dads, version 1' });
	await page.getByLabel('Places').fill('12');
	await page.getByLabel('Area').selectOption('Northfield (England and Wales)');
	await page.getByLabel('Venue and room').selectOption({ label: 'Northfield Family Hub, Room 2 (Northfield)' });
	await page.getByLabel('Lead facilitator').selectOption('Kezia Mensah');
	await page.getByRole('checkbox', { name: 'Tom Ferris' }).check();
	await page.getByRole('button', { name: 'Check before you import' }).click();
	await page
		.getByRole('alert')
		.getByRole('link', { name: /start time/ })
		.waitFor();
	await page.getByLabel('Start time of the sessions').fill('2:30pm');
	await page.getByRole('button', { name: 'Check before you import' }).click();
}

/** The cohort as if it had run here: its people, the one who left, and its term with the evening that fell out. */
async function readCohort(page: Page): Promise<void> {
	await follow(page, 'Go to the cohort');
	await heading(page).getByText('Wall group').waitFor();
	await page.waitForLoadState();
	const register = page.getByRole('table', { name: 'Register, Wall group' });
	expect(await register.getByRole('row').count()).toBe(11);
	const leavers = page.getByRole('region', { name: 'Who has left' });
	await leavers.getByText('After session 6').waitFor();
	expect(await page.getByRole('list', { name: 'Sessions' }).getByText('cancelled').count()).toBe(1);
}

async function undo(page: Page, device: Device): Promise<void> {
	await goToSection(page, 'Bring in', 'Bring in from paper');
	await page.getByRole('link', { name: /^Undo/ }).first().click();
	await expectGoodPage(page, device);
	await page.getByRole('main').getByRole('button', { name: /Undo/ }).click();
	await heading(page).waitFor();
	await goToSection(page, 'Cohorts');
	expect(await page.getByText('Wall group').count()).toBe(0);
}
