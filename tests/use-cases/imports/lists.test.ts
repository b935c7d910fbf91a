import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readListFile } from '#app/delivery/lists/read-list-file.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { ListKind } from '#app/domain/imports/lists/import-kinds.ts';
import { choicesOfList, type ListChoices, listChoices } from '#app/domain/imports/lists/list-choices.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CoverId, ImportId } from '#app/domain/shared/ids.ts';
import { importList } from '#app/use-cases/imports/lists/import-list.ts';
import { prepareList } from '#app/use-cases/imports/lists/prepare-list.ts';
import { undoList } from '#app/use-cases/imports/lists/undo-list.ts';
import { uploadList } from '#app/use-cases/imports/lists/upload-list.ts';
import { inviteStaff } from '#app/use-cases/staff/invite-staff.ts';
import { setHours } from '#app/use-cases/team/keep-staff-time.ts';
import { findListImport } from '#db/queries/imports/imports.ts';
import { listHours } from '#db/queries/team/staff-time.ts';
import * as schema from '#db/schema/index.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

const FACILITATORS = readFileSync('tests/fixtures/imports/facilitators.csv');
const COHORTS = readFileSync('tests/fixtures/imports/cohorts.csv');
const CALENDAR = [
	...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Council//EN'],
	...['BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20270215', 'DTEND;VALUE=DATE:20270220', 'SUMMARY:Half term'],
	...['END:VEVENT', 'BEGIN:VEVENT', 'UID:2', 'DTSTART;VALUE=DATE:20270104', 'SUMMARY:INSET day', 'END:VEVENT'],
	...['END:VCALENDAR', ''],
].join('\r\n');

/** Monday 23 November 2026: an administrator and a lead, with lists that the team keeps. */
function office() {
	const context = testContext({ now: '2026-11-23T10:00:00Z' });
	const places = givenPlaces(context);
	const administrator = givenStaff(context, { name: 'Ada', roles: ['administrator'] });
	const lead = givenStaff(context, { name: 'Lea', roles: ['lead'] });
	const upload = async (actor: StaffActor, kind: ListKind, bytes: Uint8Array, more: Partial<ListChoices> = {}) => {
		const file = await readListFile(bytes, `${kind}.csv`);
		if (!file.done) throw new Error(String(file.details.sentence));
		const choices = listChoices(more);
		const list = { kind, fileName: `${kind}.csv`, bytes, file: file.value, choices };
		const outcome = uploadList(context, actor, list);
		if (!outcome.done) return { outcome, importId: null as never, look: null as never, bringIn: null as never };
		const importId = outcome.value;
		const look = () => {
			const row = findListImport(context.db, actor, importId)!;
			const found = prepareList(context, context.db, actor, { kind, file: file.value, choices: choicesOfList(row) });
			if (!found.done) throw new Error(found.code);
			return found.value;
		};
		const bringIn = (ticked: readonly number[] | null = null, fingerprint = look().fingerprint) =>
			importList(context, actor, { importId, file: file.value, fingerprint, ticked });
		return { outcome, importId, look, bringIn };
	};
	const undo = (actor: StaffActor, importId: ImportId) =>
		undoList(context, actor, { importId, version: findListImport(context.db, actor, importId)!.version });
	const all = <Table extends Parameters<ReturnType<typeof context.db.select>['from']>[0]>(table: Table) =>
		context.db.select().from(table).all() as Record<string, unknown>[];
	return { context, ...places, administrator, lead, upload, undo, all };
}

