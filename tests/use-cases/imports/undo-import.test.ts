import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { BrokenGlassId, CohortId, CoverId, SafeContactId, TaskId } from '#app/domain/shared/ids.ts';
import { instant, plusMinutes } from '#app/domain/shared/instant.ts';
import { keptReport } from '#app/use-cases/imports/import-report.ts';
import { undoImport } from '#app/use-cases/imports/undo-import.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { setSafeContact } from '#app/use-cases/people/set-safe-contact.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import * as schema from '#db/schema/index.ts';
import { givenCohort, givenMember, givenStaff } from '#tests/support/world.ts';
import { desk } from './given.ts';

const TABLES = [
	schema.people,
	schema.enrolments,
	schema.sessions,
	schema.sessionTimes,
	schema.registerRows,
	schema.registerEntries,
	schema.catchUps,
	schema.cohorts,
	schema.teamMembers,
	schema.meetingSlots,
	schema.outbox,
];

async function imported() {
	const office = await desk();
	const { context, areaId, sam } = office;
	const other = givenCohort(context, { areaId, team: [sam], name: 'Another group', firstDay: '2026-09-01' });
	givenMember(context, other);
	planReminders(context, CLOCK);
	const rows = () => TABLES.map((table) => context.db.select().from(table).all());
	const before = rows();
	const { importId, outcome } = office.bringIn();
	if (!outcome.done) throw new Error(outcome.code);
	const { version, cohortId } = office.row(importId)!;
	const undo = () => undoImport(context, office.coordinator, { importId, version });
	const session = context.db
		.select()
		.from(schema.sessions)
		.where(eq(schema.sessions.cohortId, cohortId as CohortId))
		.orderBy(schema.sessions.planNumber)
		.all();
	return { ...office, importId, version, rows, before, undo, session };
}

test('undoing an import leaves everything as it was before, and only who, when and how much of it', async () => {
	const { undo, rows, before, row, importId } = await imported();
	expect(rows()).not.toEqual(before);
	expect(undo()).toEqual({ done: true, value: 'undone' });
	expect(rows()).toEqual(before);
	const found = row(importId)!;
	expect(found).toMatchObject({ state: 'undone', undoneAt: '2026-11-23T10:00:00Z', cohortId: null });
	expect(keptReport(found)).toMatchObject({ counts: { accepted: 170 }, register: null });
	expect(found.report).not.toContain('Brocklebank');
});

test('the same register can be brought in again after it was undone', async () => {
	const { undo, bringIn, context } = await imported();
	undo();
	expect(bringIn().outcome.done).toBe(true);
	expect(context.db.select().from(schema.people).all()).toHaveLength(11);
});

test('a record that was opened in an emergency keeps its import: the refusal says so without a word of by whom or why', async () => {
	const { context, importId, undo, rows, sam } = await imported();
	const person = context.db.select().from(schema.people).where(eq(schema.people.importId, importId)).get()!;
	context.db
		.insert(schema.brokenGlass)
		.values({
			...{ id: context.ids.next<BrokenGlassId>(), staffId: sam.staffId, personId: person.id, reason: 'Words' },
			...{ openedAt: instant('2026-11-23T09:00:00Z'), opensUntil: instant('2026-11-23T10:00:00Z') },
		})
		.run();
	const before = rows();
	const outcome = undo();
	expect(outcome).toMatchObject({ done: false, code: 'built-upon' });
	expect(JSON.stringify(outcome)).toContain('Since the import, 1 record came to be one that has to be kept.');
	expect(rows()).toEqual(before);
});

test('once a mark was changed the import cannot be undone, and the refusal names what was built on it', async () => {
	const { context, coordinator, undo, session, rows } = await imported();
	const { id: sessionId } = session[0]!;
	const [first] = listRegisterRows(context.db, coordinator, sessionId);
	const choice = {
		enrolmentId: first!.enrolmentId,
		openedVersion: first!.version,
		entry: { mark: 'absent-no-contact', minutes: null, reason: null, note: null },
	} as const;
	const changed = recordRegister(context, coordinator, {
		sessionId,
		choices: [choice],
		restAttended: false,
		correctionReason: 'Copied wrongly from the wall',
	});
	expect(changed.done).toBe(true);
	const standing = rows();
	expect(undo()).toMatchObject({
		code: 'built-upon',
		details: { sentence: 'Since the import, 1 mark was made or changed.' },
	});
	expect(rows()).toEqual(standing);
});

