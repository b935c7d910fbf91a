import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { listPeople } from '#db/queries/people.ts';
import { build } from './built-app.ts';
import { crawl } from './crawl.ts';
import { differences } from './differences.ts';
import { mailsToHim } from './mails.ts';
import { fillOtherSide, givenWorld, type World } from './worlds.ts';

/**
 * The proof can fail: each of these faults is one that somebody could make in good faith, and each is planted in both
 * worlds, so that only the survivor side's data can tell them apart.
 */
type Plant = {
	readonly leak: string;
	readonly fault: string;
	readonly reader: 'facilitator' | 'coordinator';
	readonly only: RegExp;
	/** Changes what the database answers, or what it does. */
	readonly plant?: (world: World) => void;
	readonly build?: ServerBuild;
	readonly tells: RegExp;
};

const PLANTS: readonly Plant[] = [
	{
		leak: 'page',
		fault: 'a cohort is found by its id and area, and its side is forgotten',
		reader: 'coordinator',
		only: /^cohorts\.\$cohortId\._index$/,
		plant: (world) => rewriteQueries(world, /"cohorts"."id" = \+\?/, forgetSide),
		tells: /^GET \/cohorts\/her\d+: status 404 and 200/,
	},
	{
		leak: 'count',
		fault: 'the numbers beside the filters count the cohorts of every side',
		reader: 'coordinator',
		only: /^cohorts\._index$/,
		plant: (world) => rewriteQueries(world, /count\(\*\).*group by/s, forgetSide),
		tells: /^GET \/cohorts: /,
	},
	{
		leak: 'sort order',
		fault: 'people whose family takes part come first in the list',
		reader: 'coordinator',
		only: /^people\._index$/,
		plant: (world) =>
			rewriteQueries(world, /from "people".* order by/s, (sql) => sql.replace(' order by ', FAMILIES_FIRST)),
		tells: /^GET \/people: /,
	},
	{
		leak: 'week',
		fault: 'the week of an area shows the sessions of every side',
		reader: 'coordinator',
		only: /^week$/,
		plant: (world) => rewriteQueries(world, /"sessions"."day" between/, forgetSide),
		tells: /^GET \/week: /,
	},
	{
		leak: 'refused slot',
		fault: 'every weekday of a venue is everybody’s, and what is booked decides',
		reader: 'coordinator',
		only: /^cohorts\.new$/,
		plant: (world) =>
			rewriteQueries(world, /from "venue_days" where/, (sql) => sql.replace('"side" from', `'perpetrator' from`)),
		tells: /^POST \/cohorts\/new /,
	},
	{
		leak: '404',
		fault: 'what is there and is not yours answers 403',
		reader: 'facilitator',
		only: /^people\.\$personId\._index$/,
		build: withRoute('routes/people.$personId._index', (original) => async (args) => {
			try {
				return await original(args);
			} catch (answer) {
				const { db } = args.context;
				const isThere = db.$client.prepare('select 1 from people where id = ?').get(args.params.personId);
				throw isThere ? new Response(null, { status: 403 }) : answer;
			}
		}),
		tells: /^GET \/people\/her\d+: status 404 and 403/,
	},
	{
		leak: 'feed',
		fault: 'linking a pair of cohorts touches the sessions of both',
		reader: 'facilitator',
		only: /^calendars/,
		plant: ({ context }) =>
			context.db.$client.exec(`create trigger planted after insert on cohort_pairs begin
				update sessions set sequence = sequence + 1 where cohort_id = new.perpetrator_cohort_id; end`),
		tells: /^GET \/calendars\/.*\.ics: /,
	},
	{
		leak: 'export',
		fault: 'a new route exports the register with a column on the family',
		reader: 'coordinator',
		only: /^cohorts\.\$cohortId/,
		build: withNewRoute('routes/cohorts.$cohortId.register[.]planted', 'cohorts/:cohortId/register.planted', planted),
		tells: /^GET \/cohorts\/id\d+\/register\.planted: “.*Marlow/s,
	},
];