test('facilitators become accounts without a password, with accreditations and hours, and go again when it is undone', async () => {
	const { context, administrator, upload, undo, all } = office();
	const before = all(schema.staff).length;
	const { importId, look, bringIn } = await upload(administrator, 'facilitators', FACILITATORS);
	expect(look().look.rows).toEqual({ read: 17, accepted: 13, refused: 4, skipped: 0 });
	const out = look().lines.filter(({ comesIn }) => !comesIn);
	expect(out.map(({ row, note }) => [row, note])).toEqual([
		[18, 'Stays out: an account needs an address. Add it to the list.'],
	]);
	expect(all(schema.staff)).toHaveLength(before);
	expect(bringIn()).toEqual({ done: true, value: undefined });
	const darren = context.db
		.select()
		.from(schema.staff)
		.where(eq(schema.staff.email, 'darren.ackroyd@example.org'))
		.get()!;
	expect(darren).toMatchObject({ name: 'Darren Ackroyd', state: 'invited', passwordHash: null });
	const ofHim = <Row extends { staffId?: unknown }>(rows: readonly Row[]) =>
		rows.filter(({ staffId }) => staffId === darren.id);
	expect(ofHim(all(schema.staffRoles))).toMatchObject([{ role: 'facilitator' }]);
	expect(ofHim(all(schema.staffAccreditations))).toMatchObject([
		{
			programmeSlug: 'caring-dads',
			accreditedOn: '2024-03-12',
			expiresOn: '2027-03-11',
			recordedBy: administrator.staffId,
		},
	]);
	expect(ofHim(all(schema.staffAvailability))).toMatchObject([
		{ weekday: 'monday', fromTime: '17:00' },
		{ weekday: 'tuesday' },
		{ weekday: 'wednesday' },
	]);
	expect(ofHim(all(schema.staffProfiles))).toMatchObject([{ knownAs: 'Daz', gender: 'male', phone: '+447700900301' }]);
	expect(all(schema.staff)).toHaveLength(before + 12);
	expect(all(schema.oneTimeLinks)).toEqual([]);
	expect(trailOf(context).at(-1)).toMatchObject({
		action: 'list-stored',
		record: `import ${importId}`,
		outcome: 'done',
	});
	// Twice is once.
	expect(bringIn(null, 'any')).toEqual({ done: true, value: undefined });
	expect(all(schema.staff)).toHaveLength(before + 12);
	expect(undo(administrator, importId)).toEqual({ done: true, value: 'undone' });
	for (const table of [schema.staffAccreditations, schema.staffAvailability, schema.staffProfiles]) {
		expect(all(table)).toEqual([]);
	}
	expect(all(schema.staff)).toHaveLength(before);
	expect(JSON.parse(findListImport(context.db, administrator, importId)!.report!)).toEqual({
		counts: { read: 17, accepted: 13, refused: 4, skipped: 0, broughtIn: 12 },
	});
});

test('an account that is there gets only what is not known of it; one that came into use keeps the import from being undone', async () => {
	const { context, administrator, upload, undo, all } = office();
	const duties = { roles: ['facilitator'], areaIds: [], sides: [] } as const;
	const known = inviteStaff(context, administrator, {
		name: 'D Ackroyd',
		email: 'darren.ackroyd@example.org',
		...duties,
	});
	if (!known.done) throw new Error(known.code);
	const { staffId } = known.value;
	context.db
		.insert(schema.staffAvailability)
		.values({ staffId, weekday: 'friday', fromTime: '09:00' as never, toTime: '12:00' as never })
		.run();
	const { importId, look, bringIn } = await upload(administrator, 'facilitators', FACILITATORS);
	expect(look().lines[0]).toMatchObject({ name: 'Darren Ackroyd', comesIn: true });
	expect(look().lines[0]!.note).toContain('Has an account');
	bringIn();
	expect(all(schema.staff).find(({ id }) => id === staffId)).toMatchObject({ name: 'D Ackroyd', version: 1 });
	expect(all(schema.staffAvailability).filter((row) => row.staffId === staffId)).toMatchObject([{ weekday: 'friday' }]);
	expect(all(schema.staffAccreditations).filter((row) => row.staffId === staffId)).toHaveLength(1);
	const beverley = all(schema.staff).find(({ name }) => name === 'Beverley Slater')!;
	context.db
		.update(schema.staff)
		.set({ version: 2 })
		.where(eq(schema.staff.id, beverley.id as never))
		.run();
	expect(undo(administrator, importId)).toMatchObject({
		code: 'built-upon',
		details: { sentence: 'Since the import, 1 of these accounts came into use.' },
	});
	context.db
		.update(schema.staff)
		.set({ version: 1 })
		.where(eq(schema.staff.id, beverley.id as never))
		.run();
	expect(undo(administrator, importId)).toMatchObject({ done: true });
	expect(all(schema.staffAvailability)).toHaveLength(1);
	expect(all(schema.staffAccreditations)).toEqual([]);
});

