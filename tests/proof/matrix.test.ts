import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { grantedRelations, mayAtAll } from '#app/domain/access/policy.ts';
import { needsSecondFactor } from '#app/domain/access/second-factor.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { type Answer, type Ask, askerOf, build } from './built-app.ts';
import { type Asks, type OwnProof, ROUTE_ACCESS, type RouteAccess } from './route-access.ts';
import { addressOf, type BuiltRoute, routesOf, UNKNOWN_ID, type Values } from './routes.ts';
import { givenStandings, isGranted, type Thing } from './standings.ts';

/** Every role on every route, with every method, on every kind of object: what the policy table says, and nothing else. */
const routes = routesOf(build);
const { world, actors, things } = givenStandings();

test('every route says what it asks, for each thing that it answers', () => {
	const faults = routes.flatMap(({ id, hasLoader, hasAction, isPage }) => {
		const access = ROUTE_ACCESS[id];
		const tell = (what: string) => [`tell tests/proof/route-access.ts what ${id} asks ${what}`];
		if (!access) return tell('at all');
		const shows = (hasLoader || isPage) !== (access.get !== undefined) ? tell('before it shows something') : [];
		return [...shows, ...(hasAction === (access.post !== undefined) ? [] : tell('before it takes a form'))];
	});
	expect(faults).toEqual([]);
	expect(Object.keys(ROUTE_ACCESS).filter((id) => !routes.some((route) => route.id === id))).toEqual([]);
});

test.each(Object.keys(actors))(
	'%s is let in where the policy table says so, and nowhere else',
	async (name) => {
		const actor = actors[name]!;
		const ask = undoing(askerOf(world.context, actor));
		const wrong: string[] = [];
		let tried = 0;
		for (const trial of routes.flatMap((route) => trialsOf(route, actor, isFirstOf(name)))) {
			const answer = await ask(trial.address, trial.form);
			tried += 1;
			const fault = trial.isAllowed ? faultOfAllowed(trial, answer) : await faultOfRefused(trial, answer, ask);
			if (fault) wrong.push(`${trial.form ? 'POST' : 'GET'} ${trial.address} (${trial.of}): ${fault}`);
		}
		expect(wrong).toEqual([]);
		expect(tried).toBeGreaterThan(100);
	},
	60_000,
);

test('nobody who is not signed in is shown or may send anything: they are sent to sign in, whatever the address names', async () => {
	const ask = undoing(askerOf(world.context, null));
	const wrong: string[] = [];
	for (const route of routes) {
		const { get, post } = ROUTE_ACCESS[route.id]!;
		for (const ids of [things[0]!.ids, {}]) {
			const address = addressOf(route, { ...configurationIds(), ...ids });
			const answers = [
				get && get !== 'public' && (await ask(address)),
				post && post !== 'public' && (await ask(address, {})),
			];
			const isSent = (answer: Answer) => answer.status === 302 && answer.headers.includes('"/sign-in"');
			if (answers.some((answer) => answer && !isSent(answer))) wrong.push(address);
		}
	}
	expect(wrong).toEqual([]);
});

const ORGANISATION = 'the organisation’s own';

type Trial = {
	readonly route: BuiltRoute;
	readonly address: string;
	readonly ids: Values;
	/** An empty form; null asks for the page. */
	readonly form: Readonly<Record<string, string>> | null;
	/** What the address names. */
	readonly of: string;
	readonly isAllowed: boolean;
	readonly status: number | null;
};

/** Whether nobody before them has the same roles: what names no record is asked by one of those. */
function isFirstOf(name: string): boolean {
	const roles = String(actors[name]!.roles);
	return Object.keys(actors).find((other) => String(actors[other]!.roles) === roles) === name;
}

function trialsOf(route: BuiltRoute, actor: StaffActor, isFirst: boolean): Trial[] {
	const { get, post } = ROUTE_ACCESS[route.id] ?? {};
	const trials = [...trialsOfMethod(route, actor, get, null), ...trialsOfMethod(route, actor, post, {})];
	return trials.filter(({ of }) => isFirst || (of !== 'none' && of !== ORGANISATION));
}

