import type { Browser, Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#db/demo/cast.ts';
import { DESKTOP, newVisitor, PHONE, signInAs } from '#tests/support/browser.ts';

/** A journey waits for a browser, a server and whatever else the machine does: far longer than a rule takes. */
export const JOURNEY = { timeout: 300_000 };
export const SETTING_OUT = JOURNEY.timeout;

export const DEVICES = [
	{ on: 'a desktop', size: DESKTOP, javaScript: true },
	{ on: 'a phone', size: PHONE, javaScript: true },
	{ on: 'a desktop without JavaScript', size: DESKTOP, javaScript: false },
	{ on: 'a phone without JavaScript', size: PHONE, javaScript: false },
] as const;
type Device = Pick<(typeof DEVICES)[number], 'size' | 'javaScript'>;

/** Those of the demonstration's staff who make journeys. */
const ADDRESSES = {
	sam: 'sam.okafor@example.org',
	kezia: 'kezia.mensah@example.org',
	priya: 'priya.raman@example.org',
	ruth: 'ruth.levy@example.org',
	imani: 'imani.clarke@example.org',
	marcus: 'marcus.bell@example.org',
	gwen: 'gwen.pritchard@example.org',
	owen: 'owen.hart@example.org',
	beth: 'beth.rowlands@example.org',
	jo: 'jo.whitfield@example.org',
} as const;
export type Somebody = keyof typeof ADDRESSES;

/** A browser of one's own, signed in as one of the staff and on their home page. */
export async function signedIn(browser: Browser, url: string, who: Somebody, device?: Device) {
	const visitor = await newVisitor(browser, device);
	await signInAs(visitor.page, url, { email: ADDRESSES[who], password: DEMO_PASSWORD });
	return visitor;
}

/**
 * Goes to a section by the navigation, which a script folds away behind a button on a phone, and by the page “More” where
 * it is not one of every day.
 */
export async function goToSection(page: Page, name: string, title = name): Promise<void> {
	await openMenu(page);
	const section = page.getByRole('navigation').getByRole('link', { name, exact: true });
	if ((await section.count()) > 0) await section.first().click();
	else await findBehindMore(page, name);
	await page.getByRole('heading', { level: 1, name: title }).waitFor();
	await page.waitForLoadState();
}

async function openMenu(page: Page): Promise<void> {
	const menu = page.getByRole('button', { name: 'Menu' });
	if (await menu.isVisible()) await menu.click();
}

async function findBehindMore(page: Page, name: string): Promise<void> {
	await page
		.getByRole('navigation')
		.getByRole('link', { name: /^More( \(\d+\))?$/ })
		.click();
	await page.getByRole('heading', { level: 1, name: 'More' }).waitFor();
	await page.getByRole('main').getByRole('link', { name, exact: true }).click();
}

/** Follows what looks like a button and is a link: a script gives it the role of what it looks like. */
export async function follow(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click();
}

/** The row of a person in a register, or of an activity in a delivery log. */
export function rowOf(page: Page, name: string): Locator {
	return page.getByRole('group', { name, exact: true });
}

/** Chooses a mark or a rating with the mouse or a finger. */
export async function choose(row: Locator, label: string): Promise<void> {
	await row.getByRole('radio', { name: label, exact: true }).check();
}

/** The names in a register, from top to bottom: all of them, and not only those that have arrived so far. */
export async function namesOn(page: Page): Promise<string[]> {
	const names = page.locator('.register-row__person');
	await names.first().waitFor();
	await page.waitForLoadState();
	return names.allTextContents();
}

export function heading(page: Page): Locator {
	return page.getByRole('heading', { level: 1 });
}
