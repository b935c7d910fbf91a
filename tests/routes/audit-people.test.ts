import type { ServerBuild } from '@remix-run/node';
import { beforeAll, expect, test } from 'vitest';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { auditedHandler } from '#app/http/audit/audited-handler.ts';
import { notedBuild } from '#app/http/audit/noted-build.ts';
import { requestContext } from '#app/http/request-context.ts';
import { NEWCOMERS, STAFF } from '#db/demo/cast.ts';
import { tellStory } from '#db/demo/tell-story.ts';
import { findStaffActor, findStaffByEmail } from '#db/queries/staff.ts';
import { cookieOf, visit } from '#tests/support/app.ts';
import { lastEntry, trailOf } from '#tests/support/audit.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { type FoundPage, walkPages } from '#tests/support/crawl.ts';

type Person = {
	readonly id: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly reference: string;
};
type Answered = { readonly page: FoundPage; readonly people: readonly string[] };

let context: TestContext;
let everybody: readonly Person[];

beforeAll(async () => {
	context = testContext({ now: '2026-11-24T20:35:00Z' });
	await tellStory(context);
	everybody = context.db.$client
		.prepare('select id, given_name as givenName, family_name as familyName, reference from people')
		.all() as Person[];
}, 120_000);

function actorOf(key: string): StaffActor {
	const { name } = [...STAFF, ...NEWCOMERS].find((member) => member.key === key)!;
	const { id: staffId } = findStaffByEmail(context.db, `${name.toLowerCase().replace(' ', '.')}@example.org`)!;
	return findStaffActor(context.db, { staffId, name });
}

/** Every page that this member of staff can get to by links, with the people whom the audit entry of each names. */
async function walkAs(key: string): Promise<Answered[]> {
	const as = actorOf(key);
	const people = new Map<string, readonly string[]>();
	const pages = await walkPages(async (path) => {
		const before = lastEntry(context);
		let answer = await visit(context, path, { as });
		let url = `http://localhost${path}`;
		if (answer.location) {
			url = new URL(answer.location, url).href;
			answer = await visit(context, answer.location, { as });
		}
		// Opening the page of the second factor also prepares one, which is an entry of its own.
		const entries = trailOf(context, before).filter(({ action }) => action !== 'second-factor-prepared');
		expect(entries.map(({ by, action }) => `${by} ${action}`)).toEqual([`${as.staffId} page-viewed`]);
		people.set(path, entries[0]!.people);
		return { url, status: answer.status, html: answer.html };
	}, '/');
	return pages.map((page) => ({ page, people: people.get(page.path)! }));
}

const plainText = (html: string) =>
	html.replaceAll('<!-- -->', '').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Names and references on the page that nobody whom its entry names has. */
function leftOut({ page, people }: Answered): string[] {
	const text = plainText(page.html);
	const termsOf = ({ givenName, familyName, reference }: Person) => [
		`${givenName} ${familyName}`,
		`${familyName}, ${givenName}`,
		reference,
	];
	const named = new Set(everybody.filter(({ id }) => people.includes(id)).flatMap(termsOf));
	// In a list of names one ends and the next begins: “Adam Page, Tariq Lamb” names no “Page, Tariq”.
	const isThere = (term: string) =>
		text.includes(term) &&
		new RegExp(`(?<![\\p{L}\\d])${term.includes(',') ? '(?<!\\p{L} )' : ''}${term}(?![\\p{L}\\d])`, 'u').test(text);
	const unnamed = [...new Set(everybody.flatMap(termsOf))].filter((term) => !named.has(term));
	return unnamed.filter(isThere).map((term) => `${page.path} shows ${term}`);
}

test.each([
	['facilitator', 'sam', ['/today', '/sessions/:id/register', '/cohorts/:id', '/people/:id']],
	['facilitator of the other side', 'leila', ['/sessions/:id/register', '/people/:id/safe-contact']],
	[
		'coordinator',
		'priya',
		['/enrolments/:id/exit', '/messages/:id', '/people/:id/postcode', '/cohorts/:id/members/new'],
	],
	['coordinator of the other side', 'helen', ['/enrolments/:id/exit', '/messages']],
	['lead', 'ruth', ['/people/:id/views', '/audit', '/audit/alerts', '/cohorts/:id', '/messages/:id']],
	['partner-support worker', 'imani', ['/families/:id', '/people/:id']],
	['observer', 'owen', []],
	['read-only member', 'beth', ['/cohorts/:id']],
	['administrator', 'admin', ['/staff/:id', '/places']],
] as const)(
	'every page that a %s can get to has one entry, and it names everybody whom the page names',
	async (_role, key, kinds) => {
		const answered = await walkAs(key);
		expect([...new Set(answered.map(({ page }) => page.kind))]).toEqual(expect.arrayContaining([...kinds]));
		expect(answered.filter(({ page }) => page.status !== 200)).toEqual([]);
		const shown = new Set(answered.flatMap(({ people }) => people));
		expect(answered.flatMap(leftOut)).toEqual([]);
		if (key === 'admin') expect(shown).toEqual(new Set());
		else if (key !== 'owen') expect(shown.size).toBeGreaterThan(1);
	},
	240_000,
);