function trialsOfMethod(route: BuiltRoute, actor: StaffActor, access: RouteAccess | undefined, form: Trial['form']) {
	if (access === undefined || access === 'public') return [];
	const trial = (of: string, named: Values, isAllowed: boolean, status: number | null): Trial => {
		const ids = Object.fromEntries(Object.entries(named).filter(([name]) => route.parameters.includes(name)));
		const thing = things.find(({ name }) => name === of);
		const sent = form && ((thing && NAMED_IN_FORM[route.id]?.(thing)) ?? form);
		return { route, ids, address: addressOf(route, ids), form: sent, of, isAllowed, status: form ? null : status };
	};
	if ('signedIn' in access) {
		const isTheirs = access.only === undefined || ownProofOf(actor)[access.only];
		return [{ ...trial('none', {}, isTheirs, null), status: access.signedIn }];
	}
	const asks: Asks = 'nowhere' in access ? access.nowhere : access;
	const isThere = !('nowhere' in access);
	const status = asks.status ?? 200;
	if (asks.of === 'none') {
		const isLet = asks.by
			? grantedRelations(actor, asks.may, asks.what).includes(asks.by)
			: mayAtAll(actor, asks.may, asks.what);
		return [trial('none', things[0]!.ids, isThere && isLet, status)];
	}
	const unknown = trial('unknown', {}, false, status);
	const objects = asks.of === 'configuration' ? [organisation()] : things.filter(isNamedBy(route, asks.of));
	const isSendable = (thing: Thing) => !form || NAMED_IN_FORM[route.id]?.(thing) !== null;
	const named = objects
		.filter(isSendable)
		.map((thing) => trial(thing.name, thing.ids, isThere && isGranted(actor, asks, thing), status));
	return [...named, unknown];
}

/** The things that a route of this kind can name: all of its parameters, but for what is the same for everybody. */
const isNamedBy =
	({ parameters }: BuiltRoute, kind: Asks['of']) =>
	({ kinds, ids }: Thing): boolean =>
		(!kinds || kinds.includes(kind)) && parameters.every((name) => name in ids);

/** What a form has to name beside its address, or it finds nothing for anybody; null where there is none of it. */
const NAMED_IN_FORM: Readonly<Record<string, (thing: Thing) => Trial['form']>> = {
	'sessions.$sessionId_.observers_.end': ({ observers: [staffId] }) => (staffId ? { staffId } : null),
	'sessions.$sessionId_.cover_.end': ({ ids: { coverId } }) => (coverId ? { coverId } : null),
	'facilitators.$facilitatorId_.accreditations_.end': ({ ids: { accreditationId } }) =>
		accreditationId ? { accreditationId } : null,
	'facilitators.$facilitatorId_.leave_.end': ({ ids: { leaveId } }) => (leaveId ? { leaveId } : null),
};

/** What the actor has of their own to prove themselves by. */
function ownProofOf({ staffId, roles }: StaffActor): OwnProof {
	const secondFactor = findSecondFactor(world.context.db, staffId)?.confirmedAt != null;
	return {
		password: findOwnAccount(world.context.db, staffId).passwordHash !== null,
		secondFactor,
		secondFactorByChoice: secondFactor && !needsSecondFactor(roles),
	};
}

function faultOfAllowed({ status }: Trial, answer: Answer): string | null {
	if (status !== null) return answer.status === status ? null : `expected ${status}, answered ${answer.status}`;
	return [403, 404, 405, 500].includes(answer.status) ? `expected to be taken, answered ${answer.status}` : null;
}

/** A refusal is the answer to an address that names nothing, but for the id in it. */
async function faultOfRefused({ route, ids, form }: Trial, answer: Answer, ask: Ask): Promise<string | null> {
	if (answer.status !== 404) return `expected 404, answered ${answer.status}`;
	const absent = await unknownAnswer(route, form, ask);
	const { planNumber: _plan, ...opaque } = ids;
	const plain = Object.values(opaque).reduce((body, id) => body.replaceAll(id, UNKNOWN_ID), answer.body);
	const isSame = plain === absent.body && answer.headers === absent.headers;
	return isSame ? null : 'the answer is not that of an unknown address';
}

const PLAN = { planNumber: '1' };
const unknownAnswers = new WeakMap<Ask, Map<string, Promise<Answer>>>();

function unknownAnswer(route: BuiltRoute, form: Trial['form'], ask: Ask): Promise<Answer> {
	const known = unknownAnswers.get(ask) ?? new Map<string, Promise<Answer>>();
	unknownAnswers.set(ask, known);
	const key = `${form ? 'POST' : 'GET'} ${route.id}`;
	// A plan’s number is no id, and would be found all over a page.
	const answer = known.get(key) ?? ask(addressOf(route, PLAN), form);
	known.set(key, answer);
	return answer;
}

/** Takes back what a form changed, so that each is sent to the same world. */
function undoing(ask: Ask): Ask {
	const { $client } = world.context.db;
	return async (path, form) => {
		if (!form) return ask(path);
		$client.exec('savepoint before_form');
		const answer = await ask(path, form);
		$client.exec('rollback to before_form; release before_form');
		return answer;
	};
}

function configurationIds(): Values {
	return Object.fromEntries(Object.entries(world.own).map(([name, [value]]) => [name, value!]));
}

/** The organisation’s own: nobody stands to it by team, area or person. */
function organisation(): Thing {
	const nobodys = { team: [], observers: [], openedBy: [], familyAreaId: null, readers: null, areaId: 'none' };
	return { ...nobodys, name: ORGANISATION, side: 'perpetrator', ids: configurationIds() };
}
