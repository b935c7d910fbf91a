import type { ServerBuild } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import type { AreaId, ImportId, PersonId, VenueId } from '#app/domain/shared/ids.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import * as schema from '#db/schema/index.ts';
import { cookieOf, visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenContact } from '../use-cases/reminders/given.ts';

const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
const addresses = Object.values(build.routes)
	.filter(({ id, path }) => id !== 'root' && path !== '*')
	.map(({ path = '' }) => `/${path}`);

const PROGRAMMES = { perpetrator: 'caring-dads', survivor: 'inspiring-families-non-abusing' } as const;
const COUNTS = { people: 1, rows: 1, sessions: 1, cells: 1, accepted: 1, refused: 0, byCode: {} };
type Ids = Readonly<Record<string, string>>;
type Place = { readonly areaId: AreaId; readonly venueId: VenueId };

type Group = Place & {
	readonly side: keyof typeof PROGRAMMES;
	readonly name: string;
	readonly facilitator: StaffActor;
};

/** A cohort with something in every kind of record, all of it under `name`: the ids by which addresses name it. */
function givenFullCohort(context: TestContext, { areaId, venueId, side, name, facilitator }: Group): Ids {
	const { db, ids } = context;
	const programmeSlug = PROGRAMMES[side];
	const cohort = givenCohort(context, {
		...{ areaId, venueId, side, programmeSlug, name: `${name} group`, team: [facilitator] },
		...{ firstDay: '2026-03-03', sessionCount: 10 },
	});
	const { personId, enrolmentId } = givenMember(context, cohort, { familyName: name, programmeSlug });
	const left = givenMember(context, cohort, { givenName: name, programmeSlug });
	const gone = { exitOn: '2026-03-04' as never, exitKind: 'left', exitReason: 'work', exitNote: name } as const;
	db.update(schema.enrolments)
		.set({ state: 'left', ...gone })
		.where(eq(schema.enrolments.id, left.enrolmentId))
		.run();
	givenContact(context, facilitator, personId, { address: `${name}@example.org` });
	const sessionId = cohort.sessionIds[0]!;
	const entry = { mark: 'absent-notified', minutes: null, reason: 'other', note: name } as const;
	const choices = [{ enrolmentId, openedVersion: 1, entry }];
	recordRegister(context, facilitator, { sessionId, choices, restAttended: false, correctionReason: null });
	const log = { sessionId, entries: [], restAsPlanned: true, note: name, openedVersion: 0 };
	expect(recordDeliveryLog(context, facilitator, log)).toMatchObject({ done: true });
	planReminders(context, OPERATOR);
	const message = db.select().from(schema.outbox).where(eq(schema.outbox.enrolmentId, enrolmentId)).get()!;
	const importId = ids.next<ImportId>();
	db.insert(schema.imports)
		.values({
			...{
				id: importId,
				kind: 'register',
				state: 'imported',
				fileName: `${name}.xlsx`,
				uploadedAt: context.clock.now(),
			},
			report: JSON.stringify({ counts: COUNTS, refusedRows: [], refusedCells: [], register: null }),
		})
		.run();
	db.update(schema.cohorts).set({ importId }).where(eq(schema.cohorts.id, cohort.cohortId)).run();
	return { cohortId: cohort.cohortId, sessionId, personId, enrolmentId, messageId: message.id, importId };
}

/** What only leads and partner-support workers know of: a family of the two, that they may not meet, and their cohorts linked. */
function givenTogether(context: TestContext, his: Ids, hers: Ids, by: StaffActor): void {
	const areaId = by.areaIds[0]!;
	const [him, her] = [his.personId, hers.personId] as [PersonId, PersonId];
	const members = [
		[him, 'father'],
		[her, 'mother'],
	] as const;
	givenFamily(context, { areaId, by, workerId: by.staffId, reference: 'Hername', members });
	const run = (query: string, ...values: unknown[]) => context.db.$client.prepare(query).run(...values);
	run("insert into cohort_pairs values (?, ?, ?, '2026-03-01T00:00:00Z')", his.cohortId, hers.cohortId, by.staffId);
	const pair = [him, her].toSorted();
	run(
		"insert into non_associations values ('apart', ?, ?, 'Hername', ?, '2026-03-01T00:00:00Z', null)",
		...pair,
		by.staffId,
	);
}

