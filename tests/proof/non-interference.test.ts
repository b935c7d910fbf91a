import { expect, test } from 'vitest';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { build } from './built-app.ts';
import { crawl, type Told } from './crawl.ts';
import { differences } from './differences.ts';
import { FORM_BODIES } from './form-bodies.ts';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.ts';
import { type BuiltRoute, routeAt, routesOf } from './routes.ts';
import { fillOtherSide, givenWorld, HER_NAME, HIS_NAME, type World } from './worlds.ts';

/**
 * Two worlds share their configuration and everything of the perpetrator side; only one of them has a survivor side. Every
 * reader who may not know of it asks both worlds everything that can be asked, and is answered with the same bytes
 * (docs/security.md). Leads and partner-support workers are allowed to know, and the command line is the operator's.
 */
const READERS = ['facilitator', 'spare', 'coordinator', 'administrator', 'observer', 'readOnly', 'nobody'] as const;
type Name = (typeof READERS)[number];

const routes = routesOf(build);
const readerIn = ({ staff }: World, name: Name) => (name === 'nobody' ? null : staff[name]);

const asked = new Map<Name, Promise<{ without: Told; withHer: Told }>>();
function toldTo(name: Name) {
	const told = asked.get(name) ?? askBoth(name);
	asked.set(name, told);
	return told;
}

async function askBoth(name: Name) {
	const [bare, full] = [givenWorld(), givenWorld()];
	const { ids: otherIds } = fillOtherSide(full);
	return {
		without: await crawl({ world: bare, otherIds, reader: readerIn(bare, name) }),
		withHer: await crawl({ world: full, otherIds, reader: readerIn(full, name) }),
	};
}

test('every route that takes a form has one to be sent', () => {
	const acting = routes.filter(({ hasAction }) => hasAction).map(({ id }) => id);
	const untold = acting.filter((id) => !(id in FORM_BODIES));
	expect(untold.map((id) => `tell tests/proof/form-bodies.ts what to send to ${id}`)).toEqual([]);
	expect(Object.keys(FORM_BODIES).filter((id) => !acting.includes(id))).toEqual([]);
});

test.each(READERS)(
	'%s is told the same to the byte whether or not there is a survivor side',
	async (name) => {
		const { without, withHer } = await toldTo(name);
		expect(differences(without, withHer)).toEqual([]);
		const shown = [...withHer].filter(([question]) => question.startsWith('GET')).map(([, { body }]) => body);
		// Who is only asked to stand in reads no name of anybody.
		const isHisSide = name !== 'administrator' && name !== 'nobody' && name !== 'spare';
		expect(shown.some((body) => body.includes(HIS_NAME) || body.includes('REF-id'))).toBe(isHisSide);
		expect(shown.filter((body) => body.includes(HER_NAME))).toEqual([]);
	},
	120_000,
);

/** Nobody’s address takes no form, and whoever is signed in has no step of signing in before them. */
const NEVER_TAKEN = [
	...['$', 'sign-in', 'sign-in_.code', 'sign-in_.recovery-code', 'sign-in_.set-up'],
	// Not there without a sign-in of the organisation’s own, which the two worlds would share (tests/routes/single-sign-on.test.ts).
	'account.single-sign-on',
	// A second person is asked for on her side alone (tests/routes/safe-contact.test.ts).
	'people.$personId_.safe-contact_.confirmation',
	// Nobody here has received a whole programme: it is refused with the same bytes (tests/routes/completions.test.ts takes it).
	'cohorts.$cohortId.completions',
	// Reports come by a token, not by a form (tests/routes/mail-bounces.test.ts and attacks/text-reports.test.ts send them).
	...['mails.bounces', 'texts.deliveries'],
	// An observer reads the page; leads alone release, and see both sides (tests/routes/observations.test.ts).
	'sessions.$sessionId_.observations',
];

test('every address opened for one of them at least, and every form was taken from one of them: the crawl is no empty walk', async () => {
	const answered = new Map<string, Set<number>>();
	for (const name of READERS.filter((reader) => reader !== 'nobody')) {
		for (const [question, { status }] of (await toldTo(name)).without) {
			const [method = '', path = ''] = question.replace('afterwards ', '').split(' ');
			const key = `${method} ${routeAt(path, routes)?.id}`;
			answered.set(key, (answered.get(key) ?? new Set()).add(status));
		}
	}
	const isWell = (key: string) => [200, 302].some((status) => answered.get(key)?.has(status));
	const forOthers = routes.filter(({ id }) => isForOthersOnly(id));
	const isTheirs = (route: BuiltRoute) => !forOthers.includes(route);
	const posts = routes
		.filter((route) => isTheirs(route) && route.hasAction && !NEVER_TAKEN.includes(route.id))
		.map(({ id }) => `POST ${id}`);
	const gets = routes
		.filter((route) => isTheirs(route) && (route.hasLoader || route.isPage))
		.map(({ id }) => `GET ${id}`);
	expect([...posts, ...gets].filter((key) => !isWell(key)).toSorted()).toEqual(
		NOTHING_TO_SEE.map((id) => `GET ${id}`).toSorted(),
	);
	const others = forOthers.flatMap(({ id }) => [`GET ${id}`, `POST ${id}`]);
	expect(others.length).toBeGreaterThan(20);
	expect(others.filter((key) => [...(answered.get(key) ?? [])].some((status) => status !== 404))).toEqual([]);
}, 120_000);

/** What the policy table grants to leads and partner-support workers alone: these readers are told that nothing is there. */
const { staff } = givenWorld();
function isForOthersOnly(id: string): boolean {
	const asked = Object.values(ROUTE_ACCESS[id] ?? {});
	const isTheirs = (access: RouteAccess) => {
		if (typeof access === 'string' || 'signedIn' in access) return true;
		const asks = 'nowhere' in access ? access.nowhere : access;
		return READERS.some((name) => name !== 'nobody' && mayAtAll(staff[name], asks.may, asks.what));
	};
	return asked.length > 0 && !asked.some(isTheirs);
}

/** What only takes a form, what is nobody's, and what is not there without a sign-in of the organisation’s own. */
const NOTHING_TO_SEE = [
	...['closures.bank-holidays.$nation_.check', 'sessions.$sessionId_.cancellation_.undo', 'sign-out', '$'],
	...['mails.bounces', 'texts.deliveries'],
	...['account.sign-ins.end', 'account.single-sign-on_.removal', 'unsaved_.removal'],
	...['account.single-sign-on', 'sign-in_.single-sign-on', 'sign-in_.single-sign-on_.callback'],
];
