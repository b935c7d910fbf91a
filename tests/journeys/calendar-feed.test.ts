import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, PHONE } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { follow, goToSection, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

test(
	'a facilitator puts their sessions into a calendar, and an ended address finds nothing any more',
	JOURNEY,
	async () => {
		const { page, close } = await signedIn(browser, server.url, 'sam', { size: PHONE, javaScript: true });
		await goToSection(page, 'My calendar');
		await page.getByRole('button', { name: 'Make a calendar address' }).click();
		const address = await page.getByLabel('Calendar address').inputValue();
		expect(address).toMatch(new RegExp(`^${server.url}/calendars/[^/]+\\.ics$`));

		const feed = await fetch(address);
		expect(feed.headers.get('content-type')).toContain('text/calendar');
		const events = await feed.text();
		// Two groups of seventeen sessions, and whatever catch-ups they have.
		expect(events.match(/SUMMARY:Group session/g)?.length).toBe(34);
		expect(events).toContain('SUMMARY:Group session 9');
		expect(events).not.toMatch(/Caring|Dads|Okafor|Mensah/);

		await follow(page, 'I have copied it');
		await page.getByText('We cannot show it again.').waitFor();
		await page.getByRole('button', { name: 'Make a new address' }).click();
		const second = await page.getByLabel('Calendar address').inputValue();
		expect((await fetch(address)).status).toBe(404);
		expect((await fetch(second)).status).toBe(200);
		await goToSection(page, 'My calendar');
		await page.getByRole('button', { name: 'End my address' }).click();
		await page.getByText('Your calendar address is ended.').waitFor();
		expect((await fetch(second)).status).toBe(404);
		await close();
	},
);

test('a facilitator turns calendar invitations on and off without a script', JOURNEY, async () => {
	const { page, close } = await signedIn(browser, server.url, 'sam', { size: PHONE, javaScript: false });
	await goToSection(page, 'My calendar');
	await page.getByRole('button', { name: 'Send me an invitation for each session' }).click();
	await page.getByText('You will get an invitation for each session.').waitFor();
	await page.getByText('You have had an invitation for each session since').waitFor();
	await page.getByRole('button', { name: 'Stop my invitations' }).click();
	await page.getByText('You will get no more invitations.').waitFor();
	await page.getByRole('button', { name: 'Send me an invitation for each session' }).waitFor();
	await close();
});
