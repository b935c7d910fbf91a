import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import { chooseByKeyboard, press, type } from './by-keyboard.ts';
import { DEVICES, JOURNEY, namesOn, rowOf, SETTING_OUT, type Somebody, signedIn } from './working-day.ts';

let browser: Browser;
let evening: RunningServer;

beforeAll(async () => {
	[browser, evening] = await Promise.all([launch(), startDemo(DEMO_EVENING)]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), evening?.stop()]), SETTING_OUT);

/** Somebody at a desk who has no JavaScript, and from here on uses no mouse. */
function atDesk(who: Somebody) {
	return signedIn(browser, evening.url, who, DEVICES[2]);
}

const SESSION_NINE = { name: /Tuesday evening group, session 9/ };
const REASON = 'The room was needed at eight';
const AGREED = 'Next week the round comes first.';

async function openSession(page: Page): Promise<void> {
	await page.goto(`${evening.url}/today`);
	await press(page, page.getByRole('link', SESSION_NINE).first());
	await page.getByRole('heading', { level: 1, name: 'Session 9' }).waitFor();
}

async function openDebrief(page: Page): Promise<void> {
	await openSession(page);
	await press(page, page.getByRole('link', { name: 'Debrief' }).first());
}

test(
	'by keyboard and without JavaScript two facilitators log apart, see where they differ, and agree',
	JOURNEY,
	async () => {
		const [sam, kezia] = await Promise.all([atDesk('sam'), atDesk('kezia')]);
		await openSession(sam.page);
		await press(sam.page, sam.page.getByRole('link', { name: 'Log what was delivered' }));
		const dropped = (await namesOn(sam.page)).at(-1)!;
		const row = rowOf(sam.page, dropped);
		await chooseByKeyboard(sam.page, row, 'Not delivered');
		await type(sam.page, row.getByLabel(/^Reason/), REASON);
		await press(sam.page, sam.page.getByRole('button', { name: 'Everything left as planned' }).last());
		await sam.page.getByText('Delivery log saved.').waitFor();

		await openDebrief(kezia.page);
		await kezia.page.getByText('A colleague’s log is kept back until yours is saved.').waitFor();
		expect(await kezia.page.getByRole('main').textContent()).not.toContain(REASON);
		await press(kezia.page, kezia.page.getByRole('link', { name: 'Write your delivery log' }));
		await press(kezia.page, kezia.page.getByRole('button', { name: 'Everything left as planned' }).first());
		await kezia.page.getByText('Delivery log saved.').waitFor();

		await openDebrief(kezia.page);
		const both = kezia.page.getByRole('region', { name: /^Logs by / });
		await both.getByText('Where they differ: talk about these in the debrief').waitFor();
		const rows = both.getByRole('row').filter({ has: kezia.page.getByRole('cell') });
		expect(await rows.count()).toBe(1);
		expect(await rows.first().textContent()).toContain(dropped.replace(/^\d+\. /, ''));
		await press(kezia.page, kezia.page.getByRole('link', { name: 'Write what you agreed' }));
		await type(kezia.page, kezia.page.getByLabel('What you agree on'), AGREED);
		await press(kezia.page, kezia.page.getByRole('button', { name: 'Save what you agreed' }));
		await kezia.page.getByText('What you agreed is saved.').waitFor();

		await openDebrief(sam.page);
		await sam.page.getByText(AGREED).waitFor();
		await Promise.all([sam.close(), kezia.close()]);
	},
);

const STRENGTH = 'Each of you left room for the other.';
const FOR_LEADS = 'The room is too small for thirteen.';

