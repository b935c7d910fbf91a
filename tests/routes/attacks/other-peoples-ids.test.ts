import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type {
	AdaptationId,
	AreaId,
	BrokenGlassId,
	CoverId,
	Id,
	ImportId,
	NonAssociationId,
	PersonId,
	SessionId,
} from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { addBankHoliday } from '#app/use-cases/places/add-bank-holiday.ts';
import { addClosure } from '#app/use-cases/places/add-closure.ts';
import { addSchoolHoliday } from '#app/use-cases/places/add-school-holiday.ts';
import { startVersion } from '#app/use-cases/programmes/start-version.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { inviteStaff } from '#app/use-cases/staff/invite-staff.ts';
import { openTask } from '#app/use-cases/tasks/open-task.ts';
import { inPairOrder } from '#db/queries/families/non-associations.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenFamily } from '#tests/support/families.ts';
import { addressOf, ROUTES } from '#tests/support/route-tree.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenContact } from '../../use-cases/reminders/given.ts';

type Role = 'facilitator' | 'coordinator' | 'otherSide' | 'administrator' | 'nobody';

/**
 * Every parameter of an address, and who of the strangers below may open such a record although it is nobody's in
 * particular. A parameter that is not listed here fails the test: whoever adds one says whose it is.
 */
const MAY_OPEN: Readonly<Record<string, readonly Role[]>> = {
	cohortId: [],
	sessionId: [],
	placeholderId: [],
	catchUpId: [],
	personId: [],
	enrolmentId: [],
	messageId: [],
	importId: [],
	familyId: [],
	nonAssociationId: [],
	openingId: [],
	alertId: [],
	staffId: ['administrator'],
	coverId: [],
	taskId: [],
	/** Who wrote it alone corrects it. */
	adaptationId: [],
	/** Who decides on gaps is a lead, who may everything of the organisation. */
	gapKey: [],
	// Who arranges cohorts reads for what facilitators are accredited, and no more of them.
	facilitatorId: ['administrator', 'coordinator', 'otherSide'],
	areaId: ['administrator', 'coordinator', 'otherSide'],
	venueId: ['administrator', 'coordinator', 'otherSide'],
	roomId: ['administrator'],
	closureId: ['administrator'],
	dayOffId: ['coordinator', 'otherSide'],
	schoolHolidayId: ['administrator'],
	listId: [],
	holidayId: ['administrator'],
	nation: ['administrator', 'coordinator', 'otherSide'],
	programmeId: ['facilitator', 'coordinator', 'otherSide', 'administrator'],
	planNumber: ['facilitator', 'coordinator', 'otherSide', 'administrator'],
	versionId: [],
	wordingId: [],
	// Whoever has the secret is let in: it is proof, not a name. How it is kept is tests/use-cases/staff and calendar.
	secret: ['facilitator', 'coordinator', 'otherSide', 'administrator', 'nobody'],
};

/** One of everything that an address can name, none of it anything of the strangers'. */
function world() {
	const context = testContext({ now: '2026-03-10T12:00:00Z' });
	const [here, elsewhere] = [givenPlaces(context), givenPlaces(context, 'Southfield')];
	const roles = ['facilitator', 'coordinator', 'lead', 'administrator'] as const;
	const owner = givenStaff(context, { name: 'Owner', roles, areaIds: [here.areaId] });
	const person = givenCase(context, owner, here);
	const ids = {
		...here,
		...person,
		...givenWatched(context, owner, person.personId),
		...givenShared(context, owner, here.areaId),
	};
	const strangers: Readonly<Record<Role, StaffActor>> = {
		facilitator: givenStaff(context),
		coordinator: givenStaff(context, { roles: ['coordinator'], areaIds: [elsewhere.areaId] }),
		otherSide: givenStaff(context, { roles: ['coordinator'], areaIds: [here.areaId], sides: ['survivor'] }),
		administrator: givenStaff(context, { roles: ['administrator'] }),
		nobody: givenStaff(context, { roles: [] }),
	};
	return { context, owner, strangers, ids: ids as Readonly<Record<string, string>> };
}

