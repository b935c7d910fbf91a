import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	accessibilityFindings,
	bringChecker,
	DESKTOP,
	launch,
	newVisitor,
	sidewaysOverflow,
} from '#tests/support/browser.ts';
import { type FoundPage, followLinks, fullestOfEachKind } from '#tests/support/crawl.ts';
import { type RunningServer, startDemo } from '#tests/support/demo-server.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';
import { heading, JOURNEY, SETTING_OUT, signedIn } from './working-day.ts';

/** As narrow as WCAG 1.4.10 asks for, which is also what 400% zoom leaves of a desktop. */
const NARROW = { width: 320, height: 740 };

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
	[browser, server] = await Promise.all([launch(), startDemo(DEMO_EVENING)]);
}, SETTING_OUT);
afterAll(() => Promise.all([browser?.close(), server?.stop()]), SETTING_OUT);

const ROLES = [
	[
		'facilitator',
		'sam',
		[
			'/today',
			'/sessions/:id/register',
			'/sessions/:id/register?take-back',
			'/sessions/:id/delivery-log',
			'/sessions/:id/preparation',
			'/sessions/:id/debrief',
			'/sessions/:id/debrief/actions',
			'/sessions/:id/debrief/supervision',
			'/sessions/:id/follow-ups',
			'/sessions/:id/adaptations',
			'/sessions/:id/adaptations/:id',
			'/programmes/:programme/adaptations',
			'/sessions/:id/debrief/agreed-note',
			'/sessions/:id/observation-feedback',
			'/facilitators/:id/supervision',
			'/account',
			'/account/password',
			'/account/second-factor',
		],
	],
	[
		'coordinator',
		'priya',
		[
			'/cohorts/new',
			'/cohorts/:id/members/new',
			'/cohorts/:id/pattern',
			'/sessions/:id/move',
			'/sessions/:id/plan-decision',
			'/enrolments/:id/exit',
			'/cohorts/:id/retention',
			'/programmes/:programme/retention',
			'/programmes/:programme/overview',
			'/messages/:id',
			'/calls',
			'/calls/:id',
			'/cohorts/:id/messages',
			'/people/:id/messages',
			'/imports/new',
			'/opened-records/new',
			'/cohorts/:id/completions',
			'/gaps',
			'/enrolments/:id/referrer/contacts',
		],
	],
	[
		'lead',
		'ruth',
		[
			'/cohorts/:id',
			'/programmes/:programme/plans/:number',
			'/calendar',
			'/account/second-factor/recovery-codes',
			'/reviews/:id',
			'/notices',
			'/cohorts/:id/pair',
			'/week',
			'/decisions',
			'/access-policy',
			'/people/:id/restriction',
			'/sessions/:id/observers',
			'/sessions/:id/observations',
			'/cohorts/:id/observation-plan',
			'/programmes/:programme/adaptations',
			'/programmes/:programme/raters',
			'/sessions/:id/adaptations/decision',
			'/programmes/:programme/overview',
			'/programmes/:programme/bands',
			'/facilitators/:id/supervision',
			'/gaps/:gap',
			'/gaps/:gap/acceptance',
			'/messages/kinds',
			'/messages/wordings',
			'/messages/wordings/:id',
		],
	],
	['partner-support worker', 'imani', ['/families/:id', '/families/:id/members/new', '/search']],
	['observer', 'owen', ['/observations', '/sessions/:id', '/sessions/:id/plan', '/sessions/:id/observation']],
	['read-only', 'beth', ['/cohorts/:id', '/people/:id']],
	[
		'administrator',
		'jo',
		[
			'/staff/new',
			'/staff/:id/link',
			'/staff/:id/sign-ins/end',
			'/places/rooms/:id',
			'/closures/bank-holidays/:nation',
		],
	],
] as const;

