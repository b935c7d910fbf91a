import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { reviewCohort } from '#app/use-cases/cohorts/review-cohort.ts';
import { importRegister } from '#app/use-cases/imports/import-register.ts';
import { keptReport } from '#app/use-cases/imports/import-report.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { findImportFile } from '#db/queries/imports/imports.ts';
import * as schema from '#db/schema/index.ts';
import { givenCohort, givenMember, givenStaff } from '#tests/support/world.ts';
import { desk, EXPECTED, sheetOf, withCells } from './given.ts';

async function imported() {
	const office = await desk();
	const { importId, outcome } = office.bringIn();
	if (!outcome.done) throw new Error(outcome.code);
	const cohortId = office.row(importId)!.cohortId as CohortId;
	return { ...office, importId, cohortId };
}

const count = <Row>(rows: readonly Row[], test: (row: Row) => boolean) => rows.filter(test).length;

test('the wall register becomes marks, catch-ups and places exactly as it was read: no cell is lost', async () => {
	const { context } = await imported();
	const rows = context.db.select().from(schema.registerRows).all();
	const catchUps = context.db.select().from(schema.catchUps).all();
	const marked = (mark: string) => count(rows, (row) => row.mark === mark);
	expect(marked('attended')).toBe(120);
	expect(marked('late')).toBe(5);
	expect(marked('absent-no-contact')).toBe(9);
	expect(marked('absent-notified')).toBe(7 + 3);
	expect(catchUps).toHaveLength(3);
	const cancelled = context.db.select().from(schema.sessions).where(eq(schema.sessions.state, 'cancelled')).all();
	const [flooded] = cancelled;
	expect(cancelled).toMatchObject([{ planNumber: 9, day: '2026-03-18', stateReason: 'venue flooded' }]);
	expect(count(rows, (row) => row.sessionId === flooded!.id && row.expected)).toBe(9);
	expect(count(rows, (row) => row.sessionId !== flooded!.id && row.expected && row.mark === null)).toBe(4);
	const expectedRows = count(rows, (row) => row.expected);
	expect(170 - expectedRows).toBe(13);
});

test('the cohort’s page shows each cell of the register as the sheet said it', async () => {
	const { context, coordinator, cohortId } = await imported();
	const { summary } = reviewCohort(context, coordinator, cohortId)!;
	const cells = summary.people.flatMap((person) => person.cells);
	const byCell = (cell: string) => count(cells, (one) => one === cell);
	expect(cells).toHaveLength(170);
	expect(
		Object.fromEntries(
			[
				'attended',
				'late',
				'absent-no-contact',
				'absent-notified',
				'caught-up',
				'not-recorded',
				'not-enrolled',
				'cancelled',
			].map((cell) => [cell, byCell(cell)]),
		),
	).toEqual({
		attended: 120,
		late: 5,
		'absent-no-contact': 9,
		'absent-notified': 7,
		'caught-up': 3,
		'not-recorded': 4,
		'not-enrolled': 13,
		cancelled: 9,
	});
});

test('each person is there as often as the sheet’s recount says, and late minutes may stay unknown', async () => {
	const { context } = await imported();
	const { people, enrolments, registerRows } = schema;
	for (const { name, ref, recount } of EXPECTED.participants) {
		const rows = context.db
			.select({ mark: registerRows.mark, minutes: registerRows.minutes, person: people })
			.from(registerRows)
			.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
			.innerJoin(people, eq(people.id, enrolments.personId))
			.where(eq(people.reference, ref))
			.all();
		const there = count(rows, ({ mark }) => mark === 'attended' || mark === 'late');
		expect([name, there]).toEqual([name, recount.attended_or_late]);
		expect(`${rows[0]!.person.givenName} ${rows[0]!.person.familyName}`).toBe(name);
	}
	const late = context.db.select().from(registerRows).where(eq(registerRows.mark, 'late')).all();
	const byMinutes = late.toSorted((one, other) => (one.minutes ?? 0) - (other.minutes ?? 0));
	expect(byMinutes.map(({ minutes, reason, note }) => [minutes, reason, note])).toEqual([
		[null, 'not-given', null],
		[5, 'not-given', null],
		[10, 'not-given', null],
		[15, 'not-given', null],
		[20, 'travel', 'bus'],
	]);
});

