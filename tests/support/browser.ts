import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export function launch(): Promise<Browser> {
	return chromium.launch({ executablePath: inject('chromiumPath'), args: FLAGS });
}

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 375, height: 740 };

type Device = { readonly size?: typeof DESKTOP; readonly javaScript?: boolean };

/** A new visitor. A console error, or a fault in a script, fails the test when `closeQuietly` is called. */
export async function newVisitor(browser: Browser, { size = DESKTOP, javaScript = true }: Device = {}) {
	const context = await browser.newContext({ viewport: size, javaScriptEnabled: javaScript, locale: 'en-GB' });
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => {
		const expected = /status of (400|404|409|410|413|422)/.test(message.text());
		if (message.type() === 'error' && !expected) complaints.push(message.text());
	});
	page.on('pageerror', (fault) => complaints.push(fault.message));
	return { page, context, complaints, close: () => closeQuietly(context, complaints) };
}

async function closeQuietly(context: BrowserContext, complaints: readonly string[]): Promise<void> {
	await context.close();
	expect(complaints).toEqual([]);
}

/**
 * Signs in on the page as one of the demonstration's staff, with the code that the
 * demonstration shows where one is asked for.
 */
export async function signInAs(
	page: Page,
	url: string,
	{ email, password }: { email: string; password: string },
): Promise<void> {
	await page.goto(`${url}/sign-in`);
	await page.getByLabel('Email address').fill(email);
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	const code = page.getByLabel('Code from your authenticator app');
	const signOut = page.getByRole('button', { name: 'Sign out' });
	await code.or(signOut).waitFor();
	if (await code.isVisible()) {
		const shown = await page.locator('.govuk-inset-text strong').textContent();
		await code.fill(shown ?? '');
		await page.getByRole('button', { name: 'Go on' }).click();
	}
	await signOut.waitFor();
}

/**
 * Has every page that this visitor opens from now on bring the accessibility checker with it: sent to a page that is there
 * already, its half a megabyte takes three times as long as checking.
 */
export async function bringChecker(context: BrowserContext): Promise<void> {
	await context.addInitScript({ path: 'node_modules/axe-core/axe.min.js' });
}

/** What the accessibility checker finds on the page, as short lines; none is the only good answer. */
export async function accessibilityFindings(page: Page, without: readonly string[] = []): Promise<string[]> {
	const isThere = await page.evaluate(() => 'axe' in window);
	// The legacy mode looks at the page itself alone, without a second page for frames: we have none, and it is faster.
	const checker = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page })
		.setLegacyMode()
		.options({ resultTypes: ['violations'] })
		.disableRules([...without]);
	const { violations } = await checker.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map((node) => `${new URL(page.url()).pathname} ${id}: ${node.target.join(' ')}`),
	);
}

/** How many pixels the page is wider than the window: more than none means scrolling sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
	return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