test.each(ROLES)(
	'every page that links lead a %s to is there, fits on a small screen and is accessible, its form sent empty too',
	JOURNEY,
	async (_role, who, reached) => {
		const { page, context, close } = await signedIn(browser, server.url, who);
		await bringChecker(context);
		const pages = await followLinks(context, server.url, '/');
		expect(pages.filter(({ status }) => status !== 200).map(({ path, status }) => `${path} ${status}`)).toEqual([]);
		const kinds = fullestOfEachKind(pages);
		expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...reached]));
		const findings: string[] = [];
		for (const one of kinds) {
			await page.goto(server.url + one.path);
			const isLookedAt = lookedAt.has(one.kind) && !(reached as readonly string[]).includes(one.kind);
			lookedAt.add(one.kind);
			findings.push(...(await (isLookedAt ? shapeOf(page, one) : findingsOn(page, one))));
			if (isLookedAt || !FORMS.includes(one.kind)) continue;
			if (await sendEmpty(page)) findings.push(...(await findingsOn(page, one)));
		}
		expect(findings).toEqual([]);
		await close();
	},
);

test('what a visitor sees without signing in is accessible and fits on a small screen', JOURNEY, async () => {
	const { page, context, close } = await newVisitor(browser);
	await bringChecker(context);
	for (const path of ['/sign-in', '/accessibility', '/nowhere', '/invitations/spent']) {
		await page.goto(server.url + path);
		expect(await findingsOn(page, { path })).toEqual([]);
	}
	await page.goto(`${server.url}/sign-in`);
	await sendEmpty(page);
	expect(await findingsOn(page, { path: '/sign-in' })).toEqual([]);
	await close();
});

/**
 * Kinds of pages that were looked at for somebody: for the next they have to be there, with one heading and no wider than a
 * small screen; those that a role is named with are looked at for them too.
 */
const lookedAt = new Set<string>();

async function shapeOf(page: Page, { path }: Pick<FoundPage, 'path'>): Promise<string[]> {
	await page.setViewportSize(NARROW);
	const overflow = await sidewaysOverflow(page);
	return [
		...((await heading(page).count()) === 1 ? [] : [`${path} has not one main heading`]),
		...(overflow > 0 ? [`${path} is ${overflow} pixels wider than a window of ${NARROW.width}`] : []),
	];
}

async function findingsOn(page: Page, { path }: Pick<FoundPage, 'path'>): Promise<string[]> {
	const findings: string[] = [];
	if ((await heading(page).count()) !== 1) findings.push(`${path} has not one main heading`);
	for (const size of [DESKTOP, NARROW]) {
		await page.setViewportSize(size);
		const overflow = await sidewaysOverflow(page);
		if (overflow > 0) findings.push(`${path} is ${overflow} pixels wider than a window of ${size.width}`);
		// Half of the checker’s time goes into colours, and those are the same in a narrow window.
		const found = await accessibilityFindings(page, size === NARROW ? ['color-contrast'] : []);
		findings.push(...found.map((finding) => `${finding} at ${size.width}`));
	}
	return findings;
}

/** Pages whose form, where there is one, says what is missing when it is sent empty. */
const FORMS: readonly string[] = [
	'/cohorts/new',
	'/cohorts/:id/members/new',
	'/cohorts/:id/pattern',
	'/sessions/:id/move',
	'/sessions/:id/plan-decision',
	'/programmes/:programme/bands',
	'/sessions/:id/debrief/actions',
	'/enrolments/:id/exit',
	'/calls/:id',
	'/enrolments/:id/referrer/contacts',
	'/gaps/:gap',
	'/gaps/:gap/acceptance',
	'/people/:id/safe-contact',
	'/imports/new',
	'/opened-records/new',
	'/reviews/:id',
	'/sessions/:id/cancellation',
	'/sessions/:id/earlier-end',
	'/account/password',
	'/account/second-factor',
	'/staff/new',
	'/staff/:id',
	'/places/areas/new',
	'/places/areas/:id/venues/new',
	'/places/venues/:id/rooms/new',
	'/closures/new',
	'/closures/bank-holidays/:nation',
];

/** Empties what can be typed and sends the page's last form: the summary of errors then has the focus. False without a form. */
async function sendEmpty(page: Page): Promise<boolean> {
	await page.setViewportSize(DESKTOP);
	const form = page.locator('main form', { has: page.locator('input:not([type=hidden]), select') }).last();
	if ((await form.count()) === 0) return false;
	for (const field of await form.locator('input.govuk-input, textarea').all()) await field.fill('');
	await form.getByRole('button').last().click();
	const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
	await summary.waitFor();
	expect(await page.title()).toMatch(/^Error: /);
	await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('govuk-error-summary');
	return true;
}