test('who joined late and who left have their places from and until the sessions that the sheet names', async () => {
	const { context } = await imported();
	const places = context.db
		.select()
		.from(schema.enrolments)
		.innerJoin(schema.people, eq(schema.people.id, schema.enrolments.personId))
		.all();
	const of = (reference: string) => places.find(({ people }) => people.reference === reference)?.enrolments;
	expect(of('CD26/04')).toMatchObject({
		enrolledOn: '2026-01-28',
		joinsAtPlan: 3,
		state: 'on-programme',
		exitOn: null,
	});
	expect(of('CD26/10')).toMatchObject({
		state: 'left',
		exitOn: '2026-02-25',
		exitKind: 'left',
		exitReason: 'work',
		exitNote: 'The register says: withdrew - work',
	});
	expect(count(places, ({ enrolments }) => enrolments.state === 'on-programme')).toBe(9);
});

test('a moved session keeps both days, with the reason that the sheet’s comment gives', async () => {
	const { context } = await imported();
	const moved = context.db.select().from(schema.sessions).where(eq(schema.sessions.timeVersion, 2)).all();
	expect(moved).toMatchObject([
		{ planNumber: 7, day: '2026-03-05', startTime: '18:30', startsAt: '2026-03-05T18:30:00Z' },
	]);
	const times = context.db
		.select()
		.from(schema.sessionTimes)
		.where(eq(schema.sessionTimes.sessionId, moved[0]!.id))
		.orderBy(schema.sessionTimes.timeVersion)
		.all();
	expect(times.map(({ day, why }) => [day, why])).toEqual([
		['2026-03-04', 'first plan'],
		['2026-03-05', 'MD: hub needed our room for parents eve, moved to Thurs'],
	]);
});

test('every mark is the first entry of its history, by who imported it', async () => {
	const { context, coordinator } = await imported();
	const entries = context.db.select().from(schema.registerEntries).all();
	expect(entries).toHaveLength(144);
	expect(new Set(entries.map(({ version, markedBy }) => `${version} ${markedBy}`))).toEqual(
		new Set([`1 ${coordinator.staffId}`]),
	);
});

test('the cohort is finished when all its sessions are past, meets on its usual weekday, and wants no reminders', async () => {
	const { context, cohortId, importId } = await imported();
	expect(context.db.select().from(schema.cohorts).all()).toMatchObject([
		{ id: cohortId, importId, state: 'finished', earliestStart: '2026-01-14', side: 'perpetrator', places: 12 },
	]);
	expect(context.db.select().from(schema.meetingSlots).all()).toMatchObject([
		{ weekday: 'wednesday', startTime: '18:30' },
	]);
	expect(planReminders(context, { kind: 'operator' }).made).toBe(0);
});

test('the file is emptied, and its report is kept with every cell', async () => {
	const { context, coordinator, importId, row } = await imported();
	expect(findImportFile(context.db, coordinator, importId)).toBeNull();
	const found = row(importId)!;
	expect(found).toMatchObject({ state: 'imported', choices: '{}' });
	const report = keptReport(found)!;
	expect(report.counts).toMatchObject({
		cells: 170,
		accepted: 170,
		refused: 0,
		people: 10,
		sessions: 17,
		held: 16,
		moved: 1,
	});
	expect(report.counts.byCode).toEqual(EXPECTED.counts.marks_by_code);
	const { refused: _, totals: __, ...register } = report.register!;
	expect(register).toEqual(EXPECTED);
});

test('pressing Import twice makes one cohort', async () => {
	const { context, coordinator, workbook, upload, confirm, choose, prepare } = await desk();
	const importId = upload();
	confirm(importId);
	choose(importId);
	const press = { importId, workbook, fingerprint: prepare(importId).fingerprint, accepted: false };
	expect(importRegister(context, coordinator, press).done).toBe(true);
	expect(importRegister(context, coordinator, press).done).toBe(true);
	expect(context.db.select().from(schema.cohorts).all()).toHaveLength(1);
	expect(context.db.select().from(schema.people).all()).toHaveLength(10);
});

test('an import that is not the one that was looked at is refused, with the one that stands now', async () => {
	const { context, coordinator, workbook, upload, confirm, choose, prepare } = await desk();
	const importId = upload();
	confirm(importId);
	choose(importId);
	const { fingerprint } = prepare(importId);
	choose(importId, { name: 'Another name' });
	const outcome = importRegister(context, coordinator, { importId, workbook, fingerprint, accepted: false });
	expect(outcome).toMatchObject({
		code: 'import-changed',
		details: { prepared: { cohort: { name: 'Another name' } } },
	});
	expect(context.db.select().from(schema.cohorts).all()).toEqual([]);
});