test.each(PLANTS)(
	'a leak by $leak is caught: $fault',
	async ({ reader, only, plant, build: faulty, tells }) => {
		const [bare, full] = [givenWorld(), givenWorld()];
		for (const world of [bare, full]) plant?.(world);
		const { ids: otherIds } = fillOtherSide(full);
		const ask = (world: World) =>
			crawl({ world, otherIds, reader: world.staff[reader], only, ...(faulty ? { build: faulty } : {}) });
		const found = differences(await ask(bare), await ask(full));
		expect(found.filter((difference) => tells.test(difference))).not.toEqual([]);
	},
	60_000,
);

test('a leak by message is caught: mail to somebody who may not meet another is held back for a lead to look at', async () => {
	const [bare, full] = [givenWorld(), givenWorld()];
	fillOtherSide(full);
	for (const { context } of [bare, full]) {
		const { send } = context.mailer;
		const isApart = `select 1 from non_associations n join safe_contacts c
			on c.person_id in (n.person_id, n.other_person_id) and c.address = ?`;
		context.mailer.send = async (mail, aboutToHandOver) =>
			context.db.$client.prepare(isApart).get(mail.to)
				? { state: 'failed', retry: false, reason: 'for a lead to look at' }
				: send(mail, aboutToHandOver);
	}
	expect(differences(await mailsToHim(bare), await mailsToHim(full))).not.toEqual([]);
});

test('without a fault the same narrow crawls find nothing', async () => {
	const [bare, full] = [givenWorld(), givenWorld()];
	const { ids: otherIds } = fillOtherSide(full);
	const only = /^(people\._index|cohorts\._index|calendars)/;
	const ask = (world: World) => crawl({ world, otherIds, reader: world.staff.coordinator, only });
	expect(differences(await ask(bare), await ask(full))).toEqual([]);
});

const FAMILIES_FIRST = ' order by (select count(*) from family_members where person_id = "people"."id") desc, ';
const forgetSide = (sql: string) => sql.replaceAll(/("cohorts"\."side" in \([^)]*\))/g, '($1 or 1)');

/** From now on the queries that look like this are asked differently. */
function rewriteQueries({ context }: World, which: RegExp, rewrite: (sql: string) => string): void {
	const { $client } = context.db;
	const prepare = $client.prepare.bind($client);
	$client.prepare = ((sql: string) => prepare(which.test(sql) ? rewrite(sql) : sql)) as typeof prepare;
}

type Loader = (args: LoaderFunctionArgs) => unknown;

/** The build with another loader in one of its routes. */
function withRoute(
	id: string,
	wrap: (original: (args: LoaderFunctionArgs) => Promise<unknown>) => Loader,
): ServerBuild {
	const route = build.routes[id]!;
	const original = async (args: LoaderFunctionArgs) => route.module.loader!(args);
	const faulty = { ...route, module: { ...route.module, loader: wrap(original) } };
	return { ...build, routes: { ...build.routes, [id]: faulty } } as ServerBuild;
}

/** The build with one more route, which nobody told the proof of. */
function withNewRoute(id: string, path: string, loader: Loader): ServerBuild {
	const route = { id, path, parentId: 'root', module: { loader } };
	const asset = { ...build.assets.routes['routes/healthcheck']!, id, path };
	return {
		...build,
		routes: { ...build.routes, [id]: route },
		assets: { ...build.assets, routes: { ...build.assets.routes, [id]: asset } },
	} as ServerBuild;
}

/** A register as a file: each member, and whether their family takes part too. */
function planted({ request, context, params }: LoaderFunctionArgs): Response {
	const actor = requireAccess(request, context, 'read', 'register');
	orNotFound(findCohort(context.db, actor, params.cohortId as CohortId));
	const inFamily = context.db.$client.prepare('select count(*) from family_members where person_id = ?').pluck();
	const rows = listPeople(context.db, actor).map(({ personId, filedName }) => `${filedName};${inFamily.get(personId)}`);
	return new Response(rows.join('\r\n'), { headers: { 'Content-Type': 'text/csv' } });
}
