import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launch, PHONE } from '#tests/support/browser.ts';
import { type CutLine, freePort, startLine } from '#tests/support/cut-line.ts';
import { type DemoProcess, startDemoProcess } from '#tests/support/demo-process.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import { choose, heading, JOURNEY, namesOn, rowOf, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let line: CutLine;
let dataDir: string;
let server: DemoProcess;

/** The product behind the line, which is its public address, on what it has stored so far. */
async function startBehindLine(): Promise<void> {
	const port = await freePort();
	server = await startDemoProcess(dataDir, DEMO_EVENING, { ...process.env, PUBLIC_URL: line.url }, port);
	line.to(port);
}

beforeAll(async () => {
	browser = await launch();
}, SETTING_OUT);
beforeEach(async () => {
	line = await startLine();
	dataDir = mkdtempSync(join(tmpdir(), 'plumbline-cut-'));
	cpSync(inject('stories')[DEMO_EVENING], dataDir, { recursive: true });
	await startBehindLine();
}, SETTING_OUT);
afterEach(async () => {
	await Promise.all([line.end(), server.end()]);
	rmSync(dataDir, { recursive: true, force: true });
}, SETTING_OUT);
afterAll(() => browser?.close(), SETTING_OUT);

async function openRegister(page: Page): Promise<string[]> {
	const card = page.locator('.next-session--today', { hasText: 'Tuesday evening group' });
	await card.getByRole('link', { name: 'Register', exact: true }).click();
	await heading(page).getByText('Register').waitFor();
	return namesOn(page);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save register' }).click();
const count = (page: Page) => page.locator('#register-status');
const kept = (page: Page) =>
	page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('plumbline-marks')));

test(
	'a line that goes down while marks are taken loses none: they wait, and are saved when somebody says so',
	JOURNEY,
	async () => {
		const { page, context } = await signedIn(browser, line.url, 'sam', { size: PHONE, javaScript: true });
		const [first, second, third] = (await openRegister(page)) as [string, string, string];
		await choose(rowOf(page, first), 'Attended');
		line.cut();
		await choose(rowOf(page, second), 'Attended');
		await choose(rowOf(page, third), 'Apology');
		await rowOf(page, third).getByLabel('Reason').selectOption('work');
		await rowOf(page, third).getByLabel('Note, if needed').fill('Rang at noon');
		await save(page);
		await expect
			.poll(() => count(page).textContent())
			.toBe('3 of 13 marked · 3 not saved yet · no connection, nothing is lost');
		await save(page);
		await expect.poll(() => count(page).textContent()).toContain('3 not saved yet · no connection');
		line.mend();
		await expect
			.poll(() => count(page).textContent(), { timeout: 20_000 })
			.toContain('the connection is back, save now');
		await save(page);
		await page.getByText('Register saved.').waitFor();
		expect(await count(page).textContent()).toBe('3 of 13 marked');
		expect(await rowOf(page, third).getByLabel('Note, if needed').inputValue()).toBe('Rang at noon');
		expect(new URL(page.url()).search).toBe('?said=saved');
		expect(await kept(page)).toEqual([]);
		await context.close();
	},
);

test('a save whose answer is lost is sent again and writes nothing twice', JOURNEY, async () => {
	const { page, context } = await signedIn(browser, line.url, 'sam');
	const [first] = (await openRegister(page)) as [string];
	await choose(rowOf(page, first), 'Attended');
	line.loseAnswers();
	await save(page);
	await expect.poll(() => count(page).textContent()).toContain('no connection, nothing is lost');
	line.mend();
	await expect.poll(() => count(page).textContent(), { timeout: 20_000 }).toContain('the connection is back');
	await save(page);
	await page.getByText('Everything on this page was saved already.').waitFor();
	expect(await rowOf(page, first).getByLabel('Attended').isChecked()).toBe(true);
	await context.close();
});

test('a server that is started again between two saves takes the second as the first', JOURNEY, async () => {
	const { page, context } = await signedIn(browser, line.url, 'sam');
	const [first, second] = (await openRegister(page)) as [string, string];
	await choose(rowOf(page, first), 'Attended');
	await save(page);
	await page.getByText('Register saved.').waitFor();
	await choose(rowOf(page, second), 'No contact');
	await server.end();
	await save(page);
	await expect.poll(() => count(page).textContent()).toContain('1 not saved yet · no connection');
	await startBehindLine();
	await expect.poll(() => count(page).textContent(), { timeout: 20_000 }).toContain('the connection is back');
	await save(page);
	await expect.poll(() => count(page).textContent()).toBe('2 of 13 marked');
	await page.reload();
	expect(await rowOf(page, first).getByLabel('Attended').isChecked()).toBe(true);
	expect(await rowOf(page, second).getByLabel('No contact').isChecked()).toBe(true);
	await context.close();
});

