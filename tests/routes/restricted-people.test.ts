import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { restrictPerson } from '#app/use-cases/access/restrict-person.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { findImport } from '#db/queries/imports/imports.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenContact } from '../use-cases/reminders/given.ts';

const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
const addresses = Object.values(build.routes)
	.filter(({ id, path }) => id !== 'root' && path !== '*')
	.map(({ path = '' }) => `/${path}`);

const COUNTS = { people: 1, rows: 1, sessions: 1, cells: 1, accepted: 1, refused: 1, byCode: {} };

/** A woman called Quirina Zeldova in a cohort, a family, a message and an import; everybody who could read her name. */
function town() {
	const context = testContext({ now: '2026-03-10T12:00:00Z' });
	const { areaId } = givenPlaces(context);
	const side = 'survivor' as const;
	const duties = { areaIds: [areaId], sides: [side] };
	const staff = {
		facilitator: givenStaff(context),
		coordinator: givenStaff(context, { roles: ['coordinator'], ...duties }),
		worker: givenStaff(context, { roles: ['partner-support'], ...duties }),
		otherLead: givenStaff(context, { roles: ['lead'] }),
	};
	const lead = givenStaff(context, { roles: ['lead'] });
	const programmeSlug = 'inspiring-families-non-abusing';
	const cohort = givenCohort(context, {
		...{ areaId, side, programmeSlug, team: [staff.facilitator], firstDay: '2026-03-03', sessionCount: 10 },
	});
	const named = { givenName: 'Quirina', familyName: 'Zeldova', programmeSlug };
	const { personId, enrolmentId } = givenMember(context, cohort, named);
	givenMember(context, cohort, { programmeSlug, familyName: 'Plain' });
	givenContact(context, staff.facilitator, personId, { address: 'zeldova@example.org' });
	planReminders(context, OPERATOR);
	const familyId = givenFamily(context, { areaId, by: lead, members: [[personId, 'mother']] });
	const importId = context.ids.next<ImportId>();
	const run = (query: string, ...values: string[]) => context.db.$client.prepare(query).run(...values);
	const report = { counts: COUNTS, refusedRows: [], refusedCells: [], register: null, kept: 'Zeldova' };
	const imported =
		"insert into imports (id, kind, state, file_name, uploaded_at, report) values (?, 'register', 'imported', 'wall.xlsx', '2026-03-01T00:00:00Z', ?)";
	run(imported, importId, JSON.stringify(report));
	run('update cohorts set import_id = ? where id = ?', importId, cohort.cohortId);
	run('update people set import_id = ? where id = ?', importId, personId);
	const messageId = context.db.$client
		.prepare('select id from outbox where enrolment_id = ?')
		.pluck()
		.get(enrolmentId) as string;
	const { cohortId } = cohort;
	const ids = { personId, enrolmentId, cohortId, sessionId: cohort.sessionIds[0]!, messageId, familyId, importId };
	return { context, staff, lead, cohort, ids };
}

const READERS = ['facilitator', 'coordinator', 'worker', 'otherLead'] as const;
const NAME = /Quirina|Zeldova/i;

test.each(READERS)(
	'a restricted person is a reference for the %s on every page, and counted as before',
	async (reader) => {
		const { context, staff, lead, ids } = town();
		const as = staff[reader];
		const fill = (address: string) =>
			address.replace(/:(\w+)/g, (_all, name: string) => (ids as Record<string, string>)[name] ?? 'nobody');
		const pages = [...addresses.map(fill), '/people?show=everybody', '/messages?state=queued'];
		const crawl = async () => {
			const naming: string[] = [];
			const status: string[] = [];
			for (const page of pages) {
				const answer = await visit(context, page, { as });
				if (NAME.test(answer.html)) naming.push(page);
				status.push(`${page} ${answer.status} ${answer.html.match(/REF-/g)?.length ?? 0}`);
			}
			for (const who of ['zeld', 'quirina']) {
				const answer = await visit(context, '/search', { as, form: { who } });
				if (answer.text.includes('Quirina')) naming.push(`/search ${who}`);
			}
			return { naming, status };
		};
		const before = await crawl();
		expect(before.naming.length).toBeGreaterThan(4);
		expect(before.naming).toContain('/search zeld');
		restrictPerson(context, lead, { personId: ids.personId, version: null, readerIds: [] });
		const after = await crawl();
		expect(after.naming).toEqual([]);
		const found = await visit(context, '/search', { as, form: { who: `ref-${ids.personId}` } });
		expect(found.text).toContain(`REF-${ids.personId}`);
		expect((await visit(context, `/messages/${ids.messageId}`, { as })).text).not.toContain('zeldova@example.org');
	},
);

test('the register of a session counts a restricted person and files them by the reference', async () => {
	const { context, staff, lead, ids } = town();
	const page = () => visit(context, `/sessions/${ids.sessionId}/register`, { as: staff.facilitator });
	const names = ({ html }: Awaited<ReturnType<typeof page>>) =>
		[...html.matchAll(/register-row__person[^>]*>([^<]+)</g)].map(([, name]) => name);
	expect(names(await page())).toEqual(['Alex Plain', 'Quirina Zeldova']);
	restrictPerson(context, lead, { personId: ids.personId, version: null, readerIds: [] });
	expect(names(await page())).toEqual(['Alex Plain', `REF-${ids.personId}`]);
});

test('the kept report of an import with a restricted person holds only its counts for others', () => {
	const { context, staff, lead, ids } = town();
	const read = (as: typeof lead) => findImport(context.db, as, ids.importId)?.report;
	expect(read(staff.coordinator)).toContain('Zeldova');
	const readerIds = [staff.coordinator.staffId];
	restrictPerson(context, lead, { personId: ids.personId, version: null, readerIds });
	expect(read(staff.coordinator)).toContain('Zeldova');
	restrictPerson(context, lead, { personId: ids.personId, version: 1, readerIds: [lead.staffId] });
	expect(JSON.parse(read(staff.coordinator)!)).toEqual({
		...{ counts: COUNTS, refusedRows: [], refusedCells: [], register: null },
	});
});

test.each(['facilitator', 'coordinator', 'worker'] as const)(
	'in the list of safe contacts a restricted person is a reference for the %s, with nothing of what is held',
	async (reader) => {
		const { context, staff, lead, ids } = town();
		const as = staff[reader];
		const page = (filter = '') => visit(context, `/safe-contacts${filter}`, { as });
		expect((await page()).text).toContain('All 2');
		expect((await page('?standing=unconfirmed')).text).toContain('Zeldova');
		restrictPerson(context, lead, { personId: ids.personId, version: null, readerIds: [] });
		const kept = await page();
		expect(kept.text).toContain('All 2');
		expect(kept.html).not.toMatch(NAME);
		expect(kept.html).not.toContain(`/people/${ids.personId}/safe-contact`);
		const reference = `REF-${ids.personId}`;
		const row = `Name ${reference} Reference ${reference} Stands Not shown to you How Check by Set by Accessibility`;
		expect(kept.text).toContain(row);
		expect(kept.text).not.toContain('Waits for a second person');
		expect((await page('?standing=unconfirmed')).text).not.toContain(reference);
		expect((await visit(context, `/people/${ids.personId}/safe-contact`, { as })).status).toBe(404);
		restrictPerson(context, lead, { personId: ids.personId, version: 1, readerIds: [as.staffId] });
		expect((await page()).text).toContain('Zeldova');
	},
);
