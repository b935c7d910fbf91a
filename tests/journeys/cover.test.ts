import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, PHONE, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { goToSection, heading, JOURNEY, SETTING_OUT, type Somebody, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

const ON_A_PHONE = { size: PHONE, javaScript: false };

test(
	'a coordinator asks two people to stand in; on phones without JavaScript the first to accept does, and the second is told kindly',
	JOURNEY,
	async () => {
		const address = await askForTonight();
		const gwen = await requestOf('gwen');
		const marcus = await requestOf('marcus');
		await marcus.page.getByText('Sam Okafor').waitFor();
		await marcus.page.getByRole('button', { name: 'Yes, I will stand in' }).click();
		await marcus.page.getByText('Thank you. The session is yours').waitFor();
		await marcus.page.getByRole('link', { name: 'Open the session' }).click();
		await marcus.page.getByRole('link', { name: 'Take the register' }).click();
		await marcus.page.locator('.register-row__person').first().waitFor();
		expect(await sidewaysOverflow(marcus.page)).toBe(0);
		await gwen.page.getByRole('button', { name: 'Yes, I will stand in' }).click();
		await gwen.page.getByText('Somebody else accepted a moment before you').first().waitFor();
		expect(await gwen.page.getByText('Thank you for looking').count()).toBe(1);
		await gwen.page.goto(address);
		expect(await heading(gwen.page).textContent()).toBe('Page not found');
		await Promise.all([marcus.close(), gwen.close()]);
		await samIsOff(address);
	},
);

/** Priya asks Gwen and Marcus to stand in for Sam tonight; answers with the address of the session. */
async function askForTonight(): Promise<string> {
	const { page, close } = await signedIn(browser, server.url, 'priya', ON_A_PHONE);
	await page
		.getByRole('link', { name: /evening group/ })
		.first()
		.click();
	await page.getByRole('link', { name: 'Cover for this session' }).click();
	expect(await sidewaysOverflow(page)).toBe(0);
	await page.getByRole('button', { name: 'Ask for cover' }).click();
	await page.getByRole('alert').getByText('Choose who cannot come').waitFor();
	await page.getByLabel('Sam Okafor').check();
	await page.getByLabel('Gwen Pritchard').check();
	await page.getByLabel('Marcus Bell').check();
	await page.getByRole('button', { name: 'Ask for cover' }).click();
	await page.getByText('They are asked').waitFor();
	expect(await page.getByText('Waits for an answer').count()).toBe(2);
	const address = page.url().replace(/\/cover.*/, '');
	await close();
	return address;
}

/** Opens the request for tonight from what they are asked on their day. */
async function requestOf(who: Somebody) {
	const visitor = await signedIn(browser, server.url, who, ON_A_PHONE);
	await visitor.page.getByRole('link', { name: 'Look at it and answer' }).first().click();
	await visitor.page.getByRole('heading', { level: 1, name: 'Can you stand in?' }).waitFor();
	expect(await sidewaysOverflow(visitor.page)).toBe(0);
	return visitor;
}

/** Sam sees who stands in, and the register is not his tonight. */
async function samIsOff(address: string): Promise<void> {
	const { page, close } = await signedIn(browser, server.url, 'sam', ON_A_PHONE);
	await page.goto(address);
	await page.getByText('Marcus Bell').first().waitFor();
	expect(await page.getByRole('link', { name: 'Take the register' }).count()).toBe(0);
	await close();
}

test('on a phone a facilitator keeps hours and leave, and a lead records an accreditation', JOURNEY, async () => {
	const { page, close } = await signedIn(browser, server.url, 'kezia', ON_A_PHONE);
	await goToSection(page, 'My availability');
	await page.getByRole('link', { name: 'Change the hours' }).click();
	await page.getByLabel('Tuesday').fill('9am to 9pm');
	expect(await sidewaysOverflow(page)).toBe(0);
	await page.getByRole('button', { name: 'Save hours' }).click();
	await page.getByText('The hours are saved.').waitFor();
	expect(await page.getByText('9am to 9pm').count()).toBe(1);
	expect(await sidewaysOverflow(page)).toBe(0);
	await close();
	const ruth = await signedIn(browser, server.url, 'ruth', ON_A_PHONE);
	await goToSection(ruth.page, 'Facilitators');
	expect(await sidewaysOverflow(ruth.page)).toBe(0);
	await ruth.page.getByRole('link', { name: 'Leila Haddad', exact: true }).click();
	await ruth.page.getByRole('link', { name: 'Record an accreditation' }).click();
	await ruth.page.getByRole('button', { name: 'Record accreditation' }).click();
	await ruth.page.getByRole('alert').getByText('Choose a programme').waitFor();
	expect(await sidewaysOverflow(ruth.page)).toBe(0);
	await ruth.close();
});
