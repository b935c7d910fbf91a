import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import * as schema from '#db/schema/index.ts';
import { cookieOf } from '#tests/support/app.ts';
import { accessibilityFindings, DESKTOP, launch, newVisitor, PHONE, sidewaysOverflow } from '#tests/support/browser.ts';
import { testContext } from '#tests/support/context.ts';
import { startWebForForms } from '#tests/support/web-server.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { JOURNEY, SETTING_OUT } from './working-day.ts';

let browser: Browser;

beforeAll(async () => {
	browser = await launch();
}, SETTING_OUT);
afterAll(() => browser?.close(), SETTING_OUT);

const PEOPLE = 12;

/** Twelve people whose first four sessions are over and not recorded, on the page of whoever types them up. */
async function typist(device: { size?: typeof DESKTOP; javaScript?: boolean } = {}, people = PEOPLE) {
	const context = testContext({ now: '2026-02-04T10:00:00Z' });
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const cohort = givenCohort(context, { ...places, team: [sam], sessionCount: 12 });
	for (let at = 0; at < people; at++) {
		givenMember(context, cohort, { givenName: `Given${at}`, familyName: `${String.fromCharCode(65 + at)}amily` });
	}
	const web = await startWebForForms(context);
	const visitor = await newVisitor(browser, device);
	const [name = '', value = ''] = cookieOf(web.context, sam).split('=');
	await visitor.context.addCookies([{ name, value, url: web.url }]);
	const { page } = visitor;
	await page.goto(web.url + paths.typeUp(cohort.cohortId));
	const marks = () =>
		context.db
			.select()
			.from(schema.registerRows)
			.all()
			.filter(({ mark }) => mark !== null);
	return {
		...{ context, page, cohort, sam, url: web.url, marks },
		close: async () => {
			await visitor.close();
			await web.close();
		},
	};
}

const cells = (page: Page) => page.locator('[data-at]');
/** The pages that the printer would be given, in millimetres. */
async function printed(page: Page) {
	const pdf = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(pdf.match(/\/MediaBox/g)!.length);
	const inMillimetres = (points = '') => Math.round((Number(points) / 72) * 25.4);
	return [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
		width: inMillimetres(width),
		height: inMillimetres(height),
	}));
}

const textOf = (page: Page, place: string) => page.locator(`[data-at="${place}"]`).inputValue();

test(
	'twelve people and four sessions are typed up in a few more key presses than there are cells',
	JOURNEY,
	async () => {
		const { page, marks, close } = await typist();
		let pressed = 0;
		const press = async (...keys: readonly string[]) => {
			for (const key of keys) {
				await page.keyboard.press(key);
				pressed += 1;
			}
		};
		await page.getByLabel('Move on by itself').waitFor();
		expect(await cells(page).count()).toBe(4 * PEOPLE);
		await cells(page).first().focus();
		const letters = [...'ppppappppnpp', ...'pppppppppppp', ...'ppnppppppppp', ...'pppppppppps'];
		await press(...letters, 'l', '1', '0', 'Enter');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save registers');
		await press('Enter');
		// Second step: an apology, somebody late and somebody stood down lack their reason, and the paper gave none.
		await page.getByText('Before it is saved').waitFor();
		expect(marks()).toEqual([]);
		expect(await page.getByLabel('Given4 Eamily, session 1: apology').inputValue()).toBe('not-given');
		await page.getByLabel('Given11 Lamily, session 4: late').selectOption('travel');
		await page.getByRole('button', { name: 'Save registers' }).click();
		await page.getByText('Registers saved.').waitFor();
		expect(marks()).toHaveLength(4 * PEOPLE);
		expect(pressed).toBeLessThanOrEqual(4 * PEOPLE + 5);
		const late = marks().find(({ mark }) => mark === 'late');
		expect(late).toMatchObject({ minutes: 10, reason: 'travel' });
		expect(marks().find(({ mark }) => mark === 'absent-notified')).toMatchObject({ reason: 'not-given' });
		await close();
	},
);

test('arrows move, Enter never sends, and a block from a spreadsheet fills the cells', JOURNEY, async () => {
	const { page, marks, close } = await typist();
	await page.getByLabel('Move on by itself').waitFor();
	await page.locator('[data-at="1:1"]').focus();
	await page.evaluate(() => {
		const data = new DataTransfer();
		data.setData('text/plain', 'P\tN\r\nL 10 t\tP\r\n\tA i\r\n');
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
		);
	});
	expect(await Promise.all(['1:1', '1:2', '2:1', '2:2', '3:1', '3:2'].map((at) => textOf(page, at)))).toEqual([
		...['P', 'N', 'L 10 t', 'P', '', 'A i'],
	]);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('3:2');
	expect(marks()).toEqual([]);
	expect(await page.getByText('5 not saved yet').count()).toBe(1);
	await page.getByRole('button', { name: 'Save registers' }).click();
	await page.getByText('Registers saved.').waitFor();
	expect(
		marks()
			.map(({ mark }) => mark)
			.toSorted(),
	).toEqual([...['absent-no-contact', 'absent-notified', 'attended', 'attended', 'late']]);
	await close();
});

