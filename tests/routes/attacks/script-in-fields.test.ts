import { beforeAll, expect, test } from 'vitest';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CohortId, StaffId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { STAFF } from '#db/demo/cast.ts';
import { emailOf } from '#db/demo/stage.ts';
import { tellStory } from '#db/demo/tell-story.ts';
import { findStaffActor } from '#db/queries/staff.ts';
import * as schema from '#db/schema/index.ts';
import { type Answer, visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { kindOf, linksIn } from '#tests/support/crawl.ts';
import { type Field, type Form, formsIn } from '#tests/support/forms.ts';
import { DEMO_EVENING } from '#tests/support/story-times.ts';

const PAGES_OF_A_KIND = 5;
const EVERYBODY = ['jo', 'ruth', 'priya', 'helen', 'sam', 'leila'] as const;

type Page = { readonly path: string; readonly kind: string; readonly html: string };

/** Every page that links lead somebody to, a few of each kind. */
async function crawl(context: TestContext, as: StaffActor): Promise<Page[]> {
	const found: Page[] = [];
	const opened = new Map<string, number>();
	const waiting = ['/'];
	const seen = new Set(waiting);
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const kind = kindOf(path);
		const before = opened.get(kind) ?? 0;
		if (before >= PAGES_OF_A_KIND) continue;
		opened.set(kind, before + 1);
		const { html, status, location } = await visit(context, path, { as });
		if (status === 200) found.push({ path, kind, html });
		const links = location ? [location] : linksIn(html, `http://localhost${path}`);
		for (const link of links.filter((one) => !seen.has(one))) {
			seen.add(link);
			waiting.push(link);
		}
	}
	return found;
}

/** Each with a number of its own, so that it is known again wherever it comes up. */
const PAYLOADS = [
	(token: number) => `"><script>alert(${token})</script>`,
	(token: number) => `=1+${token}<img src=x onerror=alert(${token})>`,
	(token: number) => `</title></textarea><script>alert(${token})</script>`,
	(token: number) => `' onfocus='alert(${token})' autofocus='<script>alert(${token})</script>`,
	(token: number) => `javascript:alert(${token})//<svg onload=alert(${token})>`,
];

/** Two for a field that takes text, one for what a visitor could only forge; over a form each comes up. */
function payloadsFor({ kind }: Field, at: number) {
	return (kind === 'text' ? [at, at + 1] : [at]).map((index) => PAYLOADS[index % PAYLOADS.length]!);
}

/** Markup that came out of a field as it went in. */
const ALIVE = /<script>alert|<img src=x|<svg onload|<\/title><\/textarea>|href="javascript:|' onfocus='/;

/** What somebody who fills in this form with sense would send, so that it goes further than its first missing answer. */
function sensible({ name, kind, value, offered, chosen }: Field, round: number): string | readonly string[] {
	if (kind === 'choice')
		return chosen.length > 0 && chosen[0] !== '' ? chosen : (offered.find((one) => one !== '') ?? '');
	if (kind === 'hidden' || value !== '') return value;
	if (/-day$/.test(name)) return '12';
	if (/-month$/.test(name)) return '1';
	if (/-year$/.test(name)) return '2027';
	if (/email|address/i.test(name)) return `somebody${round}@example.org`;
	if (/time|from|until/i.test(name)) return '18:30';
	if (/places|minutes|weeks/i.test(name)) return '12';
	if (/postcode/i.test(name)) return 'M1 1AE';
	if (/reference/i.test(name)) return `REF/${round}`;
	return `Plain words ${round}`;
}

type Sent = { readonly token: number; readonly where: string; readonly status: number };

/** Sends a form once for each field and payload, all others filled in with sense; what of it came back alive is told. */
async function attack(
	context: TestContext,
	as: StaffActor,
	kind: string,
	{ action, fields }: Form,
	next: () => number,
) {
	const sent: Sent[] = [];
	const alive: string[] = [];
	const address = action.startsWith('http') ? new URL(action).pathname : action;
	for (const [at, target] of fields.filter(({ kind: one }) => one !== 'file').entries()) {
		for (const payload of payloadsFor(target, at)) {
			const token = next();
			const values = Object.fromEntries(fields.map((field) => [field.name, sensible(field, token)]));
			const form = { ...values, [target.name]: payload(token) };
			const answer: Answer = await visit(context, address, { as, form });
			const where = `${kind} ${target.name.replace(/[a-z0-9]{20}|id\d{6}/g, ':id')}`;
			sent.push({ token, where, status: answer.status });
			if (answer.status >= 500 || ALIVE.test(answer.html)) alive.push(`${where} ${answer.status}`);
		}
	}
	return { sent, alive };
}

