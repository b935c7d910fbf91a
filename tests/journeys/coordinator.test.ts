import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEVICES, follow, goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

/** Each takes a time of its own: one room and one team cannot be in two cohorts at once. */
const TIMES = ['9:30am', 'midday', '2:30pm', '5pm'];

test.each([DEVICES[0], DEVICES[3]])(
	'on $on a coordinator lays out a cohort, adds a person with a safe contact and records an exit',
	JOURNEY,
	async (device) => {
		const { page, close } = await signedIn(browser, server.url, 'priya', device);
		const at = DEVICES.findIndex(({ on }) => on === device.on);
		await goToSection(page, 'Cohorts');
		await layOut(page, { name: `Journey group ${at + 1}`, time: TIMES[at]! });
		await addPerson(page, `J26/0${at + 1}`);
		await setSafeContact(page);
		await recordExit(page);
		await close();
	},
);

/** From the form to every date, back for a second thought with everything kept, and saved. */
async function layOut(page: Page, { name, time }: { name: string; time: string }): Promise<void> {
	await follow(page, 'Lay out a cohort');
	await page.getByLabel('Name of the cohort').fill(name);
	await page.getByLabel('Programme').selectOption({ label: 'Caring Dads, version 1' });
	await page.getByLabel('Places').fill('12');
	await page.getByLabel('Area', { exact: true }).selectOption('Northfield (England and Wales)');
	await page.getByLabel('Venue and room').selectOption({ label: 'Northfield Family Hub, Room 2 (Northfield)' });
	await page.getByLabel('Lead facilitator').selectOption('Kezia Mensah');
	await page.getByRole('checkbox', { name: 'Tom Ferris' }).check();
	const start = page.getByRole('group', { name: 'Earliest start' });
	await start.getByLabel('Day').fill('4');
	await start.getByLabel('Month').fill('1');
	await start.getByLabel('Year').fill('2027');
	await page.getByLabel('Weekday', { exact: true }).selectOption('Monday');
	await page.getByRole('button', { name: 'Show the dates' }).click();
	await page.getByRole('alert').getByRole('link', { name: 'Enter a start time, such as 6:30pm' }).waitFor();
	expect(await page.getByLabel('Name of the cohort').inputValue()).toBe(name);
	await page.getByLabel('Start time', { exact: true }).fill(time);
	await page.getByLabel('Weeks to skip').fill('15 February 2027');
	await page.getByRole('button', { name: 'Show the dates' }).click();
	await page.getByText('Not saved yet').waitFor();
	await page.waitForLoadState();
	expect(await heading(page).textContent()).toBe(`${name}: every date`);
	expect(
		await page
			.getByRole('row', { name: /Monday 15 February 2027/ })
			.getByText(/left out|Skipped|week/i)
			.count(),
	).toBeGreaterThan(0);
	await page.getByRole('button', { name: 'Change something' }).click();
	expect(await page.getByLabel('Weeks to skip').inputValue()).toBe('15 February 2027');
	expect(await page.getByRole('checkbox', { name: 'Tom Ferris' }).isChecked()).toBe(true);
	await page.getByLabel('Places').fill('14');
	await page.getByRole('button', { name: 'Show the dates' }).click();
	await page.getByText('Not saved yet').waitFor();
	await page.waitForLoadState();
	expect(await page.getByText('Clash').count()).toBe(0);
	await page.getByRole('button', { name: 'Save cohort' }).click();
	await heading(page).getByText(name, { exact: true }).waitFor();
	await page.waitForLoadState();
	expect(await page.getByText('of 14', { exact: true }).count()).toBe(1);
	expect(await page.getByRole('list', { name: 'Sessions' }).getByRole('listitem').count()).toBe(17);
}

async function addPerson(page: Page, reference: string): Promise<void> {
	await follow(page, 'Add a person');
	await page.getByLabel('Reference').fill(reference);
	await page.getByLabel('Given name').fill('Robin');
	await page.getByRole('button', { name: 'Add to the cohort' }).click();
	await page.getByRole('alert').getByRole('link', { name: 'Enter their family name too' }).waitFor();
	await page.getByLabel('Family name').fill('Ferrand');
	await page.getByRole('button', { name: 'Add to the cohort' }).click();
	await page.getByRole('link', { name: 'Robin Ferrand' }).first().click();
	await page.getByText('No safe contact: no message leaves for this person.').waitFor();
}