function givenCase(context: TestContext, owner: StaffActor, here: ReturnType<typeof givenPlaces>) {
	const { db, ids, clock } = context;
	const options = { ...here, team: [owner], name: 'Theirs', firstDay: '2026-03-10', sessionCount: 10 };
	const cohort = givenCohort(context, options);
	const member = givenMember(context, cohort, { familyName: 'Theirs' });
	givenContact(context, owner, member.personId, { address: 'theirs@example.org' });
	planReminders(context, OPERATOR);
	const importId = ids.next<ImportId>();
	const upload = { id: importId, kind: 'register', state: 'imported', fileName: 'theirs.xlsx' } as const;
	const counts = { people: 1, rows: 1, sessions: 1, cells: 1, accepted: 1, refused: 0, byCode: {} };
	const report = JSON.stringify({ counts, refusedRows: [], refusedCells: [], register: null });
	db.insert(schema.imports)
		.values({ ...upload, report, uploadedAt: clock.now() })
		.run();
	db.update(schema.cohorts).set({ importId }).where(eq(schema.cohorts.id, cohort.cohortId)).run();
	const coverId = ids.next<CoverId>();
	const asked = { state: 'asked', askedBy: owner.staffId, askedAt: clock.now() } as const;
	const covering = givenStaff(context, { name: 'Theirs' });
	db.insert(schema.sessionCovers)
		.values({
			id: coverId,
			sessionId: cohort.sessionIds[0]!,
			absentId: owner.staffId,
			coveringId: covering.staffId,
			...asked,
		})
		.run();
	const message = db.select().from(schema.outbox).where(eq(schema.outbox.enrolmentId, member.enrolmentId)).get()!;
	return {
		...member,
		cohortId: cohort.cohortId,
		sessionId: cohort.sessionIds[0]!,
		importId,
		coverId,
		messageId: message.id,
		adaptationId: givenChange(context, owner, cohort.sessionIds[0]!),
		gapKey: `partner-contact-missing-${member.enrolmentId}`,
		taskId: openTask(context, db, OPERATOR, {
			kind: 'absence-call',
			cause: 'theirs',
			about: { cohortId: cohort.cohortId, enrolmentId: member.enrolmentId },
		}),
	};
}

/** What was changed in a session, as its own facilitator wrote it down. */
function givenChange(context: TestContext, owner: StaffActor, sessionId: SessionId): AdaptationId {
	const recorded = recordAdaptation(context, owner, {
		sessionId,
		...{ when: 'implementation', how: 'Theirs', isLasting: false, decidedBy: 'team' },
		...{ what: 'content', contentChange: 'tailoring', contextChange: null, level: 'cohort' },
		...{ fidelity: 'consistent', goal: 'better-fit', reason: 'Theirs', activityKey: null },
	});
	if (!recorded.done) throw new Error(recorded.code);
	return recorded.value.id;
}

/** The family of the person, whom they may not meet, that their record was opened, and an alert of it. */
function givenWatched(context: TestContext, owner: StaffActor, personId: PersonId) {
	const { db, ids, clock } = context;
	const now = clock.now();
	const { staffId, areaIds } = owner;
	const familyId = givenFamily(context, { areaId: areaIds[0]!, by: owner, members: [[personId, 'father']] });
	const other = ids.next<PersonId>();
	const name = { givenName: 'Other', familyName: 'Theirs', reference: 'REF-other' };
	db.insert(schema.people)
		.values({ id: other, side: 'survivor', ...name, createdAt: now })
		.run();
	const nonAssociationId = ids.next<NonAssociationId>();
	const pair = { ...inPairOrder(personId, other), reason: 'Theirs' };
	db.insert(schema.nonAssociations)
		.values({ id: nonAssociationId, ...pair, setBy: staffId, setAt: now })
		.run();
	const openingId = ids.next<BrokenGlassId>();
	const opened = { reason: 'Theirs', openedAt: now, opensUntil: plusMinutes(now, 60) };
	db.insert(schema.brokenGlass)
		.values({ id: openingId, staffId, personId, ...opened })
		.run();
	const alertId = ids.next<Id<'alert'>>();
	const raised = { cause: 'same-surname', day: calendarDay('2026-03-10'), raisedAt: now, seq: 1 } as const;
	db.insert(schema.auditAlerts)
		.values({ id: alertId, staffId, ...raised, people: JSON.stringify([personId]) })
		.run();
	return { familyId, nonAssociationId, openingId, alertId };
}

function givenTheirList({ db, ids, clock }: TestContext, { staffId }: StaffActor): ImportId {
	const id = ids.next<ImportId>();
	const list = { kind: 'facilitators', state: 'uploaded', fileName: 'theirs.csv' } as const;
	const bytes = Buffer.from('Name,Email\nTheirs,theirs@example.com');
	db.insert(schema.imports)
		.values({ id, ...list, bytes, uploadedBy: staffId, uploadedAt: clock.now() })
		.run();
	return id;
}