test('a mark for a cell that the sheet left blank is built upon too', async () => {
	const { context, sam, undo, session } = await imported();
	const { id: sessionId } = session[11]!;
	const facilitator = sam;
	const blank = listRegisterRows(context.db, facilitator, sessionId).find(({ mark }) => mark === null)!;
	const entry = { mark: 'attended', minutes: null, reason: null, note: null } as const;
	const choices = [{ enrolmentId: blank.enrolmentId, openedVersion: blank.version, entry }];
	expect(
		recordRegister(context, facilitator, { sessionId, choices, restAttended: false, correctionReason: null }),
	).toMatchObject({ done: true });
	expect(undo()).toMatchObject({ code: 'built-upon' });
});

test('an exit, a safe contact, a delivery log and a message that went out each stand in the way', async () => {
	const { context, coordinator, sam, undo, session } = await imported();
	const place = context.db
		.select()
		.from(schema.enrolments)
		.where(eq(schema.enrolments.cohortId, session[0]!.cohortId))
		.get()!;
	const exit = { on: calendarDay('2026-11-20'), kind: 'left', reason: 'health', note: null } as const;
	expect(recordExit(context, coordinator, { enrolmentId: place.id, version: place.version, ...exit }).done).toBe(true);
	const draft = {
		channel: 'email',
		address: 'ashley@example.org',
		safeDays: ['monday'],
		safeFrom: clockTime('09:00'),
		safeUntil: clockTime('17:00'),
		reviewBy: calendarDay('2026-12-20'),
		...{ mayLeaveVoicemail: false, mayNameOrganisation: false, withholdsNumber: true, codeWord: null, language: null },
	} as const;
	const contact = { personId: place.personId, replaces: null, draft };
	expect(setSafeContact(context, coordinator, contact)).toMatchObject({ done: true });
	const at = context.clock.now();
	const log = { id: 'log-1', sessionId: session[0]!.id, staffId: sam.staffId, version: 1, savedAt: at } as never;
	context.db.insert(schema.deliveryLogs).values(log).run();
	const message = {
		id: 'message-1',
		enrolmentId: place.id,
		sessionId: session[0]!.id,
		kind: 'reminder',
		timeVersion: 1,
	};
	context.db
		.insert(schema.outbox)
		.values({ ...message, state: 'sent', dueAt: at, useBy: at, plannedAt: at } as never)
		.run();
	expect(undo()).toMatchObject({
		code: 'built-upon',
		details: {
			sentence:
				'Since the import, 1 delivery log was written, 1 person’s place was changed, 1 safe contact was recorded and 1 message went out.',
		},
	});
});

test('an address that was refused, and what leads did about it, keep no import: the refusal would tell of them', async () => {
	const { context, undo, session, rows, before, coordinator, sam } = await imported();
	const { cohortId } = session[0]!;
	const place = context.db.select().from(schema.enrolments).where(eq(schema.enrolments.cohortId, cohortId)).get()!;
	const at = context.clock.now();
	const refused = { id: context.ids.next<SafeContactId>(), personId: place.personId, setBy: coordinator.staffId };
	context.db
		.insert(schema.safeContacts)
		.values({
			...{ ...refused, setAt: at, supersededAt: at, endedBy: coordinator.staffId },
			...{ channel: 'text', address: '+447700900123', addressKey: 'tel:+447700900123', safeDays: 'monday' },
			...{ safeFrom: clockTime('09:00'), safeUntil: clockTime('17:00'), reviewBy: calendarDay('2026-12-20') },
		})
		.run();
	const told = { kind: 'shared-contact', desk: 'lead', cause: 'shared-contact:1', cohortId } as const;
	const taken = { state: 'open', ownerId: sam.staffId, openedAt: at, dueOn: calendarDay('2026-11-24') } as const;
	const task = { ...told, ...taken, id: context.ids.next<TaskId>() };
	context.db.insert(schema.tasks).values(task).run();
	expect(undo()).toMatchObject({ done: true });
	expect(rows()).toEqual(before);
	expect(context.db.select().from(schema.safeContacts).all()).toEqual([]);
});

test('a debrief, a wish for supervision and a decision on a plan each keep the import, and nothing fails', async () => {
	const { context, sam, undo, session } = await imported();
	const sessionId = session[0]!.id;
	const at = context.clock.now();
	const own = { sessionId, staffId: sam.staffId, version: 1, note: 'It went well', savedAt: at };
	context.db.insert(schema.debriefNotes).values(own).run();
	const agreed = { sessionId, version: 1, note: 'We agree', savedAt: at, savedBy: sam.staffId };
	context.db.insert(schema.agreedNotes).values(agreed).run();
	const wish = { sessionId, number: 1, event: 'asked', words: null, at, by: sam.staffId } as const;
	context.db.insert(schema.supervisionEntries).values(wish).run();
	expect(undo()).toMatchObject({
		code: 'built-upon',
		details: { sentence: 'Since the import, 3 records came to be ones that have to be kept.' },
	});
});