test('leave and an accreditation that were entered since keep a list from being undone, and stay', async () => {
	const { context, administrator, upload, undo, all } = office();
	const { importId, bringIn } = await upload(administrator, 'facilitators', FACILITATORS);
	bringIn();
	const { id } = all(schema.staff).find(({ name }) => name === 'Beverley Slater')!;
	const staffId = id as StaffActor['staffId'];
	const day = '2026-12-21' as never;
	context.db
		.insert(schema.staffLeave)
		.values({ id: context.ids.next(), staffId, fromDay: day, toDay: day } as never)
		.run();
	expect(undo(administrator, importId)).toMatchObject({ code: 'built-upon' });
	expect(all(schema.staffLeave)).toHaveLength(1);
	context.db.delete(schema.staffLeave).run();
	const recorded = { recordedBy: administrator.staffId, recordedAt: context.clock.now() };
	const own = { id: context.ids.next(), staffId, programmeSlug: 'another', accreditedOn: day, ...recorded };
	context.db
		.insert(schema.staffAccreditations)
		.values(own as never)
		.run();
	expect(undo(administrator, importId)).toMatchObject({ code: 'built-upon' });
	context.db.delete(schema.staffAccreditations).where(eq(schema.staffAccreditations.programmeSlug, 'another')).run();
	expect(undo(administrator, importId)).toMatchObject({ done: true });
});

test('hours that were said since keep a list from being undone, and those of an account from before stay', async () => {
	const { context, administrator, upload, undo, all } = office();
	const duties = { roles: ['facilitator'], areaIds: [], sides: [] } as const;
	const darren = { name: 'D Ackroyd', email: 'darren.ackroyd@example.org', ...duties };
	expect(inviteStaff(context, administrator, darren)).toMatchObject({ done: true });
	const { importId, bringIn } = await upload(administrator, 'facilitators', FACILITATORS);
	bringIn();
	const idOf = (name: string) => all(schema.staff).find((row) => row.name === name)!.id as StaffActor['staffId'];
	const hoursOf = (staffId: StaffActor['staffId']) =>
		listHours(context.db, [staffId]).map(({ staffId: _, ...row }) => row);
	const since = [{ weekday: 'sunday' as const, fromTime: clockTime('09:00'), toTime: clockTime('12:00') }];
	const theirs = idOf('D Ackroyd');
	expect(hoursOf(theirs)).toHaveLength(3);
	expect(setHours(context, administrator, { staffId: theirs, hours: since })).toMatchObject({ done: true });
	const made = listHours(
		context.db,
		all(schema.staff).map(({ id }) => id as StaffActor['staffId']),
	);
	const staffId = made.find((row) => row.staffId !== theirs)!.staffId;
	const asListed = hoursOf(staffId);
	for (const hours of [since, [], [...asListed, ...since]]) {
		expect(setHours(context, administrator, { staffId, hours })).toMatchObject({ done: true });
		expect(undo(administrator, importId)).toMatchObject({
			code: 'built-upon',
			details: { sentence: 'Since the import, 1 of these accounts came into use.' },
		});
		expect(hoursOf(staffId)).toHaveLength(hours.length);
	}
	setHours(context, administrator, { staffId, hours: asListed.toReversed() });
	expect(undo(administrator, importId)).toMatchObject({ done: true });
	expect(all(schema.staffAvailability)).toMatchObject([{ staffId: theirs, weekday: 'sunday' }]);
});

test('who was asked to stand in, or was on a team before, keeps a list from being undone', async () => {
	const { context, administrator, areaId, upload, undo, all } = office();
	const sam = givenStaff(context, { name: 'Sam Lee' });
	const cohort = givenCohort(context, { areaId, team: [sam], firstDay: '2027-01-12', sessionCount: 2 });
	const { importId, bringIn } = await upload(administrator, 'facilitators', FACILITATORS);
	bringIn();
	const { id } = all(schema.staff).find(({ name }) => name === 'Beverley Slater')!;
	const staffId = id as StaffActor['staffId'];
	const isRefused = () =>
		expect(undo(administrator, importId)).toMatchObject({
			code: 'built-upon',
			details: { sentence: 'Since the import, 1 of these accounts came into use.' },
		});
	const now = context.clock.now();
	const who = { absentId: sam.staffId, coveringId: staffId, askedBy: sam.staffId, askedAt: now };
	// Declined: it is part of the history of that session all the same.
	const asked = { id: context.ids.next<CoverId>(), sessionId: cohort.sessionIds[0]!, ...who };
	context.db
		.insert(schema.sessionCovers)
		.values({ ...asked, state: 'declined', settledAt: now })
		.run();
	isRefused();
	context.db.delete(schema.sessionCovers).run();
	const term = { cohortId: cohort.cohortId, staffId, duty: 'co-facilitator' as const };
	context.db
		.insert(schema.formerTeamMembers)
		.values({ ...term, joinedAt: null, leftAt: now })
		.run();
	isRefused();
	context.db.delete(schema.formerTeamMembers).run();
	expect(undo(administrator, importId)).toMatchObject({ done: true });
});

