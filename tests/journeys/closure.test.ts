import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CalendarDay, calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { launch, sidewaysOverflow } from '#tests/support/browser.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_NOW } from '#tests/support/story-times.ts';
import { DEVICES, follow, goToSection, heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo()]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

const TODAY = dayOf(DEMO_NOW as Parameters<typeof dayOf>[0]);

test.each([DEVICES[0], DEVICES[3]])(
	'on $on a lead closes every place for some days and moves all sessions on them in one step',
	JOURNEY,
	async (device) => {
		const { page, close } = await signedIn(browser, server.url, 'ruth', device);
		await goToSection(page, 'Closures');
		await follow(page, 'Add a closure');
		const first = plusDays(TODAY, device === DEVICES[0] ? 7 : 28);
		await addClosure(page, { label: `Flood, ${device.on}`, first, last: plusDays(first, 3) });
		await heading(page).getByText('Sessions on these days').waitFor();
		await page.waitForLoadState();
		const tables = page.getByRole('table', { name: /^How the sessions of .+ would move$/ });
		expect(await tables.count()).toBeGreaterThan(0);
		const moved = tables.first().getByRole('row').nth(1).getByRole('cell');
		const [previous, next] = [await moved.nth(0).innerText(), await moved.nth(1).innerText()];
		expect(dayIn(next) > dayIn(previous)).toBe(true);
		expect(await sidewaysOverflow(page)).toBe(0);
		const before = await tables.count();
		await page.getByRole('button', { name: 'Move these sessions' }).click();
		await page.getByText('The sessions are moved.').waitFor();
		await page.waitForLoadState();
		expect(await tables.count()).toBeLessThan(before);
		await goToSection(page, 'Closures');
		expect(
			await page
				.getByRole('row')
				.filter({ hasText: `Flood, ${device.on}` })
				.count(),
		).toBe(1);
		await close();
	},
);

async function addClosure(
	page: Page,
	{ label, first, last }: { readonly label: string; readonly first: CalendarDay; readonly last: CalendarDay },
): Promise<void> {
	await page.getByLabel('Reason').fill(label);
	await page.getByLabel('What is closed').selectOption({ label: 'The whole organisation' });
	for (const [name, day] of [
		['First day', first],
		['Last day', last],
	] as const) {
		const group = page.getByRole('group', { name });
		const [year, month, dayOfMonth] = day.split('-').map(Number);
		await group.getByLabel('Day').fill(String(dayOfMonth));
		await group.getByLabel('Month').fill(String(month));
		await group.getByLabel('Year').fill(String(year));
	}
	await page.getByRole('button', { name: 'Add closure' }).click();
}

/** The day in `Previous Tuesday 13 January 2026, 6:30pm to 8:30pm`, as a table shows it. */
function dayIn(text: string): CalendarDay {
	const [, day, month, year] = /(\d{1,2}) (\p{L}+) (\d{4})/u.exec(text)!;
	const at = new Date(`${day} ${month} ${year} 12:00 UTC`);
	return calendarDay(at.toISOString().slice(0, 10));
}
