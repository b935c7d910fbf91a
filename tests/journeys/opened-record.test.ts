import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/cast.ts';
import { launch, PHONE, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

const ON_A_PHONE = { size: PHONE, javaScript: false };
const REASON = 'His sister rang: he has not been seen since noon';

test(
	'on a phone without JavaScript a facilitator opens one record in an emergency and closes it, and a lead reviews both that wait',
	JOURNEY,
	async () => {
		const { page, close } = await signedIn(browser, server.url, 'kezia', ON_A_PHONE);
		await goToSection(page, 'People');
		await page.getByRole('link', { name: 'Open a record in an emergency' }).click();
		expect(await sidewaysOverflow(page)).toBe(0);
		await page.getByLabel('Reference of the person').fill('D-120');
		await page.getByLabel('Your reason').fill(REASON);
		await page.getByLabel('Your password').fill('not this one');
		await page.getByRole('button', { name: 'Open the record' }).click();
		await page.getByRole('alert').getByText('The password is not right').waitFor();
		expect(await page.getByLabel('Your reason').inputValue()).toBe(REASON);
		await page.getByLabel('Your password').fill(DEMO_PASSWORD);
		await page.getByRole('button', { name: 'Open the record' }).click();
		await page.getByText('You opened this record. It is open until 6:30pm.').waitFor();
		expect(await page.getByText('Cohort not shown').count()).toBeGreaterThan(0);
		expect(await page.getByText('Safe contact').count()).toBe(0);
		expect(await sidewaysOverflow(page)).toBe(0);
		const address = page.url();
		await page.getByRole('button', { name: 'Close it now' }).click();
		await page.getByText('The record is closed.').waitFor();
		await page.goto(address);
		expect(await heading(page).textContent()).toBe('Page not found');
		await close();
		await reviewBoth();
	},
);

async function reviewBoth(): Promise<void> {
	const { page, close } = await signedIn(browser, server.url, 'ruth', ON_A_PHONE);
	const notices = page.getByRole('link', { name: /^Notices \(\d+\)$/ });
	const waiting = Number(/\d+/.exec((await notices.textContent()) ?? ''));
	expect(waiting).toBeGreaterThanOrEqual(2);
	await notices.click();
	expect(await sidewaysOverflow(page)).toBe(0);
	await page.getByRole('link', { name: 'Open the review' }).first().click();
	await page.getByText(REASON).waitFor();
	for (const left of [waiting - 1, waiting - 2]) {
		await page.getByLabel('What came of the review').fill('Rang Kezia: it was needed. Nothing more to do.');
		await page.getByRole('button', { name: 'Close the review' }).click();
		await page.getByText('The review is closed.').waitFor();
		const named = left > 0 ? `Notices (${left})` : 'Notices';
		expect(await page.getByRole('link', { name: named, exact: true }).count()).toBe(1);
		if (left === waiting - 2) break;
		await page.getByRole('row').filter({ hasText: 'Waits for review' }).getByRole('link').click();
		await page.getByText('A neighbour rang the hub').waitFor();
	}
	expect(await page.getByText('Waits for review').count()).toBe(0);
	expect(await sidewaysOverflow(page)).toBe(0);
	await close();
}
