import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEVICES, goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

test.each([DEVICES[0], DEVICES[3]])(
	'on $on a lead finds the cohort that drifts, and sees whom it loses and where it leaves the plan',
	JOURNEY,
	async (device) => {
		const { page, close } = await signedIn(browser, server.url, 'ruth', device);
		await goToSection(page, 'Cohorts');
		await page.getByRole('row').filter({ hasText: '1 to fill in' }).getByRole('link').click();
		await page.getByRole('heading', { name: 'Who is still with us, by session' }).waitFor();
		await page.waitForLoadState();
		const card = page.locator('.stat-card', { hasText: 'Still taking part' });
		const [, there, started] = /(\d+) of (\d+) who started/.exec((await card.textContent()) ?? '') ?? [];
		const lost = Number(started) - Number(there);
		expect(lost).toBeGreaterThanOrEqual(3);
		for (const drawing of ['Share of people still taking part', 'Share of activities delivered']) {
			expect(await page.getByRole('img', { name: drawing }).isVisible()).toBe(true);
		}
		const numbers = page.getByRole('region', { name: /^Numbers: Share of people/ });
		expect(await numbers.isVisible()).toBe(false);
		await page.getByText('Show the numbers').first().click();
		expect(await numbers.getByRole('row').count()).toBeGreaterThan(3);
		const register = page.getByRole('table', { name: /^Register, / });
		expect(await register.getByRole('row').count()).toBeGreaterThan(Number(started));
		expect(await register.getByRole('cell', { name: 'No contact' }).count()).toBeGreaterThan(0);
		const leavers = page.getByRole('region', { name: 'Who has left' });
		expect(await leavers.getByRole('link').count()).toBeGreaterThanOrEqual(lost);
		expect(await leavers.getByText(/^After session \d/).count()).toBeGreaterThan(0);
		expect(await page.getByText('What these figures do not prove').count()).toBe(1);
		expect(await sidewaysOverflow(page)).toBe(0);
		await close();
	},
);

test(
	'a cohort prints with its drawings and all their numbers, and without what only a screen needs',
	JOURNEY,
	async () => {
		const { page, close } = await signedIn(browser, server.url, 'ruth');
		await goToSection(page, 'Cohorts');
		await page.getByRole('link', { name: 'Thursday group' }).click();
		await page.getByRole('heading', { name: 'Register so far' }).waitFor();
		await page.waitForLoadState();
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByRole('region', { name: /^Numbers: Share of people/ }).isVisible()).toBe(true);
		expect(await page.getByRole('img', { name: 'Share of people still taking part' }).isVisible()).toBe(true);
		expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(false);
		expect(await page.getByRole('link', { name: 'Messages' }).isVisible()).toBe(false);
		expect(await page.getByRole('link', { name: 'Record an exit' }).first().isVisible()).toBe(false);
		const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
		expect(pages!.length).toBeLessThanOrEqual(5);
		await close();
	},
);

test('a programme is on one sheet of paper, with its numbers and without their rows', JOURNEY, async () => {
	const { page, close } = await signedIn(browser, server.url, 'ruth');
	for (const name of ['Caring Dads, version 1', 'Inspiring Families: abusing parent, version 1']) {
		await goToSection(page, 'Today');
		await page.getByRole('region', { name: 'Overview of a programme' }).getByRole('link', { name }).click();
		await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
		await page.waitForLoadState();
		expect(await page.getByRole('heading', { name: 'What the numbers are made of' }).isVisible()).toBe(true);
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByRole('heading', { name: 'What the numbers are made of' }).isVisible()).toBe(false);
		expect(await page.getByRole('table', { name: 'Who stays' }).isVisible()).toBe(true);
		const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
		expect(pages).toHaveLength(1);
		await page.emulateMedia({ media: null });
	}
	await close();
});

test('a lead’s home is on one sheet of paper, and so are fifty gaps', JOURNEY, async () => {
	const { page, close } = await signedIn(browser, server.url, 'ruth');
	const sheets = async () => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
	await page.emulateMedia({ media: 'print' });
	for (const name of ['Waiting for a lead', 'Gaps', 'Next sessions']) {
		expect(await page.getByRole('heading', { name }).isVisible()).toBe(true);
	}
	expect(await sheets()).toBe(1);
	await page.goto(`${server.url}/gaps`);
	const gaps = page.getByRole('table', { name: 'Gaps, the oldest first' });
	expect(await gaps.getByRole('row').count()).toBeGreaterThan(40);
	expect(
		await gaps
			.getByRole('link', { name: /^Hand on/ })
			.first()
			.isVisible(),
	).toBe(false);
	expect(await sheets()).toBe(1);
	await close();
});

test('a lead reads a programme and turns the pages of its session plans', JOURNEY, async () => {
	const { page, close } = await signedIn(browser, server.url, 'ruth');
	await goToSection(page, 'Programmes');
	await page
		.getByRole('link', { name: /^Caring Dads/ })
		.first()
		.click();
	await page.getByText('not the licensed').waitFor();
	await page.getByRole('link', { name: 'Session 1', exact: true }).first().click();
	await page.getByText('5 activities, 120 minutes in all').waitFor();
	expect(await page.getByText('not the licensed').count()).toBe(1);
	await page.getByRole('navigation', { name: 'Plans' }).getByRole('link', { name: /Next/ }).click();
	await heading(page).getByText('Session 2').waitFor();
	expect(await page.title()).toBe('Session plan - Plumbline');
	await close();
});
