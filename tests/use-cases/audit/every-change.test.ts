import { globSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK, OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import { ACTIONS, type AuditAction } from '#app/domain/audit/actions.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type CohortId, type Id } from '#app/domain/shared/ids.ts';
import { endCalendarFeed } from '#app/use-cases/calendar/end-calendar-feed.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { setCalendarInvitations } from '#app/use-cases/calendar/set-calendar-invitations.ts';
import { changePattern } from '#app/use-cases/cohorts/change-pattern.ts';
import { keepCohortStates } from '#app/use-cases/cohorts/keep-cohort-states.ts';
import { layOutCohort } from '#app/use-cases/cohorts/lay-out-cohort.ts';
import { planCohort } from '#app/use-cases/cohorts/plan-cohort.ts';
import { planPattern } from '#app/use-cases/cohorts/plan-pattern.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { bringInRegister } from '#app/use-cases/imports/bring-in-register.ts';
import { undoImport } from '#app/use-cases/imports/undo-import.ts';
import { endSafeContact } from '#app/use-cases/people/end-safe-contact.ts';
import { enrolPerson } from '#app/use-cases/people/enrol-person.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { setPostcode } from '#app/use-cases/people/set-postcode.ts';
import { undoExit } from '#app/use-cases/people/undo-exit.ts';
import { addArea } from '#app/use-cases/places/add-area.ts';
import { addBankHoliday } from '#app/use-cases/places/add-bank-holiday.ts';
import { addClosure } from '#app/use-cases/places/add-closure.ts';
import { addRoom } from '#app/use-cases/places/add-room.ts';
import { addVenue } from '#app/use-cases/places/add-venue.ts';
import { changeArea } from '#app/use-cases/places/change-area.ts';
import { noteHolidaysChecked } from '#app/use-cases/places/note-holidays-checked.ts';
import { removeBankHoliday } from '#app/use-cases/places/remove-bank-holiday.ts';
import { removeClosure } from '#app/use-cases/places/remove-closure.ts';
import { renameRoom } from '#app/use-cases/places/rename-room.ts';
import { renameVenue } from '#app/use-cases/places/rename-venue.ts';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { resumeMessages, stopMessages } from '#app/use-cases/reminders/stop-messages.ts';
import { turnKind } from '#app/use-cases/reminders/turn-kind.ts';
import { bookIndividual } from '#app/use-cases/sessions/book-individual.ts';
import { decidePlan } from '#app/use-cases/sessions/decide-plan.ts';
import { endEarlier } from '#app/use-cases/sessions/end-earlier.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';
import { acceptInvitation } from '#app/use-cases/staff/accept-invitation.ts';
import { changeDuties } from '#app/use-cases/staff/change-duties.ts';
import { deactivateStaff } from '#app/use-cases/staff/deactivate-staff.ts';
import { inviteFirstAdministrator } from '#app/use-cases/staff/invite-first-administrator.ts';
import { inviteStaff } from '#app/use-cases/staff/invite-staff.ts';
import { renewLink } from '#app/use-cases/staff/renew-link.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import { signOut } from '#app/use-cases/staff/sign-out.ts';
import { findEnrolment } from '#db/queries/enrolments.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import * as schema from '#db/schema/index.ts';
import { lastEntry, trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { desk, REGISTER } from '../imports/given.ts';
import { givenContact, givenReminded } from '../reminders/given.ts';
import { givenTerm, moveAs } from '../sessions/given.ts';

const seen = new Set<AuditAction>();

/** What the trail says of this act, each entry as `who action record outcome people`. */
async function entriesFor(context: ReturnType<typeof testContext>, act: () => unknown): Promise<string[]> {
	const before = lastEntry(context);
	const outcome = await act();
	if (typeof outcome === 'object' && outcome !== null && 'code' in outcome) throw new Error(String(outcome.code));
	return trailOf(context, before).map(({ actorKind, action, record, outcome: how, people }) => {
		seen.add(action as AuditAction);
		return [actorKind, action, record ?? '-', how, people.length].join(' ');
	});
}

/** A coordinator with a cohort in its eighth week and one member. */
function office() {
	const context = testContext();
	seedBankHolidays(context);
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const coordinator = givenStaff(context, { name: 'Cora Dale', roles: ['coordinator'], areaIds: [places.areaId] });
	const admin = givenStaff(context, { name: 'Jo Whitfield', roles: ['administrator'] });
	const cohort = givenCohort(context, { ...places, team: [sam] });
	const member = givenMember(context, cohort);
	return { context, ...places, sam, coordinator, admin, ...cohort, ...member };
}

test('places, closures and bank holidays', async () => {
	const { context, areaId, venueId, roomId, admin } = office();
	const of = (act: () => unknown) => entriesFor(context, act);
	expect(await of(() => addArea(context, admin, { name: 'Hill', nation: 'scotland' }))).toEqual([
		expect.stringMatching(/^staff area-added area id\d+ done 0$/),
	]);
	expect(await of(() => changeArea(context, admin, { areaId, version: 1, name: 'Dale', nation: 'scotland' }))).toEqual([
		`staff area-changed area ${areaId} done 0`,
	]);
	expect(await of(() => addVenue(context, admin, { areaId, name: 'Hall' }))).toHaveLength(1);
	expect(await of(() => renameVenue(context, admin, { venueId, version: 1, name: 'Old hall' }))).toEqual([
		`staff venue-renamed venue ${venueId} done 0`,
	]);
	expect(await of(() => addRoom(context, admin, { venueId, name: 'Attic' }))).toHaveLength(1);
	expect(await of(() => renameRoom(context, admin, { roomId, version: 1, name: 'Room 9' }))).toEqual([
		`staff room-renamed room ${roomId} done 0`,
	]);
	const days = { from: calendarDay('2026-05-01'), to: calendarDay('2026-05-02'), label: 'Team days', venueId: null };
	const closure = addClosure(context, admin, days);
	const closureId = closure.done ? closure.value : asId<Id<'closure'>>('');
	expect(trailOf(context).at(-1)).toMatchObject({ action: 'closure-added', record: `closure ${closureId}` });
	expect(await of(() => removeClosure(context, admin, closureId))).toEqual([
		`staff closure-removed closure ${closureId} done 0`,
	]);
	const day = { nation: 'scotland' as const, date: calendarDay('2026-05-06'), title: 'A day off' };
	expect(await of(() => addBankHoliday(context, admin, day))).toHaveLength(1);
	const holidayId = trailOf(context).at(-1)!.record!.split(' ')[1]!;
	expect(await of(() => removeBankHoliday(context, admin, asId(holidayId)))).toEqual([
		`staff bank-holiday-removed holiday ${holidayId} done 0`,
	]);
	expect(await of(() => noteHolidaysChecked(context, admin, 'scotland'))).toEqual([
		'staff bank-holidays-checked - done 0',
	]);
	const empty = testContext();
	expect(await entriesFor(empty, () => seedBankHolidays(empty))).toEqual(['system bank-holidays-filled - done 0']);
	expect(await entriesFor(empty, () => seedBankHolidays(empty))).toEqual([]);
	seen.add('closure-added');
});

test('people, their places and how to reach them', async () => {
	const { context, coordinator, cohortId, personId, enrolmentId } = office();
	const of = (act: () => unknown) => entriesFor(context, act);
	const young = givenCohort(context, { areaId: coordinator.areaIds[0]!, firstDay: '2026-03-10', name: 'New group' });
	const who = { kind: 'new' as const, givenName: 'Ali', familyName: 'Khan', reference: 'R1' };
	expect(await of(() => enrolPerson(context, coordinator, { cohortId: young.cohortId, who }))).toEqual([
		`staff person-enrolled cohort ${young.cohortId} done 1`,
	]);
	const { version } = findEnrolment(context.db, coordinator, enrolmentId, 'write', 'exit')!;
	const exit = { on: calendarDay('2026-03-03'), kind: 'left' as const, reason: 'work' as const, note: null };
	expect(await of(() => recordExit(context, coordinator, { enrolmentId, version, ...exit }))).toEqual([
		`staff exit-recorded enrolment ${enrolmentId} done 1`,
	]);
	expect(await of(() => undoExit(context, coordinator, { enrolmentId, version: version + 1 }))).toEqual([
		`staff exit-undone enrolment ${enrolmentId} done 1`,
	]);
	expect(await of(() => givenContact(context, coordinator, personId))).toEqual([
		`staff safe-contact-set person ${personId} done 1`,
	]);
	const ends = findPersonContact(context.db, coordinator, personId)!.contact!.id;
	expect(await of(() => endSafeContact(context, coordinator, { personId, ends }))).toEqual([
		`staff safe-contact-ended person ${personId} done 1`,
	]);
	expect(
		await of(() => setPostcode(context, coordinator, { personId, version: 1, postcode: 'NR1 3QG' as never })),
	).toEqual([`staff postcode-set person ${personId} done 1`]);
	expect(trailOf(context).filter(({ people }) => people.includes(personId)).length).toBe(5);
	expect(cohortId).toBeTruthy();
});

test('registers, logs and sessions that did not go ahead', async () => {
	const { context, sam, sessionIds, enrolmentId, personId } = office();
	const of = (act: () => unknown) => entriesFor(context, act);
	context.setNow('2026-03-03T19:00:00Z');
	const sessionId = sessionIds[7]!;
	const entry = { mark: 'attended' as const, minutes: null, reason: null, note: null };
	const save = (openedVersion: number) =>
		recordRegister(context, sam, {
			sessionId,
			choices: [{ enrolmentId, openedVersion, entry }],
			restAttended: false,
			correctionReason: null,
		});
	expect(await of(() => save(1))).toEqual([`staff register-recorded session ${sessionId} done 1`]);
	expect(trailOf(context).at(-1)).toMatchObject({ people: [personId], details: { marks: 1, conflicts: 0 } });
	expect(await of(() => save(2))).toEqual([]);
	const log = { sessionId, openedVersion: 0, entries: [], restAsPlanned: true, note: 'Went well with Alex' };
	expect(await of(() => recordDeliveryLog(context, sam, log))).toEqual([
		`staff delivery-log-recorded session ${sessionId} done 0`,
	]);
	context.setNow('2026-03-10T19:00:00Z');
	const next = sessionIds[8]!;
	expect(await of(() => recordNotHeld(context, sam, { sessionId: next, version: 1, reason: 'Flood' }))).toEqual([
		`staff session-not-held session ${next} done 0`,
	]);
	expect(await of(() => undoNotHeld(context, sam, { sessionId: next }))).toEqual([
		`staff session-not-held-undone session ${next} done 0`,
	]);
	context.setNow('2026-03-10T20:00:00Z');
	const shorter = { sessionId: next, version: 3, minutes: 60, why: 'Flood' };
	expect(await of(() => endEarlier(context, sam, shorter))).toEqual([`staff session-shortened session ${next} done 0`]);
});

test('cohorts, laid out and moved on by the calendar', async () => {
	const { context, coordinator, sam, areaId, venueId, roomId } = office();
	const kim = givenStaff(context, { name: 'Kim Mensah' });
	const draft = {
		name: 'Friday group',
		programme: { slug: 'caring-dads', version: '1', variant: null },
		...{ areaId, nation: null, place: { venueId, roomId } },
		...{ leadId: sam.staffId, coFacilitatorIds: [kim.staffId] },
		slots: [{ weekday: 'friday' as const, startTime: clockTime('18:30') }],
		earliestStart: calendarDay('2026-04-10'),
		...{ skippedWeeks: [], runsOnBankHoliday: false, places: 12 },
	};
	const plan = planCohort(context, context.db, coordinator, draft);
	const fingerprint = plan.done ? plan.value.fingerprint : '';
	const cohortId = context.ids.next<CohortId>();
	const confirmation = { fingerprint, accepted: true, cohortId };
	expect(await entriesFor(context, () => layOutCohort(context, coordinator, draft, confirmation))).toEqual([
		`staff cohort-laid-out cohort ${cohortId} done 0`,
	]);
	context.setNow('2026-12-01T09:00:00Z');
	expect(await entriesFor(context, () => keepCohortStates(context, CLOCK))).toEqual([
		'system cohort-states-kept - done 0',
	]);
	expect(await entriesFor(context, () => keepCohortStates(context, CLOCK))).toEqual([]);
});

test('reminders, planned and sent by the clock or by the operator', async () => {
	const context = testContext();
	const { personId } = givenReminded(context);
	expect(await entriesFor(context, () => planReminders(context, OPERATOR))).toEqual([
		'operator reminders-planned - done 1',
	]);
	expect(await entriesFor(context, () => planReminders(context, CLOCK))).toEqual([]);
	context.setNow('2026-03-09T18:30:00Z');
	const sent = await entriesFor(context, () => sendDue(context, CLOCK));
	expect(sent.map((line) => line.replace(/id\d+/, 'ID'))).toEqual([
		'system message-taken message ID done 1',
		'system message-handed-over message ID done 1',
		'system message-settled message ID done 1',
	]);
	expect(trailOf(context).at(-1)).toMatchObject({ people: [personId], details: { result: 'sent' } });
});

test('kinds of messages, turned off and on, and all messages to a person, stopped and let leave again', async () => {
	const context = testContext();
	const { facilitator, personId } = givenReminded(context);
	const lead = givenStaff(context, { roles: ['lead'] });
	const of = (work: () => unknown) => entriesFor(context, work);
	const turn = (isOn: boolean) => of(() => turnKind(context, lead, { kind: 'changed', cohortId: null, isOn }));
	expect((await turn(false))[0]).toContain('message-kind-turned-off');
	expect(await turn(false)).toEqual([]);
	expect((await turn(true))[0]).toContain('message-kind-turned-on');
	const stopped = await of(() => stopMessages(context, facilitator, { personId, reason: 'They asked for it' }));
	expect(stopped[0]).toContain('messages-stopped');
	expect(trailOf(context).at(-1)).toMatchObject({ people: [personId] });
	expect((await of(() => resumeMessages(context, facilitator, personId)))[0]).toContain('messages-resumed');
});

test('a message whose sender never came back is let go with an entry', async () => {
	const context = testContext();
	givenReminded(context);
	planReminders(context, CLOCK);
	context.setNow('2026-03-09T18:30:00Z');
	context.db.$client.exec(
		"update outbox set state = 'leased', lease_owner = 'gone', leased_until = '2026-03-09T18:00:00Z'",
	);
	context.answerMail({ state: 'failed', retry: true, reason: '451 busy' });
	const lines = await entriesFor(context, () => sendDue(context, OPERATOR));
	expect(lines[0]).toBe('operator messages-let-go - done 1');
});

test('sessions moved, patterns changed, plans decided on and individual sessions booked', async () => {
	const term = givenTerm();
	const { context, coordinator, sam, cohortId, sessionIds, enrolmentId } = term;
	const of = (act: () => unknown) => entriesFor(context, act);
	expect(await of(() => moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-22', scope: 'later' }))).toEqual([
		`staff session-moved session ${sessionIds[1]} done 0`,
	]);
	const slots = [{ weekday: 'thursday' as const, startTime: clockTime('10:00') }];
	const draft = {
		slots,
		skippedWeeks: [],
		runsOnBankHoliday: false,
		skipsSchoolHolidays: false,
		from: calendarDay('2026-01-13'),
	};
	const planned = planPattern(context, context.db, coordinator, { cohortId, draft });
	const fingerprint = planned.done ? planned.value.fingerprint : '';
	const asked = { askedBy: 'service', why: 'The hall is flooded' } as const;
	expect(await of(() => changePattern(context, coordinator, { cohortId, draft, asked, fingerprint }))).toEqual([
		`staff pattern-changed cohort ${cohortId} done 0`,
	]);
	context.setNow('2026-01-15T09:00:00Z');
	recordNotHeld(context, sam, { sessionId: sessionIds[0]!, version: 2, reason: 'Snow' });
	const decision = {
		sessionId: sessionIds[0]!,
		decision: 'not-delivered',
		otherSessionId: null,
		reason: 'Snow',
	} as const;
	expect(await of(() => decidePlan(context, coordinator, decision))).toEqual([
		`staff plan-decided session ${sessionIds[0]} done 0`,
	]);
	const placeholder = { kind: 'individual', day: null, startTime: null, startsAt: null, endsAt: null } as const;
	context.db.update(schema.sessions).set(placeholder).where(eq(schema.sessions.id, sessionIds[5]!)).run();
	const to = { day: calendarDay('2026-01-20'), startTime: clockTime('10:00'), lengthMinutes: 60 };
	const booking = { sessionId: sessionIds[5]!, enrolmentId, to, asked };
	expect(await of(() => bookIndividual(context, coordinator, booking))).toEqual([
		`staff individual-session-booked enrolment ${enrolmentId} done 1`,
	]);
});

test('imports: each step, the whole at once, and taken back', async () => {
	const { context, coordinator, workbook, cohort, bringIn, row } = await desk();
	const steps = await entriesFor(context, () => bringIn().outcome);
	expect(steps.map((line) => line.replace(/id\d+/, 'ID'))).toEqual([
		'staff import-uploaded import ID done 0',
		'staff import-reading-confirmed import ID done 0',
		'staff import-cohort-chosen import ID done 0',
		expect.stringMatching(/^staff import-stored import ID done \d\d$/),
	]);
	const importId = asId<Id<'import'>>(trailOf(context).at(-1)!.record!.split(' ')[1]!);
	const imported = trailOf(context).at(-1)!.people;
	const { version } = row(importId)!;
	expect(await entriesFor(context, () => undoImport(context, coordinator, { importId, version }))).toEqual([
		`staff import-undone import ${importId} done ${imported.length}`,
	]);
	const file = { fileName: 'register.xlsx', bytes: REGISTER, workbook };
	const { sheet, markMeanings, sessionDates, leftOut } = {
		sheet: null,
		markMeanings: {},
		sessionDates: {},
		leftOut: [],
	};
	const all = { file, reading: { sheet, markMeanings, sessionDates, leftOut }, cohort, accepted: false };
	const whole = await entriesFor(context, () => bringInRegister(context, OPERATOR, all));
	expect(whole.at(-1)).toMatch(/^operator import-brought-in import id\d+ done 0$/);
	expect(whole).toHaveLength(5);
});

test('accounts: invited, accepted, changed, closed; calendars made and ended', async () => {
	const { context, admin, sam } = office();
	const of = (act: () => unknown) => entriesFor(context, act);
	const duties = { roles: ['facilitator' as const], areaIds: [], sides: [] };
	const invitation = { name: 'Pat Gray', email: 'pat@example.org', ...duties };
	let linkSecret = '';
	const invite = () => {
		const invited = inviteStaff(context, admin, invitation);
		linkSecret = invited.done ? invited.value.linkSecret : '';
		return invited;
	};
	const [line] = await of(invite);
	const staffId = line!.split(' ')[3]!;
	expect(line).toMatch(/^staff staff-invited staff id\d+ done 0$/);
	expect(await of(() => acceptInvitation(context, { linkSecret, password: 'plumb and level' }))).toEqual([
		`staff invitation-accepted staff ${staffId} done 0`,
	]);
	expect(trailOf(context).at(-1)!.by).toBe(staffId);
	const pat = asId<StaffActor['staffId']>(staffId);
	const change = { staffId: pat, version: 2, name: 'Pat Grey', ...duties };
	expect(await of(() => changeDuties(context, admin, change))).toEqual([`staff duties-changed staff ${pat} done 0`]);
	expect(await of(() => renewLink(context, admin, { staffId: pat, version: 3 }))).toEqual([
		`staff link-renewed staff ${pat} done 0`,
	]);
	expect(await of(() => deactivateStaff(context, admin, { staffId: pat, version: 3 }))).toEqual([
		`staff account-closed staff ${pat} done 0`,
	]);
	expect(await of(() => makeCalendarFeed(context, sam))).toEqual(['staff calendar-made - done 0']);
	expect(await of(() => endCalendarFeed(context, sam))).toEqual(['staff calendar-ended - done 0']);
	expect(await of(() => setCalendarInvitations(context, sam, true))).toEqual([
		'staff calendar-invitations-begun - done 0',
	]);
	expect(await of(() => setCalendarInvitations(context, sam, true))).toEqual([]);
	expect(await of(() => setCalendarInvitations(context, sam, false))).toEqual([
		'staff calendar-invitations-ended - done 0',
	]);
	const fresh = testContext();
	expect(await entriesFor(fresh, () => inviteFirstAdministrator(fresh))).toHaveLength(1);
	expect(await entriesFor(fresh, () => inviteFirstAdministrator(fresh))).toEqual([
		expect.stringMatching(/^system first-link-made staff id\d+ done 0$/),
	]);
});

test('signing in, failing to, being made to wait, and signing out', async () => {
	const { context, sam } = office();
	const hash = await context.credentials.hashPassword('plumb and level');
	context.db.$client.prepare('update staff set password_hash = ?').run(hash);
	const email = `${sam.staffId}@example.org`;
	const attempt = async (password: string, as = email) => {
		const before = lastEntry(context);
		const outcome = await signIn(context, { email: as, password });
		return { outcome, entries: trailOf(context, before) };
	};
	const wrong = await attempt('something else');
	expect(wrong.entries).toMatchObject([
		{ actorKind: 'nobody', action: 'signed-in', outcome: 'wrong-email-or-password', record: `staff ${sam.staffId}` },
	]);
	const unknown = await attempt('something else', 'nobody@example.org');
	expect(unknown.entries).toMatchObject([{ actorKind: 'nobody', outcome: 'wrong-email-or-password', record: null }]);
	const right = await attempt('plumb and level');
	expect(right.entries).toMatchObject([{ actorKind: 'staff', by: sam.staffId, outcome: 'done' }]);
	const secret = right.outcome.done ? right.outcome.value.secret : '';
	expect(await entriesFor(context, () => signOut(context, secret))).toEqual(['staff signed-out - done 0']);
	for (let again = 0; again < 10; again += 1) await attempt('something else');
	expect((await attempt('plumb and level')).entries).toMatchObject([
		{ actorKind: 'nobody', outcome: 'too-many-attempts', record: `staff ${sam.staffId}` },
	]);
	expect(JSON.stringify(context.db.$client.prepare('select * from audit_entries').all())).not.toContain('example.org');
	seen.add('signed-in');
});

test('a refused change says who tried what on whom', () => {
	const { context, sam, coordinator, areaId, enrolmentId, personId, admin } = office();
	addArea(context, sam, { name: 'Mine', nation: 'scotland' });
	expect(trailOf(context).at(-1)).toMatchObject({ by: sam.staffId, action: 'area-added', outcome: 'not-found' });
	changeArea(context, admin, { areaId, version: 9, name: 'Dale', nation: 'scotland' });
	expect(trailOf(context).at(-1)).toMatchObject({
		outcome: 'changed-meanwhile',
		record: `area ${areaId}`,
		details: {},
	});
	const exit = { on: calendarDay('2027-01-01'), kind: 'left' as const, reason: 'work' as const, note: 'a secret' };
	recordExit(context, coordinator, { enrolmentId, version: 1, ...exit });
	expect(trailOf(context).at(-1)).toMatchObject({ action: 'exit-recorded', people: [personId] });
	expect(trailOf(context).at(-1)!.outcome).not.toBe('done');
});

/** The words that use cases hand to the wrapper, which keeps them whatever they are (audited.test.ts). */
const said = new Set(
	globSync('app/use-cases/**/*.ts').flatMap((path) =>
		[...readFileSync(path, 'utf8').matchAll(/action: '([a-z-]+)'/g)].map(([, word]) => word),
	),
);

test('every action that can be kept is kept in these tests, or is the word of a use case that has tests of its own', () => {
	const missing = (Object.keys(ACTIONS) as AuditAction[]).filter((action) => !seen.has(action) && !said.has(action));
	expect(missing).toEqual([]);
});
