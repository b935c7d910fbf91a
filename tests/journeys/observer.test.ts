import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import { DEVICES, goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let evening: RunningServer;

beforeAll(async () => {
	[browser, evening] = await Promise.all([launch(), startDemo(DEMO_EVENING)]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), evening?.stop()]), SETTING_OUT);

const STRENGTH = 'Each of you left room for the other.';
const FOR_LEADS = 'The room is too small for thirteen.';

test(
	'a lead assigns an observer, who scores the session on a tablet; the team reads it once it is released',
	JOURNEY,
	async () => {
		const [ruth, owen, sam] = await Promise.all([
			signedIn(browser, evening.url, 'ruth'),
			signedIn(browser, evening.url, 'owen', { size: { width: 768, height: 1024 }, javaScript: false }),
			signedIn(browser, evening.url, 'sam', DEVICES[1]),
		]);
		const session = await openSession(sam.page);
		await assign(ruth.page, session);
		await score(owen.page);
		await isNotThereFor(sam.page, session);
		await release(ruth.page, session);
		await readFeedback(sam.page, session);
		await Promise.all([ruth.close(), owen.close(), sam.close()]);
	},
);

async function openSession(page: Page): Promise<string> {
	await page
		.getByRole('link', { name: /Tuesday evening group, session 9/ })
		.first()
		.click();
	await page.getByRole('heading', { level: 1, name: 'Session 9' }).waitFor();
	return page.url().replace(/[?#].*$/, '');
}

async function assign(page: Page, session: string): Promise<void> {
	await page.goto(`${session}/observers`);
	// The demonstration has him there already: taken back, he can be assigned again.
	await page.getByRole('button', { name: 'Take back from Owen Hart' }).click();
	await page.getByText('Nobody observes this session.').waitFor();
	await page.getByLabel('Assign somebody').selectOption({ label: 'Owen Hart' });
	await page.getByRole('button', { name: 'Assign' }).click();
	await page.getByRole('row').filter({ hasText: 'Owen Hart' }).waitFor();
}

/** A draft in the middle of the session, then the whole, and nobody’s name on the way. */
async function score(page: Page): Promise<void> {
	await goToSection(page, 'Observations');
	await page
		.getByRole('link', { name: /: Tuesday evening group, session 9$/ })
		.first()
		.click();
	expect(await heading(page).textContent()).toBe('Observation');
	const items = page.getByRole('group').filter({ has: page.getByText('Not seen, or not scored yet') });
	const count = await items.count();
	expect(count).toBeGreaterThan(10);
	await items.first().getByRole('radio').nth(1).check();
	await page.getByRole('button', { name: 'Save draft' }).click();
	await page.getByText(`1 of ${count} saved`).waitFor();
	for (let at = 1; at < count - 1; at += 1) await items.nth(at).getByRole('radio').nth(2).check();
	await page.getByLabel('What the team did well').fill(STRENGTH);
	await page.getByLabel('For the leads alone').fill(FOR_LEADS);
	expect(await sidewaysOverflow(page)).toBe(0);
	await page.getByRole('button', { name: 'Submit to the leads' }).click();
	// One item was not seen: it is missing, and no zero.
	await page.getByText(`${count - 1} of ${count} saved`).waitFor();
}

async function isNotThereFor(page: Page, session: string): Promise<void> {
	await page.goto(session);
	expect(await page.getByRole('link', { name: /feedback/i }).count()).toBe(0);
	expect((await page.goto(`${session}/observation-feedback`))?.status()).toBe(404);
}

async function release(page: Page, session: string): Promise<void> {
	await page.goto(`${session}/observations`);
	const own = page.getByRole('region', { name: 'Observation by Owen Hart' });
	await own.getByText(FOR_LEADS).waitFor();
	await own.getByRole('button', { name: 'Release to the team' }).click();
	await page.getByText('Released', { exact: false }).first().waitFor();
	expect(await own.getByRole('button', { name: 'Release to the team' }).count()).toBe(0);
}

/** The team reads its strengths and scores, and never what is for the leads alone. */
async function readFeedback(page: Page, session: string): Promise<void> {
	await page.goto(session);
	await page
		.getByRole('link', { name: /feedback/i })
		.first()
		.click();
	await page.getByText(STRENGTH).waitFor();
	expect(await page.getByText(FOR_LEADS).count()).toBe(0);
	expect(await sidewaysOverflow(page)).toBe(0);
}