function givenShared(context: TestContext, owner: StaffActor, areaId: AreaId) {
	const { db } = context;
	const day = calendarDay('2026-05-04');
	addClosure(context, owner, { from: day, to: day, label: 'Theirs', venueId: null });
	addBankHoliday(context, owner, { nation: 'scotland', date: day, title: 'Theirs' });
	const duties = { roles: ['facilitator'], areaIds: [], sides: [] } as const;
	const half = { areaId, from: day, to: day, label: 'Theirs' };
	addSchoolHoliday(context, owner, half);
	const listId = givenTheirList(context, owner);
	const started = startVersion(context, owner, { slug: 'caring-dads', from: '1' });
	const invited = inviteStaff(context, owner, { name: 'Theirs', email: 'theirs@example.org', ...duties });
	return {
		staffId: owner.staffId,
		facilitatorId: owner.staffId,
		closureId: db.select().from(schema.closures).get()!.id,
		dayOffId: db.select().from(schema.closures).get()!.id,
		schoolHolidayId: db.select().from(schema.schoolHolidays).get()!.id,
		listId,
		holidayId: db.select().from(schema.bankHolidays).get()!.id,
		nation: 'scotland',
		programmeId: programmeIdOf({ slug: 'caring-dads', version: '1', variant: null }),
		planNumber: '1',
		wordingId: 'reminder-email-en',
		versionId: started.done ? started.value : '',
		secret: invited.done ? invited.value.linkSecret : '',
	};
}

const NAMED = ROUTES.filter(({ params }) => params.length > 0);
const ROLES: readonly Role[] = ['facilitator', 'coordinator', 'otherSide', 'administrator', 'nobody'];
/** A form that goes as far as a use case on one page or another. */
const FORM = {
	...{
		version: '1',
		confirm: 'yes',
		ends: 'x',
		reason: 'other',
		note: 'x',
		reference: 'X/1',
		name: 'X',
		mark: 'attended',
	},
	...{ givenName: 'X', familyName: 'X', label: 'X', title: 'X', roles: 'lead', nation: 'scotland', kind: 'left' },
	...{ 'on-day': '10', 'on-month': '3', 'on-year': '2026' },
} as const;

test('every parameter of every address is known to this test', () => {
	expect([...new Set(NAMED.flatMap(({ params }) => params))].filter((name) => !(name in MAY_OPEN))).toEqual([]);
	expect(NAMED.length).toBeGreaterThan(30);
});

test('whoever may open everything opens what the strangers are refused below', async () => {
	const { context, owner, ids } = world();
	const opened: string[] = [];
	for (const { id, pattern, hasLoader, params } of NAMED) {
		if (!hasLoader || params.includes('secret')) continue;
		const theirs = await visit(context, addressOf(pattern, ids), { as: owner });
		const nobodys = await visit(context, addressOf(pattern, {}), { as: owner });
		if (theirs.status === 200 && nobodys.status === 404) opened.push(id);
	}
	expect(opened.length).toBeGreaterThan(25);
	expect(opened).toEqual(
		expect.arrayContaining([
			'cohorts.$cohortId._index',
			'cohorts.$cohortId.register[.]csv',
			'people.$personId._index',
			'sessions.$sessionId_.register',
			'messages.$messageId',
			'calls.$messageId',
			'imports.$importId',
			'enrolments.$enrolmentId.exit',
			'staff.$staffId',
			'families.$familyId._index',
			'reviews.$openingId',
			'audit.alerts.$alertId',
		]),
	);
});

test.each(ROLES)('%s is answered by the id of what is not theirs as by an id that nobody has', async (role) => {
	const { context, strangers, ids } = world();
	const as = strangers[role];
	const before = recordsOf(context);
	const told: string[] = [];
	for (const { pattern, params } of NAMED) {
		if (params.every((name) => MAY_OPEN[name]!.includes(role))) continue;
		for (const form of [undefined, FORM]) {
			const visitor = form ? { as, form } : { as };
			const theirs = await visit(context, addressOf(pattern, ids), visitor);
			const nobodys = await visit(context, addressOf(pattern, {}), visitor);
			const isClosed = [404, 405].includes(theirs.status) && !theirs.html.includes('Theirs');
			const isSame = sameFor(theirs, ids) === sameFor(nobodys, ids);
			if (!isClosed || !isSame) told.push(`${form ? 'POST' : 'GET'} ${pattern} ${theirs.status} ${nobodys.status}`);
		}
	}
	expect(told).toEqual([]);
	expect(recordsOf(context)).toEqual(before);
});

/** Status, headers and bytes; an answer may repeat the address that it was asked for. */
function sameFor(
	{ status, headers, html }: Awaited<ReturnType<typeof visit>>,
	ids: Readonly<Record<string, string>>,
): string {
	const answer = JSON.stringify([status, [...headers], html]);
	return Object.values(ids).reduce((text, id) => text.replaceAll(id, 'abcdefghijkmnpqrstuv'), answer);
}

/** Everything in the database but what an audit or a sign-in may write of a visit, and the count of the entries. */
function recordsOf({ db }: TestContext): unknown {
	const tables = db.$client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
	return tables
		.filter((name) => !/^(sign_in|audit|sqlite_sequence)/.test(name))
		.map((name) => [name, db.$client.prepare(`select * from "${name}" order by 1, 2`).all()]);
}