test('school holidays come in as they were ticked, from a calendar or a sheet, and are taken out again', async () => {
	const { context, areaId, administrator, upload, undo, all } = office();
	const { importId, look, bringIn } = await upload(administrator, 'school-holidays', Buffer.from(CALENDAR), { areaId });
	expect(look().lines).toMatchObject([
		{ row: 1, name: 'Half term', what: 'Monday 15 February 2027 to Friday 19 February 2027', comesIn: true },
		{ row: 2, name: 'INSET day', comesIn: false, mayChoose: true },
	]);
	expect(bringIn([])).toMatchObject({ code: 'nothing-comes-in' });
	expect(bringIn([1, 2])).toMatchObject({ done: true });
	expect(all(schema.schoolHolidays)).toMatchObject([
		{ areaId, fromDay: '2027-02-15', toDay: '2027-02-19', label: 'Half term', checkedOn: '2026-11-23', importId },
		{ fromDay: '2027-01-04', toDay: '2027-01-04', label: 'INSET day' },
	]);
	const again = await upload(administrator, 'school-holidays', Buffer.from(CALENDAR), { areaId });
	expect(again.look().lines).toMatchObject([{ comesIn: false, mayChoose: false }, { mayChoose: false }]);
	expect(again.bringIn([1, 2])).toMatchObject({ code: 'nothing-comes-in' });
	expect(undo(administrator, importId)).toMatchObject({ value: 'undone' });
	expect(all(schema.schoolHolidays)).toEqual([]);
	expect(undo(administrator, again.importId)).toMatchObject({ value: 'given-up' });
	expect(findListImport(context.db, administrator, again.importId)).toBeNull();
});

test('terms are turned round: what is between them is holiday', async () => {
	const { areaId, lead, upload, all } = office();
	const terms = 'Name,First day,Last day\nAutumn,2/9/2026,18/12/2026\nSpring,4/1/2027,24/3/2027';
	const { bringIn } = await upload(lead, 'school-holidays', Buffer.from(terms), { areaId, listed: 'terms' });
	expect(bringIn([2])).toMatchObject({ done: true });
	expect(all(schema.schoolHolidays)).toMatchObject([
		{ fromDay: '2026-12-19', toDay: '2027-01-03', label: 'After Autumn' },
	]);
});

test('refused when something changed since it was looked at, and when the file is no such list', async () => {
	const { areaId, administrator, upload, all } = office();
	const first = await upload(administrator, 'school-holidays', Buffer.from(CALENDAR), { areaId });
	const { fingerprint } = first.look();
	const second = await upload(administrator, 'school-holidays', Buffer.from(CALENDAR), { areaId });
	second.bringIn([1]);
	expect(first.bringIn([1], fingerprint)).toMatchObject({ code: 'import-changed' });
	expect(all(schema.schoolHolidays)).toHaveLength(1);
	const wrong = await upload(administrator, 'facilitators', COHORTS);
	expect(wrong.outcome).toMatchObject({ code: 'not-this-list' });
	const calendar = await upload(administrator, 'facilitators', Buffer.from(CALENDAR));
	expect(calendar.outcome).toMatchObject({ code: 'not-this-list' });
});

test('each kind is for whoever the policy lets bring it in, and nobody opens what is another’s', async () => {
	const { context, areaId, administrator, lead, upload } = office();
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
	const outcomes = async (actor: StaffActor) => {
		const lists = [
			await upload(actor, 'facilitators', FACILITATORS),
			await upload(actor, 'cohorts', COHORTS, { areaId }),
			await upload(actor, 'school-holidays', Buffer.from(CALENDAR), { areaId }),
		];
		return lists.map(({ outcome }) => outcome.done);
	};
	expect(await outcomes(administrator)).toEqual([true, false, true]);
	expect(await outcomes(lead)).toEqual([false, true, true]);
	expect(await outcomes(coordinator)).toEqual([false, false, false]);
	const { importId, bringIn } = await upload(administrator, 'facilitators', FACILITATORS);
	const other = givenStaff(context, { roles: ['administrator'] });
	expect(findListImport(context.db, other, importId)).toBeNull();
	bringIn();
	expect(findListImport(context.db, other, importId)).toMatchObject({ kind: 'facilitators' });
	expect(findListImport(context.db, lead, importId)).toBeNull();
	expect(undoList(context, lead, { importId, version: 2 })).toMatchObject({ code: 'not-found' });
});

