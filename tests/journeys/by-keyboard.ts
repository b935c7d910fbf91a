import type { Locator, Page } from 'playwright-core';

/** More than any page has places to stop at. */
const MOST_STOPS = 400;

/** Goes on with the Tab key until this has the focus; a journey by keyboard goes down a page, as its reader does. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
	await what.waitFor();
	for (let steps = 0; steps < MOST_STOPS; steps += 1) {
		if (await hasFocus(what)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`The keyboard does not reach ${what} on ${page.url()}`);
}

/** Follows a link, or presses a button, and waits for the page after it. */
export async function press(page: Page, what: Locator): Promise<void> {
	await tabTo(page, what);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Types into a field. */
export async function type(page: Page, what: Locator, text: string): Promise<void> {
	await tabTo(page, what);
	await page.keyboard.type(text);
}

/** Chooses one of a group of radio buttons: with the space bar where none is chosen yet, then with the arrows. */
export async function chooseByKeyboard(page: Page, group: Locator, label: string | RegExp): Promise<void> {
	const radios = group.getByRole('radio');
	const chosen = group.locator('input[type=radio]:checked');
	await tabTo(page, (await chosen.count()) > 0 ? chosen : radios.first());
	const wanted = group.getByRole('radio', { name: label, exact: typeof label === 'string' }).first();
	await page.keyboard.press('Space');
	for (let steps = await radios.count(); steps > 0 && !(await wanted.isChecked()); steps -= 1) {
		await page.keyboard.press('ArrowDown');
	}
	if (!(await wanted.isChecked())) throw new Error(`The keyboard does not choose ${wanted}`);
}

function hasFocus(what: Locator): Promise<boolean> {
	return what.evaluate((element) => element === element.ownerDocument.activeElement);
}
