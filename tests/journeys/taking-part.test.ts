import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, DESKTOP, launch, PHONE, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import { choose, DEVICES, heading, JOURNEY, namesOn, rowOf, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo(DEMO_EVENING)]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

const WORDS = 'He said he “knows where she parks”, and would not say more.';

test.each([DEVICES[0], DEVICES[3]])(
	'on $on a facilitator ticks a concern, says what it was and how people took part, and a lead reads it',
	JOURNEY,
	async (device) => {
		const evening = await startDemo(DEMO_EVENING);
		try {
			const { page, close } = await signedIn(browser, evening.url, 'sam', device);
			const people = await takeRegister(page);
			await sayWhatItWas(page, people[1]);
			await sayHowTheyTookPart(page, people);
			await close();
			await readAsLead(evening.url, people[1], device);
		} finally {
			await evening.stop();
		}
	},
);

/** Three are marked, and the second of them is ticked: the box is saved with the marks. */
async function takeRegister(page: Page): Promise<readonly [string, string, string]> {
	const card = page.locator('.next-session--today', { hasText: 'Tuesday evening group' });
	await card.getByRole('link', { name: 'Register', exact: true }).click();
	await heading(page).getByText('Register').waitFor();
	const [first, second, third] = (await namesOn(page)) as [string, string, string];
	await choose(rowOf(page, first), 'Attended');
	await choose(rowOf(page, second), 'Attended');
	await choose(rowOf(page, third), 'No contact');
	await rowOf(page, second).getByLabel('Something concerned me').check();
	await page.getByRole('button', { name: 'Save register' }).click();
	await page.getByText('Register saved.').waitFor();
	const box = rowOf(page, second).getByLabel('Something concerned me');
	expect([await box.isChecked(), await box.isDisabled()]).toEqual([true, true]);
	return [first, second, third];
}

async function sayWhatItWas(page: Page, name: string): Promise<void> {
	await page.getByText('You said that something concerned you about 1 person.').waitFor();
	await page.getByRole('link', { name: 'Say what it was' }).click();
	await heading(page).getByText('Concerns').waitFor();
	await page.getByRole('heading', { name }).waitFor();
	await page.getByLabel('What concerned you').fill(WORDS);
	await page.getByRole('radio', { name: 'Yes' }).check();
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByText('Saved. The leads see it.').waitFor();
	await page.getByText(WORDS).waitFor();
	await page.getByText('The referrer is to be told as well').waitFor();
	await page.getByRole('link', { name: 'Session 9' }).click();
}

/** With no hand on the mouse: each question is one stop of the Tab key. Who did not attend is not asked about. */
async function sayHowTheyTookPart(page: Page, [first, second]: readonly string[]): Promise<void> {
	await page.getByText('2 of 2 people who attended not yet recorded').waitFor();
	await page.getByRole('link', { name: 'How people took part' }).click();
	await heading(page).getByText('How people took part').waitFor();
	expect(await namesOn(page)).toEqual([first, second]);
	await rowOf(page, first!).getByRole('radiogroup', { name: 'Engagement' }).getByRole('radio').first().focus();
	const keys = ['Space', 'ArrowRight', 'ArrowRight', 'Tab', 'Space', 'Tab', 'Space', 'Tab', 'Space', 'ArrowRight'];
	for (const key of [...keys, 'Tab']) await page.keyboard.press(key);
	expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save');
	await page.keyboard.press('Enter');
	await page.getByText('Saved.', { exact: true }).waitFor();
	await page.getByText('2 of 2 answered').waitFor();
	const chosen = (name: string) => rowOf(page, name).locator('input:checked + span').allTextContents();
	expect(await chosen(first!)).toEqual(['3 Took part unasked', 'Done']);
	expect(await chosen(second!)).toEqual(['1 Was there, took little part', 'Partly']);
}

/** The story has two concerns already; none of the decisions is counted among them. */
async function readAsLead(url: string, name: string, device: (typeof DEVICES)[number]): Promise<void> {
	const { page, close } = await signedIn(browser, url, 'ruth', device);
	await page.getByRole('link', { name: /^\d+ decisions? to make$/ }).waitFor();
	await page.getByRole('link', { name: '3 concerns to look at' }).click();
	const task = page.getByRole('row', { name: new RegExp(name) }).filter({ hasText: 'Look at a concern' });
	await task.getByRole('link').click();
	await page.getByText('They asked that the referrer is told as well.').waitFor();
	await page.getByRole('link', { name: 'Read what was said' }).click();
	await page.getByText(WORDS).waitFor();
	expect(await sidewaysOverflow(page)).toBe(0);
	await close();
}

test(
	'what is written around a session is accessible and fits, with something on it, on a desktop and a phone',
	JOURNEY,
	async () => {
		const { page, close } = await signedIn(browser, server.url, 'sam');
		await page.getByRole('link', { name: 'Tuesday evening group, session 9' }).first().click();
		await heading(page).getByText('Session 9').waitFor();
		await page.getByRole('link', { name: /^Previous/ }).click();
		await heading(page).getByText('Session 8').waitFor();
		const session = page.url();
		const shown = {
			concerns: 'It waits for a lead.',
			'taking-part': 'Took part unasked',
			'register/history': 'A slip at the keyboard',
			preparation: 'What to know',
			debrief: 'Notes of the team',
			'follow-ups': 'Ring about a missed session',
		};
		const findings: string[] = [];
		for (const [path, words] of Object.entries(shown)) {
			await page.goto(`${session}/${path}`);
			await page.getByText(words).first().waitFor();
			for (const size of [DESKTOP, PHONE]) {
				await page.setViewportSize(size);
				findings.push(...(await accessibilityFindings(page)).map((one) => `${one} at ${size.width}`));
				if ((await sidewaysOverflow(page)) > 0) findings.push(`${path} is wider than ${size.width}`);
			}
		}
		expect(findings).toEqual([]);
		await close();
	},
);
