import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, launch } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import { choose, heading, JOURNEY, namesOn, rowOf, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let afternoon: RunningServer;

beforeAll(async () => {
	[browser, afternoon] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), afternoon?.stop()]), SETTING_OUT);

const afterTheSession = () => startDemo(DEMO_EVENING, afternoon);

/** Opens tonight's register as the page of today leads there: with the focus on the first row that is open. */
async function openRegister(page: Page): Promise<string[]> {
	const card = page.locator('.next-session--today', { hasText: 'Tuesday evening group' });
	await card.getByRole('link', { name: 'Register', exact: true }).click();
	await heading(page).getByText('Register').waitFor();
	const names = await namesOn(page);
	if (await page.getByLabel('Letter keys').isVisible()) await expect.poll(() => focused(page)).toBe(names[0]);
	return names;
}

/** Presses keys and counts them. */
function keyboardOf(page: Page) {
	let pressed = 0;
	const press = async (...keys: readonly string[]) => {
		for (const key of keys) {
			await page.keyboard.press(key);
			pressed += 1;
		}
	};
	return { press, count: () => pressed };
}

/** The name in whose row the focus is, or the words of the button that has it. */
function focused(page: Page): Promise<string> {
	return page.evaluate(() => {
		const at = document.activeElement;
		return at?.closest('fieldset')?.querySelector('legend')?.textContent ?? at?.textContent?.trim() ?? '';
	});
}

const EXCEPTIONS = [
	[
		'in the middle',
		[3, 8],
		(press: Press) => press('p', 'p', 'p', ...APOLOGY, 'p', 'p', 'p', 'p', ...LATE, 'r', 'Enter'),
	],
	// Each row has two stops of the Tab key: its marks, and the box about a concern.
	['at the end', [11, 12], (press: Press) => press('r', ...Array(4).fill('Shift+Tab'), ...APOLOGY, ...LATE, 'Enter')],
] as const;
type Press = (...keys: readonly string[]) => Promise<void>;
const APOLOGY = ['a', 'w', 'Enter'];
const LATE = ['l', 't', 'Enter', '1', '0', 'Enter'];

test.each(EXCEPTIONS)(
	'a register of 13 with an apology and a latecomer %s takes at most 18 key presses',
	JOURNEY,
	async (_where, [absent, late], pressAll) => {
		const evening = await afterTheSession();
		try {
			const { page, close } = await signedIn(browser, evening.url, 'sam');
			const names = await openRegister(page);
			expect(names.length).toBe(13);
			const { press, count } = keyboardOf(page);
			await pressAll(press);
			await page.getByText('Register saved.').waitFor();
			expect(count()).toBeLessThanOrEqual(18);
			expect(await page.getByRole('status').textContent()).toBe('13 of 13 marked');
			expect(await page.getByRole('radio', { name: 'Attended', checked: true }).count()).toBe(11);
			expect(await rowOf(page, names[absent]!).getByLabel('Reason').inputValue()).toBe('work');
			expect(await rowOf(page, names[late]!).getByLabel('Reason').inputValue()).toBe('travel');
			expect(await rowOf(page, names[late]!).getByLabel('Minutes').inputValue()).toBe('10');
			await close();
		} finally {
			await evening.stop();
		}
	},
);

