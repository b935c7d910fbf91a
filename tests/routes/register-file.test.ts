import { expect, test } from 'vitest';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import { paths } from '#app/paths.ts';
import { cookieOf, visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenSessionStates, givenWall } from '#tests/support/wall.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function wall(lines = 'Alex Smith | P L A') {
	const context = testContext({ now: '2026-02-11T12:00:00Z' });
	const places = givenPlaces(context);
	const facilitator = givenStaff(context);
	const cohort = givenCohort(context, { ...places, team: [facilitator], name: 'Tuesday group', sessionCount: 4 });
	givenSessionStates(context, cohort, 'H H H');
	givenWall(context, cohort, lines);
	return { context, facilitator, cohort, places };
}

test.each([
	['csv', 'text/csv; charset=utf-8'],
	['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const)(
	'the register as %s is a file to save, kept by nobody, under a name that tells nothing',
	async (kind, type) => {
		const { context, facilitator, cohort } = wall();
		const web = await startWeb(context);
		const response = await fetch(web.url + paths.registerFile(cohort.cohortId, kind), {
			headers: { cookie: cookieOf(context, facilitator) },
		});
		const bytes = new Uint8Array(await response.arrayBuffer());
		await web.close();
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe(type);
		expect(response.headers.get('content-disposition')).toBe(
			`attachment; filename="register-${cohort.cohortId}.${kind}"`,
		);
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		const read = await readSpreadsheet(bytes, 'file');
		expect(read.done && read.value.sheets[0]!.cells.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['Tuesday group', 'Smith, Alex', 'P', 'L 10', 'A']),
		);
	},
);

test('the cohort’s page leads to both files for whoever may read its register', async () => {
	const { context, facilitator, cohort } = wall();
	const { html } = await visit(context, paths.cohort(cohort.cohortId), { as: facilitator });
	for (const kind of ['csv', 'xlsx'] as const) expect(html).toContain(paths.registerFile(cohort.cohortId, kind));
});

test('a cohort without anybody offers no file of nobody', async () => {
	const { context, facilitator, places } = wall();
	const empty = givenCohort(context, { ...places, team: [facilitator], sessionCount: 2 });
	const { html } = await visit(context, paths.cohort(empty.cohortId), { as: facilitator });
	expect(html).not.toContain('register.csv');
});

test.each(['csv', 'xlsx'] as const)(
	'the %s of somebody else’s cohort answers as one that is not there',
	async (kind) => {
		const { context, cohort } = wall();
		const strangers = [
			givenStaff(context),
			givenStaff(context, { roles: ['administrator'] }),
			givenStaff(context, { roles: ['coordinator'], areaIds: [givenPlaces(context, 'Southfield').areaId] }),
		];
		for (const as of strangers) {
			const theirs = await visit(context, paths.registerFile(cohort.cohortId, kind), { as });
			const nobodys = await visit(context, paths.registerFile('abcdefghijkmnpqrstuv' as typeof cohort.cohortId, kind), {
				as,
			});
			expect(theirs.status).toBe(404);
			expect([theirs.html, [...theirs.headers]]).toEqual([nobodys.html, [...nobodys.headers]]);
		}
	},
);

test('the file of thirty people takes as many queries as that of one', async () => {
	const counts: number[] = [];
	for (const people of [1, 30]) {
		const { context, facilitator, cohort } = wall();
		for (let more = 1; more < people; more += 1) givenMember(context, cohort, { familyName: `Smith${more}` });
		const ask = () => visit(context, paths.registerFile(cohort.cohortId, 'csv'), { as: facilitator });
		await ask();
		counts.push(await countQueries(context.db, ask));
	}
	expect(counts[1]).toBe(counts[0]);
});