test(
	'by keyboard and without JavaScript an observer scores a session, a lead releases it, and the team reads it',
	JOURNEY,
	async () => {
		const [owen, ruth, sam] = await Promise.all([atDesk('owen'), atDesk('ruth'), atDesk('sam')]);
		await press(
			owen.page,
			owen.page
				.getByRole('navigation')
				.getByRole('link', { name: /^Observations/ })
				.first(),
		);
		await press(owen.page, owen.page.getByRole('link', { name: /: Tuesday evening group, session 9$/ }).first());
		const items = owen.page.getByRole('group').filter({ has: owen.page.getByText('Not seen, or not scored yet') });
		const count = await items.count();
		expect(count).toBeGreaterThan(10);
		for (let at = 0; at < count; at += 1) {
			const label = await items
				.nth(at)
				.getByRole('radio')
				.nth(2)
				.evaluate((radio: HTMLInputElement) => radio.labels![0]!.textContent!.trim());
			await chooseByKeyboard(owen.page, items.nth(at), label);
		}
		await type(owen.page, owen.page.getByLabel('What the team did well'), STRENGTH);
		await type(owen.page, owen.page.getByLabel('For the leads alone'), FOR_LEADS);
		await press(owen.page, owen.page.getByRole('button', { name: 'Submit to the leads' }));
		await owen.page.getByText(`${count} of ${count} saved`).waitFor();

		await openSession(sam.page);
		expect(await sam.page.getByRole('link', { name: /feedback/i }).count()).toBe(0);

		await openSession(ruth.page);
		await press(ruth.page, ruth.page.getByRole('link', { name: 'Observations of this session' }));
		const own = ruth.page.getByRole('region', { name: 'Observation by Owen Hart' });
		await own.getByText(FOR_LEADS).waitFor();
		await press(ruth.page, own.getByRole('button', { name: 'Release to the team' }));
		await own.getByRole('button', { name: 'Release to the team' }).waitFor({ state: 'detached' });

		await openSession(sam.page);
		await press(sam.page, sam.page.getByRole('link', { name: /feedback/i }).first());
		await sam.page.getByText(STRENGTH).waitFor();
		expect(await sam.page.getByText(FOR_LEADS).count()).toBe(0);
		await Promise.all([owen.close(), ruth.close(), sam.close()]);
	},
);

const FOUND = 'Both keep the check-in shorter from now on.';

test(
	'by keyboard and without JavaScript a lead looks into a drift, decides on an adaptation and hands a gap on',
	JOURNEY,
	async () => {
		const { page, close } = await atDesk('ruth');
		await press(page, page.getByRole('link', { name: '1 change in what is delivered to look at' }));
		await page.getByText(/^Rule 1: session 4 is below its limit, with 0 of 5\./).waitFor();
		const task = page.url();
		await press(page, page.getByRole('link', { name: 'Delivery, session by session' }));
		await page
			.getByText(/Rule 1: session 4 is below its limit/)
			.first()
			.waitFor();
		await page.goto(task);
		await press(page, page.getByRole('link', { name: /^Session 4, / }));
		await page.getByRole('heading', { level: 1, name: 'Session 4' }).waitFor();
		await page.goto(task);
		await chooseByKeyboard(page, page.getByRole('group', { name: 'What came of it' }), /^Agreed/);
		await type(page, page.getByLabel('Note'), FOUND);
		await press(page, page.getByRole('button', { name: 'Save as done' }));
		await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();

		await page.goto(`${evening.url}/today`);
		expect(await page.getByRole('link', { name: /in what is delivered to look at/ }).count()).toBe(0);
		await press(page, page.getByRole('link', { name: 'Decide on a proposed change of a session' }));
		await press(page, page.getByRole('link', { name: 'Approve or decline it' }));
		await chooseByKeyboard(page, page.getByRole('group', { name: 'Which proposal' }), /\w/);
		await chooseByKeyboard(page, page.getByRole('group', { name: 'Your decision' }), 'Approve');
		await press(page, page.getByRole('button', { name: 'Save the decision' }));
		await page.getByText('Your decision is saved.').waitFor();

		await page.goto(`${evening.url}/today`);
		await press(
			page,
			page
				.getByRole('region', { name: 'Gaps' })
				.getByRole('link', { name: /^Shorter than 80%|^Core activity not/ })
				.first(),
		);
		await press(page, page.getByRole('link', { name: /^Hand on/ }).first());
		await chooseByKeyboard(page, page.getByRole('group', { name: 'To whom' }), /\w/);
		for (const [part, text] of [
			['Day', '1'],
			['Month', '12'],
			['Year', '2026'],
		] as const) {
			await type(page, page.getByLabel(part, { exact: true }), text);
		}
		await type(page, page.getByLabel('What to tell them (optional)'), 'Please look at it together.');
		await press(page, page.getByRole('button', { name: 'Hand it on' }));
		await page.getByText('Saved. It is theirs, and they are told.').waitFor();
		await page
			.getByText(/, by 1 Dec/)
			.first()
			.waitFor();
		await close();
	},
);