test('a mark that nobody explained is refused cell by cell and stays not recorded; explained, it is taken', async () => {
	const { context, workbook, bringIn, row } = await desk();
	const { importId, outcome } = bringIn(withCells(workbook, { G8: 'Z', P11: 'Z' }));
	expect(outcome.done).toBe(true);
	const report = keptReport(row(importId)!)!;
	expect(report.counts).toMatchObject({ cells: 170, accepted: 168, refused: 2, byCode: { attended: 118 } });
	expect(report.refusedCells.map(({ cell, code }) => [cell, code])).toEqual([
		['G8', 'unknown-mark'],
		['P11', 'unknown-mark'],
	]);
	expect(count(context.db.select().from(schema.registerRows).all(), ({ mark }) => mark === 'attended')).toBe(118);

	const other = await desk();
	const explained = other.bringIn(withCells(other.workbook, { G8: 'Z', P11: 'Z' }), {
		reading: { markMeanings: { z: 'stood-down' } },
	});
	expect(keptReport(other.row(explained.importId)!)!.counts).toMatchObject({ refused: 0, byCode: { 'stood-down': 2 } });
});

test('a reference that somebody has already refuses its whole row, and nobody is merged', async () => {
	const { context, areaId, bringIn, row } = await desk();
	const { personId } = givenMember(context, givenCohort(context, { areaId, name: 'Another group' }));
	context.db.update(schema.people).set({ reference: 'cd26/02' }).where(eq(schema.people.id, personId)).run();
	const { importId, outcome } = bringIn();
	expect(outcome.done).toBe(true);
	const { counts, refusedRows } = keptReport(row(importId)!)!;
	expect(refusedRows).toEqual([
		{ row: 7, name: 'Mateusz Kołodziej', reference: 'CD26/02', code: 'reference-in-use', cells: 17 },
	]);
	expect(counts).toMatchObject({ people: 9, rows: 10, cells: 170, accepted: 153, refused: 17 });
	expect(context.db.select().from(schema.people).all()).toHaveLength(10);
});

test('one reference on two rows refuses both, and leaving one of them out brings in the other', async () => {
	const { workbook, bringIn, row } = await desk();
	const sheet = withCells(workbook, { C7: 'CD26/01' });
	const both = keptReport(row(bringIn(sheet).importId)!)!;
	expect(both.refusedRows.map((one) => [one.row, one.code])).toEqual([
		[6, 'reference-twice'],
		[7, 'reference-twice'],
	]);
	const again = await desk();
	const kept = again.bringIn(sheet, { reading: { leftOut: [7] } });
	expect(keptReport(again.row(kept.importId)!)!.refusedRows.map((one) => [one.row, one.code])).toEqual([
		[7, 'left-out'],
	]);
});

test('people without a reference are given one, and names come apart', async () => {
	const { context, bringIn } = await desk({ now: '2026-02-03T10:00:00Z' });
	const sheet = await sheetOf(
		'Name,13 Jan 2026,20 Jan 2026,27 Jan 2026',
		'"de Vries, Jan",P,P,P',
		'Ana Maria da Silva,P,sick,P',
		'Ste,P,P,DNA',
	);
	expect(bringIn(sheet).outcome).toEqual({ done: true, value: undefined });
	const people = context.db.select().from(schema.people).all();
	expect(people.map(({ givenName, familyName }) => [givenName, familyName])).toEqual([
		['Jan', 'de Vries'],
		['Ana Maria', 'da Silva'],
		['', 'Ste'],
	]);
	expect(new Set(people.map(({ reference }) => reference.replace(/^\w{4}/, '')))).toEqual(
		new Set(['/02', '/03', '/04']),
	);
});