test('a plan of cohorts comes in with its dates and its team; what clashes is a draft; what has no place here stays out', async () => {
	const { context, areaId, administrator, lead, upload, undo, all } = office();
	const list = await upload(administrator, 'facilitators', FACILITATORS);
	list.bringIn();
	const hub = (name: string, rooms: readonly string[]) => {
		const venueId = context.ids.next<never>();
		context.db.insert(schema.venues).values({ id: venueId, areaId, name }).run();
		for (const room of rooms)
			context.db.insert(schema.rooms).values({ id: context.ids.next<never>(), venueId, name: room }).run();
	};
	hub('Thornbeck Family Hub', ['Room 1', 'Room 2']);
	hub('Ashmoor Community Centre', ['Main hall']);
	const { importId, look, bringIn } = await upload(lead, 'cohorts', COHORTS, { areaId });
	const { look: found, lines } = look();
	expect(found.rows).toEqual({ read: 16, accepted: 12, refused: 2, skipped: 2 });
	expect(found.clashes).toHaveLength(5);
	const noteOf = (code: string) => lines.find(({ name }) => name === code)!.note;
	expect(noteOf('CDT27')).toContain('Comes in as a draft');
	expect(noteOf('IFK27M')).toContain('there is no one venue called Kelderby Library here');
	expect(bringIn()).toMatchObject({ done: true });
	const cohorts = all(schema.cohorts);
	expect(cohorts.length).toBe(lines.filter(({ comesIn }) => comesIn).length);
	const dads = cohorts.find(({ name }) => name === 'CDT27')!;
	expect(dads).toMatchObject({
		side: 'perpetrator',
		state: 'draft',
		places: 10,
		earliestStart: '2027-01-12',
		importId,
		areaId,
	});
	const sessions = all(schema.sessions).filter((row) => row.cohortId === dads.id);
	expect(sessions).toHaveLength(17);
	expect(sessions[0]).toMatchObject({ day: '2027-01-12', startTime: '18:30', lengthMinutes: 120, planNumber: 1 });
	expect(all(schema.teamMembers).filter((row) => row.cohortId === dads.id)).toMatchObject([
		{ duty: 'lead-facilitator' },
		{ duty: 'co-facilitator' },
	]);
	expect(undo(administrator, list.importId)).toMatchObject({ code: 'built-upon' });
	expect(undo(lead, importId)).toMatchObject({ value: 'undone' });
	for (const table of [schema.cohorts, schema.sessions, schema.sessionTimes, schema.teamMembers, schema.skippedWeeks]) {
		expect(all(table)).toEqual([]);
	}
	expect(undo(administrator, list.importId)).toMatchObject({ value: 'undone' });
});

test('a row that clashes with a cohort that stands comes in as a draft', async () => {
	const { context, lead, areaId, venueId, roomId, upload, all } = office();
	const sam = givenStaff(context, { name: 'Sam Lee' });
	givenCohort(context, { areaId, venueId, roomId, name: 'Stands', firstDay: '2027-01-12', sessionCount: 2 });
	const [venue, room] = [all(schema.venues)[0]!.name, all(schema.rooms)[0]!.name];
	const plan = (start: string, name: string) =>
		`${name},Caring Dads,Men,${start},18:30,${venue},${room},${sam.name},England`;
	const rows = [
		'Cohort,Programme,Group for,Start date,Start time,Venue,Room,Facilitator 1,Nation',
		plan('12/1/2027', 'Early'),
	];
	const { look } = await upload(lead, 'cohorts', Buffer.from(rows.join('\n')), { areaId });
	expect(look().look.clashes).toEqual([]);
	expect(look().lines).toMatchObject([{ name: 'Early', comesIn: true }]);
	expect(look().lines[0]!.note).toContain('draft');
});