test('what a search finds is in the entry of the page, and what was searched for is not', async () => {
	const as = actorOf('priya');
	const wanted = everybody.find(({ reference }) => reference === 'D-101')!;
	const before = lastEntry(context);
	const { status, html } = await visit(context, '/search', { as, form: { who: wanted.familyName } });
	expect(status).toBe(200);
	const [entry] = trailOf(context, before);
	expect(entry!.people).toContain(wanted.id);
	expect(JSON.stringify(entry)).not.toContain(wanted.familyName);
	const page = { path: '/search', kind: '/search', status, html };
	expect(leftOut({ page, people: entry!.people })).toEqual([]);
	expect(leftOut({ page, people: [] })).not.toEqual([]);
});

test.each([
	['csv', 'priya'],
	['xlsx', 'ruth'],
])('the register of every cohort as %s has one entry, and it names everybody in the file', async (kind, key) => {
	const as = actorOf(key);
	const cohorts = context.db.$client
		.prepare("select id from cohorts where side = 'perpetrator' and state <> 'draft'")
		.pluck()
		.all() as string[];
	expect(cohorts.length).toBeGreaterThan(3);
	for (const cohortId of cohorts) {
		const before = lastEntry(context);
		const path = `/cohorts/${cohortId}/register.${kind}`;
		const html = await wordsIn(await fileAt(path, as), kind);
		const [entry, ...others] = trailOf(context, before);
		expect(others).toEqual([]);
		expect(entry).toMatchObject({ by: as.staffId, record: `cohort ${cohortId}`, outcome: 'done' });
		const page = { path, kind: path, status: 200, html };
		expect(leftOut({ page, people: entry!.people })).toEqual([]);
		expect(leftOut({ page, people: [] }).length).toBeGreaterThan(8);
	}
});

async function fileAt(path: string, as: StaffActor): Promise<Uint8Array> {
	const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
	const headers = { cookie: cookieOf(context, as) };
	const handle = auditedHandler(notedBuild(build), 'test');
	const response = await handle(new Request(`http://localhost${path}`, { headers }), requestContext(context));
	expect(response.status).toBe(200);
	return new Uint8Array(await response.arrayBuffer());
}

async function wordsIn(bytes: Uint8Array, kind: string): Promise<string> {
	const read = await readSpreadsheet(bytes, `register.${kind}`);
	if (!read.done) throw new Error(read.code);
	return read.value.sheets.flatMap(({ cells }) => cells.map(({ text }) => text)).join('\n');
}

test('a page that names somebody whom its entry leaves out is caught, by name and by reference', async () => {
	const [one, other] = everybody;
	const page = {
		path: '/planted',
		kind: '/planted',
		status: 200,
		html: `<li>${one!.givenName} ${one!.familyName}</li>`,
	};
	expect(leftOut({ page, people: [one!.id] })).toEqual([]);
	expect(leftOut({ page, people: [other!.id] })).toEqual([`/planted shows ${one!.givenName} ${one!.familyName}`]);
	const byReference = { ...page, html: `<td>${one!.reference}</td>` };
	expect(leftOut({ page: byReference, people: [] })).toEqual([`/planted shows ${one!.reference}`]);
});

test('the whole trail of the story and of these visits holds no name, reference, address or word of anybody', () => {
	const trail = JSON.stringify(context.db.$client.prepare('select * from audit_entries').all());
	expect(trail.length).toBeGreaterThan(100_000);
	const names = everybody.flatMap(({ familyName, reference }) => [familyName, reference]);
	const staff = STAFF.map(({ name }) => name);
	const known = [...names, ...staff, 'example.org', 'example.net', 'Northfield', 'Both facilitators were ill'];
	expect(known.filter((word) => new RegExp(`(?<![a-z])${word}(?![a-z])`).test(trail))).toEqual([]);
});
