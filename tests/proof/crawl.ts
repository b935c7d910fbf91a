import type { ServerBuild } from '@remix-run/node';
import { type Answer, type Ask, askerOf, build as built, locationOf, type SentForm } from './built-app.ts';
import { FORM_BODIES } from './form-bodies.ts';
import { asQuestion, type FoundForm, formsIn, linksIn } from './markup.ts';
import { addressOf, type BuiltRoute, routesOf, type Values } from './routes.ts';
import { HER_NAME, HIS_NAME, type OtherSide, type Reader, type World } from './worlds.ts';

/** Everything that a reader was told, by what they asked. */
export type Told = ReadonlyMap<string, Answer>;

export type Crawl = {
	readonly world: World;
	/** The ids of the survivor side, which exist in one of two worlds only. */
	readonly otherIds: OtherSide['ids'];
	readonly reader: Reader;
	/** The app, or the app with a planted fault. */
	readonly build?: ServerBuild;
	/** Narrows the crawl to these routes, for the tests that plant a fault. */
	readonly only?: RegExp;
};

/** What somebody may look for in a search of people. */
const SOUGHT = [HER_NAME, HIS_NAME, 'Marlow', 'REF-her000003', 'a'];
/** How many forms deep one answer leads to the next. */
const DEPTH = 4;

/**
 * Asks everything that a reader can ask: every address of the route tree with their own ids, with the other side’s and with
 * nobody’s, the pages that those link to by another question, every search; then every form, of the table and of the pages
 * themselves; then every page that
 * was there again, as the forms left it.
 */
export async function crawl(asked: Crawl): Promise<Told> {
	const told = new Map<string, Answer>();
	const routes = routesOf(asked.build ?? built).filter(({ id }) => asked.only?.test(id) ?? true);
	const ask = recorder(askerOf(asked.world.context, asked.reader, asked.build), told);
	const pages = await openPages(ask, routes, asked);
	await sendForms(ask, routes, asked, pages);
	const again = recorder(askerOf(asked.world.context, asked.reader, asked.build), told, 'afterwards ');
	for (const [page, { status }] of pages) if (status === 200) await again(page);
	return told;
}

/** Notes every answer under what was asked, so that the same question asked later stands beside the first. */
function recorder(ask: Ask, told: Map<string, Answer>, when = ''): Ask {
	return async (path, form) => {
		const answer = await ask(path, form);
		const question = `${when}${form ? 'POST' : 'GET'} ${path}${form ? ` ${JSON.stringify(form)}` : ''}`;
		let key = question;
		for (let times = 2; told.has(key); times += 1) key = `${question} (${times})`;
		told.set(key, answer);
		return answer;
	};
}

async function openPages(ask: Ask, routes: readonly BuiltRoute[], asked: Crawl): Promise<Map<string, Answer>> {
	const pages = new Map<string, Answer>();
	const open = async (path: string) => {
		if (!pages.has(path)) pages.set(path, await ask(path));
	};
	for (const route of routes) for (const values of fillsOf(route, asked)) await open(addressOf(route, values));
	const known = new Set([...pages.keys()]);
	for (const [page, { body }] of [...pages]) {
		const links = linksIn(body, page).filter((link) => link.includes('?') && known.has(link.split('?')[0]!));
		const searches = SOUGHT.flatMap((sought) =>
			formsIn(body, page, () => sought).filter(({ method }) => method === 'get'),
		);
		for (const path of [...links, ...searches.map(asQuestion)]) await open(path);
	}
	return pages;
}

async function sendForms(ask: Ask, routes: readonly BuiltRoute[], asked: Crawl, pages: Map<string, Answer>) {
	const order = Object.keys(FORM_BODIES);
	const acting = routes.filter(({ hasAction }) => hasAction);
	const sent = new Set<string>();
	for (const route of acting.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))) {
		for (const values of fillsOf(route, asked)) {
			const fill = { ids: { ...sharedIds(asked), ...values }, otherIds: asked.otherIds, world: asked.world };
			const path = addressOf(route, values);
			for (const form of FORM_BODIES[route.id]!(fill)) await followUp(ask, asked, { path, form }, sent, DEPTH);
		}
	}
	for (const [page, { body }] of pages) await submitFound(ask, asked, body, page, sent, DEPTH);
}

/** Sends one form. What ends the reader’s own sign-in is taken back, so that the rest is asked by somebody. */
async function submit(ask: Ask, { world }: Crawl, path: string, form: SentForm): Promise<Answer> {
	const { $client } = world.context.db;
	$client.exec('savepoint before_form');
	const answer = await ask(path, form);
	if (/"set-cookie"/.test(answer.headers)) $client.exec('rollback to before_form');
	$client.exec('release before_form');
	return answer;
}

/** Sends a form, opens the page to which it leads, and sends the forms of that. */
async function followUp(
	ask: Ask,
	asked: Crawl,
	{ path, form }: SentTo,
	sent: Set<string>,
	depth: number,
): Promise<void> {
	const answer = await submit(ask, asked, path, form);
	const location = locationOf(answer);
	const shown = location ? await ask(location) : answer;
	await submitFound(ask, asked, shown.body, location ?? path, sent, depth - 1);
}

type SentTo = { readonly path: string; readonly form: SentForm };

/** Sends the forms of a page, and those of the pages to which they lead; hidden ids once more with the other side’s. */
async function submitFound(ask: Ask, asked: Crawl, html: string, page: string, sent: Set<string>, depth: number) {
	if (depth === 0) return;
	const forms = formsIn(html, page).filter(({ method, path }) => method === 'post' && path !== '/sign-out');
	for (const found of forms.flatMap((form) => [tampered(form, asked), form]).filter((one) => one !== null)) {
		const question = `${found.path} ${JSON.stringify(found.form)}`;
		if (sent.has(question)) continue;
		sent.add(question);
		await followUp(ask, asked, found, sent, depth);
	}
}

function tampered(found: FoundForm, { otherIds }: Crawl): FoundForm | null {
	const names = Object.keys(found.form).filter((name) => name in otherIds);
	const others = Object.fromEntries(names.map((name) => [name, otherIds[name]!]));
	return names.length > 0 ? { ...found, form: { ...found.form, ...others } } : null;
}

/** The ways to fill a route’s parameters: each own id in turn, the other side’s, and nobody’s. */
function fillsOf({ id, parameters }: BuiltRoute, { world, otherIds }: Crawl): Values[] {
	if (parameters.length === 0) return [{}];
	const own = parameters.reduce<Values[]>(
		(fills, name) => {
			const values = world.own[name] ?? [];
			if (values.length === 0 && !(name in otherIds)) {
				throw new Error(`tell tests/proof/worlds.ts (ownIds, fillOtherSide) how to fill :${name} of ${id}`);
			}
			return fills.flatMap((fill) => values.map((value) => ({ ...fill, [name]: value })));
		},
		[{}],
	);
	const isTheirs = parameters.some((name) => name in otherIds);
	const theirs = isTheirs ? [{ ...own[0], ...pick(otherIds, parameters), ...ids(otherIds) }] : [];
	return [...own, ...theirs, {}];
}

/** What a form of the perpetrator side names beside what its address does. */
function sharedIds({ world }: Crawl): Values {
	return { enrolmentId: world.his.enrolmentId, contactId: world.his.contactId, concernId: world.his.concernId };
}

function ids({ enrolmentId, contactId, concernId }: Values): Values {
	return { enrolmentId: enrolmentId!, contactId: contactId!, concernId: concernId! };
}

function pick(values: Values, names: readonly string[]): Values {
	return Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}