/** Staff and places of both sides, and a cohort of the perpetrator side; `fillOtherSide` adds one of the survivor side. */
function world() {
	const context = testContext({ now: '2026-03-10T12:00:00Z' });
	const [place, elsewhere] = [givenPlaces(context), givenPlaces(context, 'Southfield')];
	const coordinates = (sides: readonly Side[], areaId: AreaId = place.areaId) =>
		givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides });
	const staff = {
		his: givenStaff(context),
		hers: givenStaff(context),
		coordinator: coordinates(['perpetrator']),
		coordinatorElsewhere: coordinates(['perpetrator', 'survivor'], elsewhere.areaId),
		administrator: givenStaff(context, { roles: ['administrator'] }),
	};
	const his = { ...place, side: 'perpetrator', name: 'Hisname', facilitator: staff.his } as const;
	const hers = { ...place, side: 'survivor', name: 'Hername', facilitator: staff.hers } as const;
	const duties = { roles: ['partner-support'], areaIds: [place.areaId], sides: ['survivor'] } as const;
	const worker = givenStaff(context, { name: 'Worker', ...duties });
	const hisIds = givenFullCohort(context, his);
	const fillOtherSide = () => {
		const herIds = givenFullCohort(context, hers);
		givenTogether(context, hisIds, herIds, worker);
		return herIds;
	};
	return { context, place, staff, his: hisIds, fillOtherSide };
}

const fill = (address: string, ids: Ids) => address.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? 'nobody');

const READERS = ['his', 'coordinator', 'coordinatorElsewhere', 'administrator'] as const;

test.each(READERS)(
	'every page of %s stays the same to the byte when a survivor-side cohort comes to be',
	async (reader) => {
		const { context, place, staff, his, fillOtherSide } = world();
		const programmeId = programmeIdOf({ slug: 'caring-dads', version: '1', variant: null });
		const own = { ...his, ...place, nation: 'scotland', programmeId, planNumber: '1', staffId: staff.his.staffId };
		const questions = ['/people?show=everybody', '/messages?state=queued', '/cohorts?state=running', '/imports?page=2'];
		// Signed in once: the page of one’s own account lists every sign-in.
		const cookie = cookieOf(context, staff[reader]);
		const crawl = async () => {
			const found: string[] = [];
			for (const page of [...addresses.map((address) => fill(address, own)), ...questions]) {
				const { status, html, location } = await visit(context, page, { cookie });
				found.push(`${page} ${status} ${location} ${html}`);
			}
			return found;
		};
		const before = await crawl();
		expect(before.some((page) => page.includes('Hisname'))).toBe(reader === 'his' || reader === 'coordinator');
		fillOtherSide();
		const after = await crawl();
		expect(after.filter((page, index) => page !== before[index])).toEqual([]);
	},
);

const STRANGERS = [
	...READERS.map((reader) => [reader, 'hers'] as const),
	['hers', 'his'],
	['administrator', 'his'],
] as const;

test.each(STRANGERS)('%s opens and changes nothing of a cohort that is %s, by any address', async (stranger, owner) => {
	const { context, staff, his, fillOtherSide } = world();
	const ids = { his, hers: fillOtherSide() }[owner];
	const named = addresses.filter((address) => Object.keys(ids).some((name) => address.includes(`:${name}`)));
	expect(named.length).toBeGreaterThan(12);
	const form = { version: '1', ends: 'x', reason: 'x', reference: 'X/1', givenName: 'X', familyName: 'X' };
	const before = recordsOf(context);
	for (const address of named) {
		for (const sent of [{}, { form }]) {
			const answers: string[] = [];
			for (const path of [fill(address, ids), fill(address, {})]) {
				const { status, location, html } = await visit(context, path, { as: staff[stranger], ...sent });
				expect([address, status === 200, /H(is|er)name/.test(html)]).toEqual([address, false, false]);
				answers.push(withoutIds(`${status} ${location} ${html}`, ids));
			}
			expect(answers[0]).toBe(answers[1]);
		}
	}
	expect(recordsOf(context)).toEqual(before);
	expect(traceOf(context, staff[stranger])).toEqual([]);
});

/** The answer as if it had been asked for nobody’s address: an answer may repeat the address that it was asked for. */
function withoutIds(answer: string, ids: Ids): string {
	return Object.values(ids).reduce((text, id) => text.replaceAll(id, 'nobody'), answer);
}

/** What the trail says of them beside that they opened a page or sent a form and were shown nobody. */
function traceOf({ db }: TestContext, { staffId }: StaffActor): unknown[] {
	const entries = db.select().from(schema.auditEntries).where(eq(schema.auditEntries.staffId, staffId)).all();
	const isRefused = (outcome: string) => ['not-found', 'sent-back'].includes(outcome);
	const found = entries.filter(({ action }) => action === 'page-viewed');
	expect(found.length).toBeGreaterThan(0);
	return found.filter(({ outcome, peopleKey }) => !isRefused(outcome) || peopleKey !== null);
}

/** Everything in the database but who is signed in, and the trail of who asked for what. */
function recordsOf({ db }: TestContext): unknown {
	const tables = db.$client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
	return tables
		.filter((name) => !['sign_ins', 'audit_entries', 'sqlite_sequence'].includes(name))
		.map((name) => [name, db.$client.prepare(`select * from "${name}" order by 1, 2`).all()]);
}