async function setSafeContact(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Change how to reach them' }).click();
	await page.getByRole('radio', { name: 'Email' }).check();
	await page.getByLabel('Email address or phone number').fill('robin@example.net');
	for (const day of ['Monday', 'Thursday']) await page.getByRole('checkbox', { name: day }).check();
	await page.getByLabel('Safe from').fill('9am');
	await page.getByLabel('Safe until').fill('17:30');
	await page.getByRole('button', { name: 'Save safe contact' }).click();
	await page.getByText('The safe contact is saved.').waitFor();
	await page.getByRole('link', { name: 'Back', exact: true }).click();
	await page.getByText('robin@example.net, Monday and Thursday, 9am to 5:30pm, to be checked again by').waitFor();
}

async function recordExit(page: Page): Promise<void> {
	await page.getByRole('link', { name: /^Record an exit/ }).click();
	await page.getByRole('button', { name: 'Record exit' }).click();
	await page.getByRole('alert').getByRole('link', { name: 'Choose who ended it' }).waitFor();
	await page.getByRole('radio', { name: 'The person left' }).check();
	await page.getByLabel('Main reason').selectOption('work');
	await page.getByRole('button', { name: 'Record exit' }).click();
	await page.getByText('The exit is recorded. If it was a mistake, undo it below.').waitFor();
	await page.getByRole('link', { name: /^Undo the exit/ }).click();
	await page.getByRole('button', { name: /Undo/ }).click();
	await page.getByText('The end of the place is undone: it goes on.').waitFor();
}

test('the messages page says of every reminder that cannot leave why, and what to do', JOURNEY, async () => {
	const { page, close } = await signedIn(browser, server.url, 'priya');
	await goToSection(page, 'Messages');
	await page.getByText('No mail server is set up').waitFor();
	await page
		.getByRole('navigation', { name: 'State' })
		.getByRole('link', { name: /^Blocked/ })
		.click();
	const rows = page.getByRole('row').filter({ hasText: 'Session' });
	expect(await rows.count()).toBeGreaterThan(0);
	for (const row of await rows.allTextContents())
		expect(row).toMatch(
			/no safe contact|past its review date|No safe hour is left|This person is rung|not set up here|only if somebody approves it|Contact details need checking/,
		);
	await page.getByRole('navigation', { name: 'State' }).getByRole('link', { name: /^Sent/ }).click();
	await page.getByRole('row').filter({ hasText: 'Session' }).first().getByRole('link').click();
	await heading(page).waitFor();
	expect(await page.getByRole('main').textContent()).not.toMatch(/Caring Dads|perpetrator|abus/i);
	await close();
});

test(
	'a coordinator finds a cohort, adds a person and reaches their safe contact by keyboard alone',
	JOURNEY,
	async () => {
		const { page, close } = await signedIn(browser, server.url, 'priya');
		await page.keyboard.press('Tab');
		expect(await nameOfFocused(page)).toBe('Skip to main content');
		await pressOn(page, 'Cohorts');
		await pressOn(page, 'Monday daytime group');
		await pressOn(page, 'Add a person');
		await tabTo(page, 'Reference');
		await page.keyboard.type('J26/20');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Alex');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Keyes');
		await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
		await pressOn(page, 'Alex Keyes');
		await pressOn(page, 'Change how to reach them');
		await tabTo(page, 'Email');
		await page.keyboard.press('Space');
		await tabTo(page, 'Email address or phone number');
		await page.keyboard.type('alex@example.net');
		await tabTo(page, 'Tuesday');
		await page.keyboard.press('Space');
		await tabTo(page, 'Safe from');
		await page.keyboard.type('9am');
		await page.keyboard.press('Tab');
		await page.keyboard.type('5pm');
		await page.keyboard.press('Enter');
		await page.getByText('The safe contact is saved.').waitFor();
		await close();
	},
);

/** Follows the link, or presses the button, of this name by keyboard, and waits for the page after it. */
async function pressOn(page: Page, name: string): Promise<void> {
	await tabTo(page, name);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function tabTo(page: Page, name: string): Promise<void> {
	for (let pressed = 0; pressed < 150; pressed += 1) {
		await page.keyboard.press('Tab');
		if ((await nameOfFocused(page)) === name) return;
	}
	throw new Error(`Nothing called “${name}” can be reached with the Tab key on ${page.url()}`);
}

/** The words of what has the focus: of its label where it has one. */
function nameOfFocused(page: Page): Promise<string> {
	return page.evaluate(() => {
		const at = document.activeElement;
		const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : at;
		return label?.textContent?.trim() ?? '';
	});
}