let told: Awaited<ReturnType<typeof story>>;

beforeAll(async () => {
	told = await story();
}, 120_000);

async function story() {
	const context = testContext({ now: DEMO_EVENING });
	await tellStory(context);
	const rows = context.db.select({ id: schema.staff.id, email: schema.staff.email }).from(schema.staff).all();
	const actors = EVERYBODY.map((first) => {
		const { name } = STAFF.find((one) => one.name.toLowerCase().startsWith(`${first} `))!;
		const { id } = rows.find(({ email }) => email === emailOf(name))!;
		return findStaffActor(context.db, { staffId: id as StaffId, name });
	});
	return { context, actors };
}

test('script put into any field of any form comes out as text, on the answer and on every page after', async () => {
	const { context, actors } = told;
	let last = 1000;
	const next = () => {
		last += 1;
		return last;
	};
	const sent: Sent[] = [];
	const alive: string[] = [];
	const attacked = new Set<string>();
	for (const as of actors) {
		for (const { path, kind, html } of await crawl(context, as)) {
			const forms = formsIn(html, path).filter(({ fields }) => fields.some((field) => field.kind === 'text'));
			if (forms.length === 0 || attacked.has(kind)) continue;
			attacked.add(kind);
			for (const form of forms) {
				const found = await attack(context, as, kind, form, next);
				sent.push(...found.sent);
				alive.push(...found.alive);
			}
		}
	}
	expect(alive).toEqual([]);
	expect([...attacked].sort()).toEqual(
		expect.arrayContaining(['/cohorts/:id/members/new', '/places/areas/new', '/sessions/:id/register', '/staff/new']),
	);
	const pages = (await Promise.all(actors.map((as) => crawl(context, as)))).flat();
	expect(pages.filter(({ html }) => ALIVE.test(html)).map(({ path }) => path)).toEqual([]);
	// It could have come out: these fields took it, and it is there as text.
	const whole = pages.map(({ html }) => html).join('\n');
	const stored = new Set(sent.filter(({ token }) => whole.includes(`alert(${token})`)).map(({ where }) => where));
	expect([...stored].sort()).toEqual(
		expect.arrayContaining([
			'/cohorts/:id/members/new givenName',
			'/places/areas/new name',
			'/places/areas/:id/venues/new name',
			'/places/venues/:id/rooms/new name',
			'/staff/new name',
			'/closures/new label',
		]),
	);
	await checkFiles(context, actors);
}, 300_000);

/** The files of the same people: nothing in them is worked out, and they are never shown as a page. */
async function checkFiles(context: TestContext, actors: readonly StaffActor[]): Promise<void> {
	const cohortIds = context.db.select({ id: schema.cohorts.id }).from(schema.cohorts).all();
	let hostile = 0;
	for (const { id } of cohortIds) {
		for (const as of actors) {
			const { status, html, headers } = await visit(context, paths.registerFile(id as CohortId, 'csv'), { as });
			if (status !== 200) continue;
			expect(headers.get('content-disposition')).toMatch(/^attachment;/);
			const read = await readSpreadsheet(Buffer.from(html), 'register.csv');
			const texts = read.done ? read.value.sheets[0]!.cells.map(({ text }) => text) : ['=unreadable'];
			expect(texts.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
			hostile += texts.filter((text) => text.includes('alert(')).length;
		}
	}
	expect(hostile).toBeGreaterThan(0);
}

test('script in a question of any page comes out as text', async () => {
	const { context, actors } = told;
	const payload = encodeURIComponent(PAYLOADS[0]!(1));
	const names = ['said', 'state', 'area', 'page', 'show', 'step', 'take-back', 'q', 'index'];
	const found: string[] = [];
	const asked = new Set<string>();
	for (const as of actors) {
		for (const { path, kind } of await crawl(context, as)) {
			if (asked.has(kind)) continue;
			asked.add(kind);
			const question = names.map((name) => `${name}=${payload}`).join('&');
			const { html, status } = await visit(context, `${path.split('?')[0]}?${question}`, { as });
			if (status >= 500 || ALIVE.test(html)) found.push(`${path} ${status}`);
		}
	}
	expect(found).toEqual([]);
}, 300_000);