test(
	'a tab that dies gives its marks back, not over a colleague’s, and the browser held no word of anybody',
	JOURNEY,
	async () => {
		const { page, context } = await signedIn(browser, line.url, 'sam');
		const names = await openRegister(page);
		const [first, second, third] = names as [string, string, string];
		await choose(rowOf(page, first), 'Attended');
		await choose(rowOf(page, second), 'No contact');
		await choose(rowOf(page, third), 'Apology');
		await rowOf(page, third).getByLabel('Reason').selectOption('court');
		await rowOf(page, third).getByLabel('Note, if needed').fill('Family court at ten');
		const held = JSON.stringify(await page.evaluate(() => Object.entries(localStorage)));
		const ids = await page.locator('#register input[name^="version-"]').evaluateAll((all) => {
			return all.map((one) => (one as HTMLInputElement).name.replace('version-', ''));
		});
		const sessionId = page.url().split('/')[4]!;
		expect(held).toContain('absent-notified');
		const words = [...names.flatMap((name) => name.split(' ')), ...ids, sessionId, 'court', 'Court'];
		expect(words.filter((word) => held.includes(word))).toEqual([]);
		const url = page.url();
		await page.close();

		const kezia = await signedIn(browser, line.url, 'kezia');
		await openRegister(kezia.page);
		await choose(rowOf(kezia.page, second), 'Attended');
		await save(kezia.page);
		await kezia.page.getByText('Register saved.').waitFor();
		expect(await kept(kezia.page)).toEqual([]);
		await kezia.context.close();

		const again = await context.newPage();
		await again.goto(url);
		await again.getByText('2 marks that had not been saved are back.').waitFor();
		await again.getByText('1 mark had not been saved and cannot be put back').waitFor();
		expect(await rowOf(again, first).getByLabel('Attended').isChecked()).toBe(true);
		expect(await rowOf(again, second).getByLabel('Attended').isChecked()).toBe(true);
		expect(await count(again).textContent()).toBe('3 of 13 marked · 2 not saved yet');
		await save(again);
		await again.getByRole('heading', { name: 'There is a problem' }).waitFor();
		expect(await again.title()).toContain('Error');
		expect(await count(again).textContent()).toBe('3 of 13 marked · 2 not saved yet');
		await rowOf(again, third).getByLabel('Reason').selectOption('court');
		await save(again);
		await again.getByText('Register saved.').waitFor();
		expect(await kept(again)).toEqual([]);
		await context.close();
	},
);

test(
	'a concern that is ticked while the line is down waits with the marks, and the browser holds nothing of it',
	JOURNEY,
	async () => {
		const { page, context } = await signedIn(browser, line.url, 'sam', { size: PHONE, javaScript: true });
		const [first, second] = (await openRegister(page)) as [string, string];
		const box = rowOf(page, second).getByLabel('Something concerned me');
		line.cut();
		await choose(rowOf(page, first), 'Attended');
		// Without a mark: what concerned somebody does not wait for one.
		await box.check();
		await save(page);
		await expect
			.poll(() => count(page).textContent())
			.toBe('1 of 13 marked · 2 not saved yet · no connection, nothing is lost');
		expect(await box.isChecked()).toBe(true);
		const held = JSON.stringify(await page.evaluate(() => Object.entries(localStorage)));
		expect(held).toContain('attended');
		expect(held).not.toMatch(/concern|yes/);
		line.mend();
		await expect.poll(() => count(page).textContent(), { timeout: 20_000 }).toContain('the connection is back');
		await save(page);
		await page.getByText('You said that something concerned you about 1 person.').waitFor();
		expect([await box.isChecked(), await box.isDisabled()]).toEqual([true, true]);
		expect(await count(page).textContent()).toBe('1 of 13 marked');
		expect(await kept(page)).toEqual([]);
		await page.getByRole('link', { name: 'Say what it was' }).click();
		await page.getByRole('heading', { name: second }).waitFor();
		await context.close();
	},
);

test('a concern whose answer is lost is sent again, and raised once', JOURNEY, async () => {
	const { page, context } = await signedIn(browser, line.url, 'sam');
	const [first] = (await openRegister(page)) as [string];
	await rowOf(page, first).getByLabel('Something concerned me').check();
	line.loseAnswers();
	await save(page);
	await expect.poll(() => count(page).textContent()).toContain('1 not saved yet · no connection');
	line.mend();
	await expect.poll(() => count(page).textContent(), { timeout: 20_000 }).toContain('the connection is back');
	await save(page);
	await page.getByText('Everything on this page was saved already.').waitFor();
	await page.getByRole('link', { name: 'Say what it was' }).click();
	await heading(page).getByText('Concerns').waitFor();
	expect(await page.getByText('Sam Okafor raised it').count()).toBe(1);
	await context.close();
});

test('signing out asks about marks that are not saved, and takes them along', JOURNEY, async () => {
	const { page, context } = await signedIn(browser, line.url, 'sam');
	const [first] = (await openRegister(page)) as [string];
	await choose(rowOf(page, first), 'Attended');
	const asked: string[] = [];
	page.once('dialog', (dialog) => {
		asked.push(dialog.message());
		return dialog.dismiss();
	});
	await page.getByRole('button', { name: 'Sign out' }).click();
	expect(asked).toEqual(['1 mark of a register is not saved yet. Sign out and lose it?']);
	expect(await kept(page)).toHaveLength(1);
	page.once('dialog', (dialog) => dialog.accept());
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.getByText('You are signed out.').waitFor();
	expect(await kept(page)).toEqual([]);
	await context.close();
});

test('marks that were kept for more than twelve hours are not put back', JOURNEY, async () => {
	const { page, context } = await signedIn(browser, line.url, 'sam');
	const [first] = (await openRegister(page)) as [string];
	await choose(rowOf(page, first), 'Attended');
	const url = page.url();
	await page.close();
	const later = await context.newPage();
	await later.clock.install({ time: Date.now() + 13 * 3_600_000 });
	await later.goto(url);
	await namesOn(later);
	expect(await count(later).textContent()).toBe('0 of 13 marked');
	expect(await kept(later)).toEqual([]);
	await context.close();
});
