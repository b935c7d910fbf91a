import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, PHONE, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { follow, goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

test(
	'on a phone without JavaScript a partner-support worker adds a child to a family, and keeps its two sides apart',
	JOURNEY,
	async () => {
		const device = { size: PHONE, javaScript: false };
		const { page, close } = await signedIn(browser, server.url, 'imani', device);
		// The accessibility checker is a script: it looks at these pages in every-page.test.ts.
		const looksRight = async () => expect(await sidewaysOverflow(page)).toBe(0);
		await heading(page).getByText('Your tasks').waitFor();
		await looksRight();
		await goToSection(page, 'Families');
		await looksRight();
		await page.getByRole('link', { name: 'F-3' }).click();
		await heading(page).getByText('Family F-3').waitFor();
		const father = page.getByRole('region', { name: 'Perpetrator side' }).getByRole('link').first();
		const fathersName = (await father.textContent())!;
		await looksRight();
		await follow(page, 'Add a member');
		await page.getByRole('radio', { name: 'Survivor and child side' }).check();
		await page.getByLabel('Reference').fill('F-950');
		await page.getByRole('radio', { name: 'Child', exact: true }).check();
		await page.getByLabel('Given name').fill('Cleo');
		await page.getByLabel('Family name').fill('Stone');
		await looksRight();
		await page.getByRole('button', { name: 'Add to the family' }).click();
		await page.getByText('The person belongs to this family now').waitFor();
		await page
			.getByRole('region', { name: 'Survivor and child side' })
			.getByRole('link', { name: 'Cleo Stone', exact: true })
			.click();
		await heading(page).getByText('Cleo Stone').waitFor();
		await page.getByRole('link', { name: 'Who they may not meet' }).click();
		await looksRight();
		await page.getByRole('radio', { name: 'Perpetrator side' }).check();
		await page.getByLabel('Reference').fill('nobody');
		await page.getByLabel('Why they may not meet').fill('Court order');
		await page.getByRole('button', { name: 'Keep them apart' }).click();
		await page.getByRole('alert').getByText('Nobody of that side').waitFor();
		await goToSection(page, 'Search');
		await page.getByLabel('Name or reference').fill(fathersName.split(' ')[0]!.toUpperCase());
		await page.getByRole('button', { name: 'Search' }).click();
		await page.getByRole('link', { name: fathersName.split(' ').toReversed().join(', ') }).waitFor();
		expect(new URL(page.url()).search).toBe('');
		await looksRight();
		await close();
	},
);
