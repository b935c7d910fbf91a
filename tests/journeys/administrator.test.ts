import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, newVisitor, PHONE } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { follow, goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

test(
	'somebody invited by a one-time link chooses a password, comes in with their role, and the link is spent',
	JOURNEY,
	async () => {
		const jo = await signedIn(browser, server.url, 'jo');
		await goToSection(jo.page, 'Staff');
		const link = await invite(jo.page);
		await follow(jo.page, 'Back to staff');
		await jo.page
			.getByRole('row', { name: /Ida Nowak/ })
			.getByText('Invited')
			.waitFor();

		const ada = await newVisitor(browser, { size: PHONE, javaScript: false });
		await ada.page.goto(link);
		await ada.page.getByText('Hello Ida Nowak. You sign in as ida.nowak@example.org.').waitFor();
		await ada.page.getByLabel('Password', { exact: true }).fill('short');
		await ada.page.getByRole('button', { name: 'Save and sign in' }).click();
		await ada.page
			.getByRole('alert')
			.getByRole('link', { name: /at least \d+ characters/ })
			.waitFor();
		expect(await ada.page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
		await ada.page.getByLabel('Password', { exact: true }).fill('green wheel quiet harbour');
		await ada.page.getByRole('button', { name: 'Save and sign in' }).click();
		await ada.page.getByText('Ida Nowak · Coordinator').waitFor();
		await goToSection(ada.page, 'Cohorts');
		await ada.page.getByRole('link', { name: 'Thursday group' }).waitFor();
		expect(await ada.page.getByRole('link', { name: 'Tuesday evening group' }).count()).toBe(0);
		expect((await ada.page.goto(link))?.status()).toBe(410);
		await heading(ada.page).getByText('This link does not work any more').waitFor();
		await Promise.all([jo.close(), ada.close()]);
	},
);

/** Fills in the invitation of a coordinator in Riverside, forgetting the area at first; returns the link. */
async function invite(page: Page): Promise<string> {
	await follow(page, 'Invite somebody');
	await page.getByLabel('Name', { exact: true }).fill('Ida Nowak');
	await page.getByLabel('Email address').fill('ida.nowak@example.org');
	await page.getByRole('checkbox', { name: 'Coordinator' }).check();
	await page.getByRole('checkbox', { name: 'Perpetrator side' }).check();
	await page.getByRole('button', { name: 'Make a one-time link' }).click();
	await page.getByRole('alert').getByRole('link').first().waitFor();
	expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ida Nowak');
	await page.getByRole('checkbox', { name: 'Riverside' }).check();
	await page.getByRole('button', { name: 'Make a one-time link' }).click();
	return page.getByLabel('One-time link').inputValue();
}

test('an administrator keeps places and closures', JOURNEY, async () => {
	const { page, close } = await signedIn(browser, server.url, 'jo');
	await goToSection(page, 'Places');
	await follow(page, 'Add an area');
	await page.getByLabel('Name of the area').fill('Westbrook');
	await page.getByRole('radio', { name: 'Scotland' }).check();
	await page.getByRole('button', { name: 'Add area' }).click();
	await page.getByText('The area is added. Now add its venues.').waitFor();
	await page
		.locator('.govuk-summary-card', { hasText: 'Westbrook, Scotland' })
		.getByRole('link', { name: /^Add a venue/ })
		.click();
	await page.getByRole('textbox').fill('Westbrook Hall');
	await page.getByRole('main').getByRole('button').click();
	await page.getByText('Westbrook Hall').first().waitFor();
	await goToSection(page, 'Closures');
	await follow(page, 'Add a closure');
	await page.getByLabel('Reason').fill('Christmas closure');
	for (const [which, day] of [
		['First day', '24'],
		['Last day', '23'],
	] as const) {
		const group = page.getByRole('group', { name: which });
		await group.getByLabel('Day').fill(day);
		await group.getByLabel('Month').fill('12');
		await group.getByLabel('Year').fill('2026');
	}
	await page.getByRole('button', { name: 'Add closure' }).click();
	await page.getByRole('alert').getByRole('link').waitFor();
	await page.getByRole('group', { name: 'Last day' }).getByLabel('Day').fill('31');
	await page.getByRole('button', { name: 'Add closure' }).click();
	await page.getByText('The closure is added.').waitFor();
	await page
		.getByRole('row', { name: /Christmas closure/ })
		.getByRole('link', { name: /^Remove/ })
		.click();
	await page.getByRole('button', { name: 'Remove closure' }).click();
	await page.getByText('The closure is removed.').waitFor();
	expect(await page.getByText('Christmas closure').count()).toBe(0);
	await close();
});

test('an administrator has no way to case data, not even by its address', JOURNEY, async () => {
	const sam = await signedIn(browser, server.url, 'sam');
	await goToSection(sam.page, 'Cohorts');
	const cohort = await sam.page.getByRole('link', { name: 'Tuesday evening group' }).getAttribute('href');
	await sam.page.getByRole('link', { name: 'Tuesday evening group' }).click();
	const people = sam.page.getByRole('region', { name: 'People' });
	const person = await people.getByRole('rowheader').getByRole('link').first().getAttribute('href');
	expect(person).toMatch(/^\/people\//);
	const { page, close } = await signedIn(browser, server.url, 'jo');
	const sections = await page.getByRole('navigation').first().getByRole('link').allTextContents();
	expect(sections.map((section) => section.trim())).toEqual([
		'Bring in',
		'Programmes',
		'Notices (1)',
		'Staff',
		'Facilitators',
		'Places',
		'Closures',
	]);
	for (const path of [cohort, person, '/cohorts', '/people', '/messages', '/today']) {
		expect((await page.goto(server.url + path!))?.status(), path!).toBe(404);
		expect(await heading(page).textContent()).toBe('Page not found');
	}
	await Promise.all([sam.close(), close()]);
});