test('with moving on switched off a letter stays where it is typed', JOURNEY, async () => {
	const { page, close } = await typist();
	await page.getByLabel('Move on by itself').uncheck();
	await cells(page).first().focus();
	await page.keyboard.press('p');
	expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('0:0');
	await close();
});

test('without JavaScript Tab goes from cell to cell, and a cell at fault keeps everything typed', JOURNEY, async () => {
	const { page, marks, close } = await typist({ javaScript: false }, 2);
	await cells(page).first().focus();
	for (const text of ['P', 'x', 'N', 'P']) {
		await page.keyboard.type(text);
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Save registers' }).click();
	await page.getByRole('link', { name: /“x” is not a mark/ }).waitFor();
	expect(marks()).toEqual([]);
	expect(await Promise.all(['0:0', '0:1', '0:2', '0:3'].map((at) => textOf(page, at)))).toEqual(['P', 'x', 'N', 'P']);
	await page.locator('[data-at="0:1"]').fill('P');
	await page.getByLabel('Did session 4 go ahead?').selectOption('no');
	await page.locator('[data-at="0:3"]').fill('');
	await page.getByRole('button', { name: 'Save registers' }).click();
	await page.getByLabel('Why did session 4 not go ahead?').fill('Snow');
	await page.getByRole('button', { name: 'Save registers' }).click();
	await page.getByText('Registers saved.').waitFor();
	expect(marks()).toHaveLength(3);
	await close();
});

test(
	'a colleague’s mark that came first is shown beside what was typed, and stays until one is chosen',
	JOURNEY,
	async () => {
		const { context, sam, page, cohort, marks, close } = await typist({}, 2);
		const { enrolmentId } = context.db.select().from(schema.registerRows).all()[0]!;
		const entry = { mark: 'absent-no-contact', minutes: null, reason: null, note: null } as const;
		const saved = recordRegister(context, sam, {
			...{ sessionId: cohort.sessionIds[3]!, restAttended: false, correctionReason: null },
			choices: [{ enrolmentId, openedVersion: 1, entry }],
		});
		expect(saved).toMatchObject({ done: true, value: { conflicts: [] } });
		const cell = page.locator(`[name="cell-${cohort.sessionIds[3]}.${enrolmentId}"]`);
		await cell.fill('P');
		await page.getByRole('button', { name: 'Save registers' }).click();
		await page
			.getByText(/recorded No contact .*; you typed Attended\. Type the one that is right/)
			.first()
			.waitFor();
		expect(marks().map(({ mark }) => mark)).toEqual(['absent-no-contact']);
		await cell.fill('P');
		await page.getByRole('button', { name: 'Save registers' }).click();
		await page.getByText('Registers saved.').waitFor();
		expect(marks().map(({ mark }) => mark)).toEqual(['attended']);
		await close();
	},
);

test.each([
	[12, 'initials'],
	[20, 'initials'],
	[20, 'names'],
] as const)('a sheet for %i people, written by %s, is one page of A4', JOURNEY, async (people, style) => {
	const { page, cohort, url, close } = await typist({}, people);
	await page.goto(url + paths.registerPaper(cohort.sessionIds[4]!, style));
	expect(await page.locator('.paper tbody tr').count()).toBe(people + 2);
	expect(await printed(page)).toEqual([{ width: 210, height: 297 }]);
	await close();
});

test('the sheet of eight sessions and twelve people is one page of A4 on its side', JOURNEY, async () => {
	const { page, cohort, url, close } = await typist();
	for (const style of ['initials', 'names'] as const) {
		await page.goto(url + paths.termPaper(cohort.cohortId, style));
		expect(await page.locator('.paper thead th').count()).toBe(1 + 8);
		expect(await page.locator('.paper tbody tr').count()).toBe(PEOPLE + 2);
		expect(await printed(page)).toEqual([{ width: 297, height: 210 }]);
	}
	await close();
});

test('while the grid scrolls, the names and the sessions stay in sight, on a phone too', JOURNEY, async () => {
	const { page, close } = await typist({ size: PHONE }, 20);
	const grid = page.locator('.type-up');
	await grid.evaluate((element) => element.scrollTo(60, 300));
	const box = (await grid.boundingBox())!;
	const column = (await page.locator('tbody th').nth(12).boundingBox())!;
	const heading = (await page.locator('thead th').nth(2).boundingBox())!;
	expect([Math.round(column.x - box.x), Math.round(heading.y - box.y)]).toEqual([1, 1]);
	await close();
});

test.each([DESKTOP, PHONE])('the grid and both sheets are accessible and fit at %j', JOURNEY, async (size) => {
	const { page, cohort, url, close } = await typist({ size });
	const findings: string[] = [];
	const look = async () => {
		findings.push(...(await accessibilityFindings(page)));
		expect(await sidewaysOverflow(page)).toBe(0);
	};
	await look();
	await cells(page).first().fill('A');
	await page.getByRole('button', { name: 'Save registers' }).click();
	await page.getByText('Before it is saved').waitFor();
	await look();
	for (const path of [paths.registerPaper(cohort.sessionIds[4]!), paths.termPaper(cohort.cohortId)]) {
		await page.goto(url + path);
		await look();
	}
	expect(findings).toEqual([]);
	await close();
});