test('a running cohort has the rest of its plans laid out from its last date on, and its people expected there', async () => {
	const { context, bringIn } = await desk({ now: '2026-02-03T10:00:00Z' });
	const sheet = await sheetOf(
		'Name,Ref,13 Jan 2026,20 Jan 2026,27 Jan 2026',
		'Jan Vries,R1,P,P,P',
		'Ana Silva,R2,P,withdrew - health,',
	);
	expect(bringIn(sheet).outcome.done).toBe(true);
	const sessions = context.db.select().from(schema.sessions).orderBy(schema.sessions.planNumber).all();
	expect(sessions).toHaveLength(17);
	expect(sessions.slice(2, 5).map(({ day, state }) => [day, state])).toEqual([
		['2026-01-27', 'held'],
		['2026-02-03', 'scheduled'],
		['2026-02-10', 'scheduled'],
	]);
	expect(context.db.select().from(schema.cohorts).all()).toMatchObject([{ state: 'running' }]);
	const rows = context.db.select().from(schema.registerRows).all();
	const later = rows.filter(({ sessionId }) => sessionId === sessions[10]!.id);
	expect(later.map(({ expected, mark }) => [expected, mark]).toSorted()).toEqual([
		[false, null],
		[true, null],
	]);
});

test('more columns than the programme has plans, a date in doubt and too few places are each refused', async () => {
	const { workbook, bringIn, upload, confirm, choose } = await desk();
	expect(
		bringIn(workbook, { change: { programme: { slug: 'inspiring-families-abusing', version: '1', variant: null } } })
			.outcome,
	).toMatchObject({
		code: 'too-many-sessions',
		details: { sessions: 17, plans: 10 },
	});
	expect(bringIn(withCells(workbook, { I5: 'tbc' })).outcome).toMatchObject({
		code: 'dates-in-doubt',
		details: { columns: ['I'] },
	});
	expect(bringIn(workbook, { change: { places: 8 } }).outcome).toMatchObject({
		code: 'too-few-places',
		details: { people: 9 },
	});
	const importId = upload();
	confirm(importId, { leftOut: [6, 7, 8, 9, 10, 11, 12, 13, 14, 15] });
	expect(choose(importId)).toMatchObject({ code: 'nobody-to-import' });
});

test('sessions to come clash as those of any cohort do; what is past clashes with nothing', async () => {
	const office = await desk({ now: '2026-02-03T10:00:00Z' });
	const { context, areaId, venueId, roomId, sam, bringIn } = office;
	givenCohort(context, { areaId, venueId, roomId, team: [sam], firstDay: '2026-01-13', sessionCount: 3 });
	const sheet = await sheetOf('Name,Ref,13 Jan 2026,20 Jan 2026,27 Jan 2026', 'Jan Vries,R1,P,P,P');
	expect(bringIn(sheet).outcome.done).toBe(true);
	const busy = await desk({ now: '2026-02-03T10:00:00Z' });
	givenCohort(busy.context, { areaId: busy.areaId, team: [busy.sam], firstDay: '2026-02-10', sessionCount: 1 });
	expect(busy.bringIn(sheet).outcome).toMatchObject({
		code: 'clashes',
		details: { prepared: { clashes: [{ planNumber: 5, kind: 'facilitator-double-booked' }] } },
	});
	expect(busy.context.db.select().from(schema.people).all()).toEqual([]);
});

test('only a coordinator of the area and side imports, and an upload is nobody else’s', async () => {
	const { context, areaId, venueId, upload, row, cohort, choose } = await desk();
	const importId = upload();
	const colleague = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
	const facilitator = givenStaff(context, { roles: ['facilitator'] });
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const lead = givenStaff(context, { roles: ['lead'] });
	expect([colleague, facilitator, administrator, lead].map((actor) => row(importId, actor))).toEqual([
		null,
		null,
		null,
		null,
	]);
	expect(() => upload(undefined, facilitator)).toThrow('not-found');
	const survivors = { slug: 'inspiring-families-non-abusing', version: '1', variant: null };
	expect(choose(importId, { programme: survivors })).toMatchObject({ code: 'not-found' });
	expect(choose(importId, { ...cohort, place: { venueId, roomId: null } })).toMatchObject({ done: true });
});

test('once it is imported, the coordinators of its area and side see the import, and nobody else does', async () => {
	const { context, areaId, importId, row } = await imported();
	const elsewhere = givenStaff(context, { roles: ['coordinator'] });
	const colleague = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
	const otherSide = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: ['survivor'] });
	expect(row(importId, colleague)?.id).toBe(importId);
	expect([elsewhere, otherSide].map((actor) => row(importId, actor))).toEqual([null, null]);
});
