import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#app/domain/shared/instant.ts';
import { createOneTimeCodes } from '#app/sign-in/one-time-codes.ts';
import { DEMO_PASSWORD } from '#db/demo/cast.ts';
import {
	accessibilityFindings,
	launch,
	newVisitor,
	PHONE,
	sidewaysOverflow,
	signInAs,
} from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING, DEMO_NOW } from '#tests/support/story-times.ts';
import {
	choose,
	DEVICES,
	follow,
	goToSection,
	heading,
	JOURNEY,
	namesOn,
	rowOf,
	SETTING_OUT,
	signedIn,
} from './working-day.ts';

/** Every sign-in at this server has run out a minute ago, as after hours in which nobody touched the page. */
function letSignInsRunOut({ dataDir }: RunningServer): void {
	const store = new Database(join(dataDir, 'plumbline.db'));
	store.prepare("update sign_ins set expires_at = '2026-11-24T20:34:00Z'").run();
	store.close();
}

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

test.each(DEVICES.filter((_, index) => index === 0 || index === 3))(
	'a register that is sent when the sign-in has run out is saved by its owner after signing in again, on $on',
	JOURNEY,
	async ({ size, javaScript }) => {
		const evening = await startDemo(DEMO_EVENING, server);
		const { page, close } = await signedIn(browser, evening.url, 'sam', { size, javaScript });
		const card = page.locator('.next-session--today', { hasText: 'Tuesday evening group' });
		await card.getByRole('link', { name: 'Register', exact: true }).click();
		const names = await namesOn(page);
		for (const name of names.slice(0, 2)) await choose(rowOf(page, name), 'Attended');
		letSignInsRunOut(evening);
		await page.getByRole('button', { name: 'Save register' }).click();
		await page.getByText('You were signed out before this was saved. Sign in and it will be there.').waitFor();
		// The accessibility checker is a script.
		if (javaScript) expect(await accessibilityFindings(page)).toEqual([]);
		await page.getByLabel('Email address').fill('sam.okafor@example.org');
		await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await heading(page).getByText('Not saved yet').waitFor();
		await page.getByRole('heading', { name: 'Register' }).waitFor();
		if (javaScript) expect(await accessibilityFindings(page)).toEqual([]);
		await page.getByRole('button', { name: 'Save it now' }).click();
		await page.getByText('Register saved.').waitFor();
		for (const name of names.slice(0, 2)) {
			expect(await rowOf(page, name).getByRole('radio', { name: 'Attended' }).isChecked()).toBe(true);
		}
		await page.goto(`${evening.url}/unsaved`);
		await page.getByText('Nothing is waiting to be saved.').waitFor();
		await close();
		await evening.stop();
	},
);

test(
	'a lead sets up a second factor by the key on a phone, keeps the codes and signs in with one',
	JOURNEY,
	async () => {
		const jo = await signedIn(browser, server.url, 'jo');
		await goToSection(jo.page, 'Staff');
		await follow(jo.page, 'Invite somebody');
		await jo.page.getByLabel('Name', { exact: true }).fill('Noor Haddad');
		await jo.page.getByLabel('Email address').fill('noor.haddad@example.org');
		await jo.page.getByRole('checkbox', { name: 'Programme lead' }).check();
		await jo.page.getByRole('button', { name: 'Make a one-time link' }).click();
		const link = await jo.page.getByLabel('One-time link').inputValue();
		const { page, close } = await newVisitor(browser, { size: PHONE });
		await page.goto(link);
		await page.getByLabel('Password', { exact: true }).fill('green wheel quiet harbour');
		await page.getByRole('button', { name: 'Save and sign in' }).click();
		await heading(page).getByText('Set up a second factor').waitFor();
		await page.goto(`${server.url}/cohorts`);
		await heading(page).getByText('Set up a second factor').waitFor();
		expect(await accessibilityFindings(page)).toEqual([]);
		expect(await sidewaysOverflow(page)).toBe(0);
		await page.getByText('I cannot scan it').click();
		const secret = (await page.locator('.one-time-secret').textContent())!.replaceAll(' ', '');
		await page.getByLabel('Code from your authenticator app').fill('000000');
		await page.getByRole('button', { name: 'Turn it on' }).click();
		await page.getByRole('alert').getByText('That code is not right').waitFor();
		const code = createOneTimeCodes().codeAt(secret, instant(DEMO_NOW));
		await page.getByLabel('Code from your authenticator app').fill(code);
		await page.getByRole('button', { name: 'Turn it on' }).click();
		await heading(page).getByText('Your second factor is set up').waitFor();
		expect(await accessibilityFindings(page)).toEqual([]);
		const recoveryCode = await page.locator('.recovery-codes li').first().textContent();
		await page
			.getByRole('button', { name: 'I have kept them' })
			.or(page.getByRole('link', { name: 'I have kept them' }))
			.click();
		await page.getByText('Noor Haddad · Programme lead').waitFor();
		await page.getByRole('button', { name: 'Sign out' }).click();
		await page.getByLabel('Email address').fill('noor.haddad@example.org');
		await page.getByLabel('Password', { exact: true }).fill('green wheel quiet harbour');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.getByRole('link', { name: 'Use a recovery code' }).click();
		await page.getByLabel('Recovery code').fill(recoveryCode!);
		await page.getByRole('button', { name: 'Go on' }).click();
		await page.getByRole('link', { name: 'Noor Haddad · Programme lead' }).click();
		await page.getByText('9 recovery codes left').waitFor();
		await follow(jo.page, 'Back to staff');
		await jo.page.getByRole('link', { name: 'Noor Haddad' }).click();
		await follow(jo.page, 'Reset their second factor');
		await jo.page.getByText('Be sure that it is really Noor Haddad').waitFor();
		expect(await accessibilityFindings(jo.page)).toEqual([]);
		await jo.page.getByRole('button', { name: 'Reset it and make the link' }).click();
		await heading(jo.page).getByText('Their second factor is reset').waitFor();
		await page.reload();
		await heading(page).getByText('Sign in').waitFor();
		await Promise.all([jo.close(), close()]);
	},
);

test('somebody changes their password and signs everything else out, by keyboard alone', JOURNEY, async () => {
	const [here, there] = [await newVisitor(browser), await newVisitor(browser)];
	const priya = { email: 'priya.raman@example.org', password: DEMO_PASSWORD };
	await Promise.all([signInAs(here.page, server.url, priya), signInAs(there.page, server.url, priya)]);
	await here.page.goto(`${server.url}/account`);
	await here.page.getByText('This one').waitFor();
	await here.page.getByRole('link', { name: 'Change password' }).press('Enter');
	await here.page.getByLabel('The password that you have now').focus();
	await here.page.keyboard.type(DEMO_PASSWORD);
	for (const _ of [1, 2]) await here.page.keyboard.press('Tab');
	await here.page.keyboard.type('green wheel quiet harbour');
	await here.page.keyboard.press('Enter');
	await here.page.getByText('Your password is changed. You are signed out everywhere else.').waitFor();
	await there.page.reload();
	await heading(there.page).getByText('Sign in').waitFor();
	await Promise.all([here.close(), there.close()]);
});
