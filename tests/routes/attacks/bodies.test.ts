import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { rawRequest, sendRaw } from '#tests/support/raw-request.ts';
import { addressOf, ROUTES } from '#tests/support/route-tree.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { zipFile } from '../../delivery/spreadsheet/zip-file.ts';

const context = testContext();
const places = givenPlaces(context);
const everyone = givenStaff(context, {
	roles: ['facilitator', 'coordinator', 'lead', 'administrator'],
	areaIds: [places.areaId],
});
/** Whose account the forms are about: the sender’s own, closed or without a second factor, would send nothing more. */
const colleague = givenStaff(context, { name: 'Kim Colleague' });
const cohort = givenCohort(context, { ...places, team: [everyone], sessionCount: 10, firstDay: '2026-02-03' });
const ids = {
	...places,
	...givenMember(context, cohort),
	cohortId: cohort.cohortId,
	sessionId: cohort.sessionIds[0]!,
	staffId: colleague.staffId,
	nation: 'scotland',
};
const OWN = { cookie: '', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
const FORM = { ...OWN, 'content-type': 'application/x-www-form-urlencoded' };
const MULTIPART = { ...OWN, 'content-type': 'multipart/form-data; boundary=form-of-ours' };
let web: Awaited<ReturnType<typeof startWeb>>;

beforeAll(async () => {
	web = await startWeb(context);
});
afterAll(() => web.close());

/** Signed in anew for each form: one of them ends the sign-ins of whoever sends it, and the rest would be nobody’s. */
const post = (path: string, headers: Record<string, string>, body: string | Buffer) =>
	sendRaw(web.url, [rawRequest('POST', path, { ...headers, cookie: cookieOf(context, everyone) }, body)], 30_000);
const field = (name: string, value: string) =>
	`--form-of-ours\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (content: Buffer) =>
	Buffer.concat([
		Buffer.from('--form-of-ours\r\nContent-Disposition: form-data; name="register"; filename="a.xlsx"\r\n\r\n'),
		content,
		Buffer.from('\r\n--form-of-ours--\r\n'),
	]);

const many = (count: number, each: (index: number) => string) =>
	Array.from({ length: count }, (_, at) => each(at)).join('');

/** Bodies that no page of ours sends, each a way in which a reader of forms has once fallen over. */
const BODIES: readonly (readonly [string, Record<string, string>, string | Buffer])[] = [
	['nothing', FORM, ''],
	['a form without any type', OWN, 'name=x'],
	['a form cut off in the middle of a sign', FORM, 'name=%E0%A4%A&note=%'],
	['fields without names and names without fields', FORM, '=x&&name&=&%00=1'],
	['a hundred thousand fields', FORM, many(100_000, (at) => `f${at}=&`)],
	['one field a hundred thousand times', FORM, many(100_000, () => 'name=x&')],
	[
		'every field twice',
		FORM,
		'name=x&name=y&version=1&version=2&reason=a&reason=b&email=a&email=b&password=a&password=b',
	],
	[
		'names that are parts of every object',
		FORM,
		'__proto__=x&constructor=x&toString=x&__proto__=y&hasOwnProperty=x&then=x',
	],
	['names that look like lists and trees', FORM, `name[]=x&name[a][b]=y&name.a.b=z&name${'[a]'.repeat(5000)}=x`],
	['a null in every field', FORM, 'name=a%00b&reason=%00&note=%00&version=%001&email=a%00@example.org&password=%00'],
	['half of a character', FORM, 'name=%ED%A0%80&note=%ED%B0%80&reason=%F0%9F&reference=%FF%FE'],
	[
		'line ends and controls in every field',
		FORM,
		'name=a%0d%0ab&reason=%1b%5b31m&note=%0a%0a&title=%85%E2%80%A8&label=%0d',
	],
	['text that turns round', FORM, 'name=%E2%80%AEgpj.exe&note=%E2%81%A6x&reference=%EF%BB%BFx'],
	['a field of nearly a megabyte', FORM, `name=${'a'.repeat(1_000_000)}`],
	[
		'numbers beyond all numbers',
		FORM,
		'version=1e309&places=-1&minutes=NaN&version-1=Infinity&day-day=99999999999999999999',
	],
	[
		'a charset that nobody has',
		{ ...OWN, 'content-type': 'application/x-www-form-urlencoded; charset=x-evil' },
		'name=x',
	],
	['UTF-16 that says it is UTF-8', FORM, Buffer.from('name=x', 'utf16le')],
	['a multipart form without a boundary', { ...OWN, 'content-type': 'multipart/form-data' }, 'name=x'],
	['a multipart form that never ends', MULTIPART, field('name', 'x')],
	['a multipart form that ends in a heading', MULTIPART, '--form-of-ours\r\nContent-Disposition: form-da'],
	['a multipart form with nothing inside', MULTIPART, '--form-of-ours--\r\n'],
	[
		'a multipart form of thousands of parts',
		MULTIPART,
		`${many(8000, (at) => field(`f${at}`, ''))}--form-of-ours--\r\n`,
	],
	[
		'a part with a name of many lines',
		MULTIPART,
		`${field('a"; filename="../../etc/passwd', 'x')}--form-of-ours--\r\n`,
	],
	[
		'a part with a heading of a megabyte',
		MULTIPART,
		`--form-of-ours\r\nX: ${'a'.repeat(900_000)}\r\n\r\nx\r\n--form-of-ours--\r\n`,
	],
	[
		'a file where text is asked for',
		MULTIPART,
		Buffer.concat([Buffer.from(field('version', '1')), file(Buffer.from('x'))]),
	],
	['JSON', { ...OWN, 'content-type': 'application/json' }, '{"name":{"$gt":""},"__proto__":{"isAdmin":true}}'],
	['JSON ten thousand deep', { ...OWN, 'content-type': 'application/json' }, '['.repeat(10_000)],
	['XML', { ...OWN, 'content-type': 'text/xml' }, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
	[
		'a body that says it is packed',
		{ ...FORM, 'content-encoding': 'gzip' },
		Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
	],
];

const forms = ROUTES.filter(({ hasAction, id }) => hasAction && id !== 'sign-out');

test.each(BODIES)(
	'%s is answered with a page of ours by every form, and the server goes on',
	async (_kind, headers, body) => {
		const bad: string[] = [];
		for (const { pattern } of forms) {
			const { status, text, milliseconds } = await post(addressOf(pattern, ids), headers, body);
			const isOurs = [200, 302, 400, 404, 405, 409, 410, 413, 422].includes(status);
			// The steps of signing in are nobody’s who is signed in; every other form is read before it is refused.
			const isTurnedAway = /^location: \/sign-in/im.test(text) && !pattern.startsWith('/sign-in');
			if (
				!isOurs ||
				isTurnedAway ||
				milliseconds > 15_000 ||
				/(Type|Syntax|Range|Sqlite)Error|node_modules|\bat \w+ \(/.test(text)
			) {
				bad.push(`${pattern} ${status} after ${milliseconds} ms`);
			}
		}
		expect(forms.length).toBeGreaterThan(25);
		expect(bad).toEqual([]);
		expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('isAdmin');
		expect((await sendRaw(web.url, [rawRequest('GET', '/healthcheck')])).status).toBe(200);
	},
	120_000,
);

test('a form of as many different fields as fit takes no longer to refuse than to read', async () => {
	const short = many(130_000, (at) => `${at.toString(36)}=&`).slice(0, 1_000_000);
	const { status, milliseconds } = await post('/sign-in', FORM, short);
	expect(status).toBe(400);
	expect(milliseconds).toBeLessThan(10_000);
});

test.each([
	['2 MB to a form', '/sign-in', 2 * 1024 * 1024, '1 MB'],
	['2 MB to a form that needs a sign-in', `/sessions/${ids.sessionId}/register`, 2 * 1024 * 1024, '1 MB'],
	['40 MB to the upload', '/imports/new', 40 * 1024 * 1024, '10 MB'],
	['40 MB to the upload in capitals', '/IMPORTS/NEW', 40 * 1024 * 1024, '1 MB'],
	['40 MB to nowhere', '/nowhere', 40 * 1024 * 1024, '1 MB'],
])('%s is refused by its announced length, before a byte of it is read', async (_what, path, length, most) => {
	const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nCookie: ${cookieOf(context, everyone)}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${length}\r\n\r\n`;
	const { status, text, milliseconds } = await sendRaw(web.url, [head], 5000);
	expect(status).toBe(413);
	expect(text).toContain(`Send at most ${most} at a time`);
	expect(milliseconds).toBeLessThan(2000);
});