test(
	'letters mark only while they are switched on, counts follow every mark, and Enter goes on instead of saving',
	JOURNEY,
	async () => {
		const evening = await afterTheSession();
		try {
			const { page, close } = await signedIn(browser, evening.url, 'sam');
			const [first, second, third] = (await openRegister(page)) as [string, string, string];
			const { press } = keyboardOf(page);
			const status = page.locator('#register-status');
			await press('p');
			expect(await rowOf(page, first).getByLabel('Attended').isChecked()).toBe(true);
			expect(await status.textContent()).toBe('1 of 13 marked · 1 not saved yet');
			await press('e');
			await press('Enter');
			expect(await status.textContent()).toBe('2 of 13 marked · 2 not saved yet');
			expect(await heading(page).textContent()).toBe('Register');
			expect(page.url()).not.toContain('said=');
			await press('Enter');
			expect(await focused(page)).toBe(third);
			await page.getByLabel('Letter keys').uncheck();
			await rowOf(page, third).getByRole('radio', { name: 'Attended' }).focus();
			await press('n');
			expect(await rowOf(page, third).getByRole('radio', { checked: true }).count()).toBe(0);
			page.once('dialog', (dialog) => dialog.accept());
			await page.reload();
			expect(await page.getByLabel('Letter keys').isChecked()).toBe(false);
			expect(await rowOf(page, second).getByLabel('Left early').isChecked()).toBe(true);
			expect(await status.textContent()).toBe('2 of 13 marked · 2 not saved yet');
			await page.getByLabel('Letter keys').check();
			await rowOf(page, first).getByRole('radio', { name: 'Attended' }).focus();
			await press('n');
			expect(await rowOf(page, first).getByLabel('No contact').isChecked()).toBe(true);
			page.once('dialog', (dialog) => dialog.accept());
			await page.goto('about:blank');
			await close();
		} finally {
			await evening.stop();
		}
	},
);

test('two facilitators mark different people at once, and for the same person see both answers', JOURNEY, async () => {
	const evening = await afterTheSession();
	try {
		const sam = await signedIn(browser, evening.url, 'sam');
		const kezia = await signedIn(browser, evening.url, 'kezia', { size: DESKTOP, javaScript: false });
		const [first, second, third] = (await openRegister(sam.page)) as [string, string, string];
		await openRegister(kezia.page);
		const save = (page: Page) => page.getByRole('button', { name: 'Save register' });

		await choose(rowOf(sam.page, first), 'Attended');
		await save(sam.page).dblclick();
		await sam.page.getByText(/Register saved\.|Everything on this page was saved already\./).waitFor();
		await choose(rowOf(kezia.page, second), 'No contact');
		await save(kezia.page).click();
		await kezia.page.getByText('Register saved.').waitFor();
		expect(await rowOf(kezia.page, first).getByLabel('Attended').isChecked()).toBe(true);
		expect(await rowOf(kezia.page, second).getByLabel('No contact').isChecked()).toBe(true);

		await sam.page.goto(kezia.page.url().split('?')[0]!);
		await choose(rowOf(sam.page, third), 'Attended');
		await choose(rowOf(kezia.page, third), 'No contact');
		await save(sam.page).click();
		await sam.page.getByText('Register saved.').waitFor();
		await save(kezia.page).click();
		const both = `Sam Okafor marked ${third} Attended at 8:35pm; you chose No contact here. Choose again`;
		await kezia.page.getByRole('alert').getByRole('link', { name: both }).waitFor();
		expect(await kezia.page.title()).toMatch(/^Error: Register/);
		expect(await rowOf(kezia.page, third).getByRole('radio', { checked: true }).count()).toBe(0);
		await choose(rowOf(kezia.page, third), 'Attended');
		await save(kezia.page).click();
		await kezia.page.getByText('Everything on this page was saved already.').waitFor();
		await Promise.all([sam.close(), kezia.close()]);
	} finally {
		await evening.stop();
	}
});

test('pressing Save twice saves one register, with and without JavaScript', JOURNEY, async () => {
	const evening = await afterTheSession();
	try {
		for (const javaScript of [true, false]) {
			const { page, close } = await signedIn(browser, evening.url, 'sam', { size: DESKTOP, javaScript });
			const names = await openRegister(page);
			const name = names[javaScript ? 0 : 1]!;
			await choose(rowOf(page, name), 'Attended');
			await page.getByRole('button', { name: 'Save register' }).dblclick();
			await page.getByText(/Register saved\.|Everything on this page was saved already\./).waitFor();
			expect(await page.getByRole('alert').filter({ hasText: 'There is a problem' }).count()).toBe(0);
			expect(await rowOf(page, name).getByLabel('Attended').isChecked()).toBe(true);
			await close();
		}
	} finally {
		await evening.stop();
	}
});