test('every table that refers to a session or a place is counted before an import is undone, or deleted with it', async () => {
	const { context } = await imported();
	const tables = context.db.$client.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
	const refers = (tables as string[]).filter((table) => {
		const keys = context.db.$client.pragma(`foreign_key_list(${table})`) as { table: string }[];
		return keys.some(({ table: to }) => to === 'sessions' || to === 'enrolments');
	});
	expect(refers.length).toBeGreaterThan(12);
	const inCode = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
	const [counted, deleted] = ['db/queries/imports/built-upon.ts', 'db/stores/imports.ts'].map((file) =>
		readFileSync(file, 'utf8'),
	) as [string, string];
	const isLeft = (name: string) => !counted.includes(`many(${name},`) && !deleted.includes(`delete(${name})`);
	// Only a catch-up has staff of its own, and a catch-up counts as a session that was booked since.
	expect(refers.map(inCode).filter(isLeft)).toEqual(['catchUpStaff']);
});

test('messages that were only planned go with the import', async () => {
	const { context, undo, session, rows, before } = await imported();
	const place = context.db
		.select()
		.from(schema.enrolments)
		.where(eq(schema.enrolments.cohortId, session[0]!.cohortId))
		.get()!;
	const at = context.clock.now();
	const message = {
		id: 'message-1',
		enrolmentId: place.id,
		sessionId: session[0]!.id,
		kind: 'reminder',
		timeVersion: 1,
	};
	context.db
		.insert(schema.outbox)
		.values({ ...message, state: 'queued', dueAt: at, useBy: at, plannedAt: at } as never)
		.run();
	expect(undo().done).toBe(true);
	expect(rows()).toEqual(before);
});

test('what waits is judged anew in the transaction that takes an import back', async () => {
	const { context, undo } = await imported();
	const session = context.db.select().from(schema.sessions).where(eq(schema.sessions.state, 'scheduled')).all();
	const row = context.db
		.select()
		.from(schema.registerRows)
		.all()
		.find(({ sessionId }) => session.some(({ id, startsAt }) => id === sessionId && startsAt! < '2026-10-01'))!;
	const at = context.clock.now();
	const late = plusMinutes(at, 24 * 60);
	const about = {
		id: 'message-9',
		enrolmentId: row.enrolmentId,
		sessionId: row.sessionId,
		kind: 'reminder',
		timeVersion: 1,
	};
	context.db
		.insert(schema.outbox)
		.values({ ...about, state: 'queued', dueAt: late, useBy: late, plannedAt: at } as never)
		.run();
	expect(undo().done).toBe(true);
	const found = context.db.select().from(schema.outbox).all();
	expect(found.find(({ kind, dueAt }) => kind === 'reminder' && dueAt === late)).toMatchObject({ state: 'expired' });
});

test('a file that was never imported is deleted altogether', async () => {
	const { context, coordinator, upload, row } = await desk();
	const importId = upload();
	expect(undoImport(context, coordinator, { importId, version: 1 })).toEqual({ done: true, value: 'given-up' });
	expect(row(importId)).toBeNull();
});

test('an import that changed since the page was opened, one that is undone already and another’s are refused', async () => {
	const { context, coordinator, importId, version, undo } = await imported();
	expect(undoImport(context, coordinator, { importId, version: version - 1 })).toMatchObject({
		code: 'changed-meanwhile',
	});
	const stranger = givenStaff(context, { roles: ['coordinator'] });
	expect(undoImport(context, stranger, { importId, version })).toMatchObject({ code: 'not-found' });
	undo();
	expect(undoImport(context, coordinator, { importId, version: version + 1 })).toMatchObject({ code: 'not-found' });
});

test('somebody who was asked to stand in, or left the team since, keeps an import from being undone', async () => {
	const { context, sam, session, undo } = await imported();
	const { id: sessionId, cohortId } = session[0]!;
	const who = { absentId: sam.staffId, coveringId: givenStaff(context).staffId, askedBy: sam.staffId };
	const now = context.clock.now();
	context.db
		.insert(schema.sessionCovers)
		.values({ id: context.ids.next<CoverId>(), sessionId, ...who, state: 'withdrawn', askedAt: now, settledAt: now })
		.run();
	const sentence = 'Since the import, 1 person stood in or left the team.';
	expect(undo()).toMatchObject({ code: 'built-upon', details: { sentence } });
	context.db.delete(schema.sessionCovers).run();
	const term = { cohortId, staffId: sam.staffId, duty: 'co-facilitator' as const, joinedAt: null, leftAt: now };
	context.db.insert(schema.formerTeamMembers).values(term).run();
	expect(undo()).toMatchObject({ code: 'built-upon', details: { sentence } });
	context.db.delete(schema.formerTeamMembers).run();
	expect(undo()).toMatchObject({ done: true });
});