test.each([
	['a body of two lengths', 'Content-Length: 5\r\nContent-Length: 50\r\n\r\nemail'],
	[
		'a body with a length and in chunks',
		'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /today HTTP/1.1\r\n\r\n',
	],
	['a length that is no number', 'Content-Length: +5\r\n\r\nemail'],
	['chunks of a strange kind', 'Transfer-Encoding: xchunked\r\n\r\n5\r\nemail\r\n0\r\n\r\n'],
	['a chunk of a strange length', 'Transfer-Encoding: chunked\r\n\r\n-5\r\nemail\r\n0\r\n\r\n'],
	['a header line that continues', 'X-A: b\r\n evil: c\r\n\r\n'],
	['a header without a name', ': c\r\n\r\n'],
	['a line feed alone in a header', 'X-A: b\nEvil: c\r\n\r\n'],
])('%s is refused before it is a request: nothing is smuggled past', async (_what, rest) => {
	const { status, text } = await sendRaw(
		web.url,
		[`POST /sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nConnection: close\r\n${rest}`],
		2000,
	);
	expect([400, 403], text).toContain(status);
	expect(text.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
});

test('headers of 20 kB are refused', async () => {
	const { status } = await sendRaw(web.url, [rawRequest('GET', '/sign-in', { 'x-long': 'a'.repeat(20_000) })]);
	expect(status).toBe(431);
});

test('a spreadsheet that unpacks to more than a register holds is refused with a sentence', async () => {
	const bomb = zipFile([
		{ name: '[Content_Types].xml', content: '<Types/>' },
		{ name: 'xl/workbook.xml', content: `<workbook>${' '.repeat(60 * 1024 * 1024)}</workbook>` },
		{ name: 'xl/worksheets/sheet1.xml', content: ' '.repeat(60 * 1024 * 1024) },
	]);
	expect(bomb.length).toBeLessThan(1024 * 1024);
	const { status, text, milliseconds } = await post('/imports/new', MULTIPART, file(bomb));
	expect([400, 422]).toContain(status);
	expect(text).toContain('There is a problem');
	expect(milliseconds).toBeLessThan(15_000);
}, 30_000);

test('a question with strange names and values changes nothing of what a page shows', async () => {
	const questions = [
		'__proto__=x',
		'page=-1',
		'page=1e9',
		'page=%00',
		'state=__proto__',
		'said=__proto__',
		'area[]=x',
		'step=../x',
	];
	for (const { pattern, hasPage } of ROUTES) {
		if (!hasPage) continue;
		for (const question of questions) {
			const { status } = await visit(context, `${addressOf(pattern, ids)}?${question}`, { as: everyone });
			expect([200, 302, 404, 410], `${pattern}?${question}`).toContain(status);
		}
	}
}, 120_000);
