import { and, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type {
	AdaptationId,
	AreaId,
	EnrolmentId,
	Id,
	ImportId,
	MessageId,
	MessageStopId,
	PersonId,
	RoomId,
	SessionId,
	VenueId,
} from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { describeConcerns } from '#app/use-cases/concerns/describe-concerns.ts';
import { agreeAction } from '#app/use-cases/debrief/agree-action.ts';
import { recordDebrief } from '#app/use-cases/debrief/record-debrief.ts';
import { askForSupervision } from '#app/use-cases/debrief/supervision.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { recordTakingPart } from '#app/use-cases/taking-part/record-taking-part.ts';
import { listConcerns } from '#db/queries/attendance/concerns.ts';
import * as schema from '#db/schema/index.ts';
import { insertSession } from '#db/stores/sessions.ts';
import type { TestContext } from '#tests/support/context.ts';
import { givenCohort, givenMember } from '#tests/support/world.ts';
import { givenContact } from '../use-cases/reminders/given.ts';

const PROGRAMMES = {
	perpetrator: 'caring-dads',
	survivor: 'inspiring-families-non-abusing',
	professional: 'caring-dads',
} as const;
const COUNTS = { people: 1, rows: 1, sessions: 1, cells: 1, accepted: 1, refused: 0, byCode: {} };

export type Group = {
	readonly areaId: AreaId;
	readonly venueId: VenueId | null;
	readonly roomId: RoomId | null;
	readonly side: Side;
	/** Stands in everything that is written of the cohort, so that a page that shows any of it can be told. */
	readonly name: string;
	readonly team: readonly [StaffActor, ...StaffActor[]];
	readonly firstDay: string;
	/** Everybody in it by family name; the first has something in every kind of record, the second has left. */
	readonly familyNames: readonly [string, string, ...string[]];
	/** Who keeps the names of the last member to themselves. */
	readonly restrictedBy: StaffActor;
	/** The second person who confirms how the first member is reached, where one has to. */
	readonly confirmedBy?: StaffActor;
};

type Cohort = ReturnType<typeof givenCohort>;
export type FullCohort = ReturnType<typeof givenFullCohort>;

/** A cohort with something in every kind of record that hangs on one. */
export function givenFullCohort(context: TestContext, group: Group) {
	const { db } = context;
	const { side, name, team, familyNames, restrictedBy } = group;
	const programmeSlug = PROGRAMMES[side];
	const cohort = givenCohort(context, { ...group, programmeSlug, name: `${name} group`, sessionCount: 10 });
	const members = familyNames.map((familyName) =>
		givenMember(context, cohort, { givenName: name, familyName, programmeSlug }),
	);
	const [member, gone] = [members[0]!, members[1]!];
	givenPattern(context, group, cohort);
	db.update(schema.enrolments)
		.set({ state: 'left', exitOn: calendarDay(group.firstDay), exitKind: 'left', exitReason: 'work', exitNote: name })
		.where(eq(schema.enrolments.id, gone.enrolmentId))
		.run();
	const address = `${name.toLowerCase()}@example.org`;
	givenContact(context, team[0], member.personId, { address }, group.confirmedBy ?? null);
	const number = { channel: 'call', address: side === 'survivor' ? '07700 900456' : '07700 900123' } as const;
	givenContact(context, team.at(-1)!, members[2]!.personId, number, group.confirmedBy ?? null);
	stopMessages(context, gone.personId, team[0]);
	const sessionId = cohort.sessionIds[0]!;
	const entry = { mark: 'absent-notified', minutes: null, reason: 'other', note: name } as const;
	const there = members[2]!.enrolmentId;
	const attended = { mark: 'attended', minutes: null, reason: null, note: name } as const;
	const choices = [
		{ enrolmentId: member.enrolmentId, openedVersion: 1, entry },
		{ enrolmentId: there, openedVersion: 1, entry: attended },
	];
	const ticked = { concerns: [member.enrolmentId], restAttended: false, correctionReason: null };
	recordRegister(context, team[0], { sessionId, choices, ...ticked });
	const { concernId } = givenFollowOn(context, group, { sessionId, there });
	const log = { sessionId, entries: [], restAsPlanned: true, note: name, openedVersion: 0 };
	const deliveredBy = [team[0].staffId];
	for (const who of team)
		expect(recordDeliveryLog(context, who, { ...log, deliveredBy })).toMatchObject({ done: true });
	debrief(context, team[0], sessionId, name);
	const adaptationId = adapt(context, team[0], sessionId, name);
	db.insert(schema.catchUps).values({ enrolmentId: member.enrolmentId, planNumber: 2, doneOn: null }).run();
	planReminders(context, OPERATOR);
	const messages = db.select().from(schema.outbox).where(eq(schema.outbox.enrolmentId, member.enrolmentId)).all();
	sayOfMessages(context, group, messages[0]!.id);
	const importId = givenImport(context, group, cohort);
	const placeholderId = givenIndividual(context, group, cohort, member);
	const catchUpId = givenCatchUp(context, group, cohort, member);
	givenMissedCatchUp(context, group, cohort, member);
	decideOnPlan(context, group, cohort);
	// Judged again now that a session is cancelled, as the other side’s planning would: it judges everybody’s messages.
	planReminders(context, OPERATOR);
	const missed = db.select().from(schema.outbox).where(eq(schema.outbox.enrolmentId, member.enrolmentId)).all();
	const missedYouId = missed.find(({ kind, state }) => kind === 'missed-you' && state === 'blocked')!.id;
	restrict(context, members.at(-1)!.personId, restrictedBy);
	const rungAbout = and(eq(schema.outbox.enrolmentId, there), eq(schema.outbox.reason, 'rung-by-hand'));
	const rung = db.select().from(schema.outbox).where(rungAbout).orderBy(schema.outbox.dueAt).get()!;
	const contact = db
		.select()
		.from(schema.safeContacts)
		.where(and(eq(schema.safeContacts.personId, member.personId)))
		.get()!;
	return {
		...cohort,
		...{ sessionId, personId: member.personId, enrolmentId: member.enrolmentId, importId, contactId: contact.id },
		...{ placeholderId, catchUpId, concernId, adaptationId },
		...{ messageId: messages[0]!.id, missedYouId, goneEnrolmentId: gone.enrolmentId, rungMessageId: rung.id },
		personIds: members.map(({ personId }) => personId),
	};
}

/** What was changed in a session, in words of the cohort, what a lead decided of it, what it corrects, and one withdrawn. */
function adapt({ db, ids, clock }: TestContext, { staffId }: StaffActor, sessionId: SessionId, words: string) {
	const id = ids.next<AdaptationId>();
	const said = {
		...{
			when: 'implementation',
			how: words,
			planned: 'proactive',
			isLasting: false,
			decidedBy: 'team',
			what: 'content',
		},
		...{ contentChange: 'tailoring', level: 'cohort', fidelity: 'consistent', goal: 'better-fit', reason: words },
	};
	const at = clock.now();
	const [corrected, withdrawn] = [ids.next<AdaptationId>(), ids.next<AdaptationId>()];
	const written = { sessionId, ...said, recordedAt: at, recordedBy: staffId };
	db.insert(schema.adaptations)
		.values([id, corrected, withdrawn].map((one) => ({ id: one, ...written })))
		.run();
	const decided = { decision: 'declined', reason: words, decidedAt: at, decidedBy: staffId } as const;
	db.insert(schema.adaptationDecisions)
		.values({ adaptationId: id, ...decided })
		.run();
	db.insert(schema.adaptationCorrections).values({ adaptationId: id, corrects: corrected, reason: words }).run();
	db.insert(schema.adaptationWithdrawals)
		.values({ adaptationId: withdrawn, reason: words, withdrawnAt: at, withdrawnBy: staffId })
		.run();
	return id;
}

/** A note, what was agreed of two logs, an action and a wish for supervision, each in words of the cohort. */
function debrief(context: TestContext, who: StaffActor, sessionId: SessionId, words: string): void {
	const action = { sessionId, words, ownerId: who.staffId, dueOn: dayOf(context.clock.now()) };
	expect(recordDebrief(context, who, { sessionId, note: words, openedVersion: 0 })).toMatchObject({ done: true });
	const agreed = { sessionId, version: 1, note: words, savedAt: context.clock.now(), savedBy: who.staffId };
	context.db.insert(schema.agreedNotes).values(agreed).run();
	expect(agreeAction(context, who, action)).toMatchObject({ done: true });
	expect(askForSupervision(context, who, { sessionId, words })).toMatchObject({ done: true });
}

/** How one of them took part, and the words of a concern about another. */
function givenFollowOn(
	context: TestContext,
	{ name, team }: Group,
	{ sessionId, there }: { sessionId: SessionId; there: EnrolmentId },
) {
	const answer = { engagement: 3, homework: 'partly' } as const;
	const choices = [{ enrolmentId: there, openedVersion: 0, answer }];
	const recorded = recordTakingPart(context, team[0], { sessionId, choices, correctionReason: null });
	expect(recorded).toMatchObject({ done: true });
	const { id: concernId } = listConcerns(context.db, team[0], sessionId)[0]!;
	const sayings = [{ id: concernId, opened: 0, words: name, tellReferrer: true }];
	expect(describeConcerns(context, team[0], { sessionId, sayings })).toEqual({ done: true, value: 1 });
	return { concernId };
}

type Booked = Pick<ReturnType<typeof givenMember>, 'enrolmentId'>;

/** The last plan as a placeholder, and an individual session of it that is booked for one member. */
function givenIndividual(
	{ db, ids, clock }: TestContext,
	{ name, team, firstDay }: Group,
	cohort: Cohort,
	{ enrolmentId }: Booked,
) {
	const { cohortId, sessionIds } = cohort;
	const placeholderId = sessionIds.at(-1)!;
	const unbooked = { kind: 'individual', day: null, startTime: null, startsAt: null, endsAt: null } as const;
	db.delete(schema.sessionTimes).where(eq(schema.sessionTimes.sessionId, placeholderId)).run();
	db.update(schema.sessions).set(unbooked).where(eq(schema.sessions.id, placeholderId)).run();
	const id = ids.next<SessionId>();
	const time = sessionTimeAt(plusDays(calendarDay(firstDay), 41), clockTime('10:00'), 60)!;
	const whose = { id, cohortId, planNumber: sessionIds.length, kind: 'individual', enrolmentId } as const;
	const set = { setBy: team[0].staffId, askedBy: 'participant', why: name } as const;
	insertSession(db, { ...whose, ...time, state: 'scheduled', changedAt: clock.now() }, set);
	db.insert(schema.registerRows).values({ sessionId: id, enrolmentId }).run();
	db.update(schema.registerRows)
		.set({ expected: false })
		.where(and(eq(schema.registerRows.sessionId, placeholderId), eq(schema.registerRows.enrolmentId, enrolmentId)))
		.run();
	return placeholderId;
}

/** A catch-up of the first session that is booked for one member, with one of the team. */
function givenCatchUp(
	{ db, ids, clock }: TestContext,
	{ name, team, firstDay }: Group,
	{ cohortId }: Cohort,
	{ enrolmentId }: Booked,
) {
	const id = ids.next<SessionId>();
	const time = sessionTimeAt(plusDays(calendarDay(firstDay), 12), clockTime('10:00'), 60)!;
	const what = { id, cohortId, planNumber: 1, kind: 'catch-up', state: 'scheduled' } as const;
	const set = { setBy: team[0].staffId, askedBy: null, why: name };
	insertSession(db, { ...what, ...time, changedAt: clock.now() }, set);
	db.insert(schema.registerRows).values({ sessionId: id, enrolmentId }).run();
	db.insert(schema.catchUpStaff).values({ sessionId: id, staffId: team[0].staffId }).run();
	return id;
}

/** An earlier one, some days ago, to which nobody came: a message about it waits for somebody’s word. */
function givenMissedCatchUp(
	{ db, ids, clock }: TestContext,
	{ name, team, firstDay }: Group,
	{ cohortId }: Cohort,
	{ enrolmentId }: Booked,
) {
	const id = ids.next<SessionId>();
	const time = sessionTimeAt(plusDays(calendarDay(firstDay), 5), clockTime('10:00'), 60)!;
	const what = { id, cohortId, planNumber: 1, kind: 'catch-up', state: 'held' } as const;
	insertSession(db, { ...what, ...time, changedAt: clock.now() }, { setBy: team[0].staffId, askedBy: null, why: name });
	const mark = { mark: 'absent-no-contact', markedAt: clock.now(), markedBy: team[0].staffId } as const;
	db.insert(schema.registerRows)
		.values({ sessionId: id, enrolmentId, ...mark })
		.run();
	db.insert(schema.catchUpStaff).values({ sessionId: id, staffId: team[0].staffId }).run();
}

/** A session that is cancelled, and its plan left out. */
function decideOnPlan({ db, clock }: TestContext, { name, team }: Group, { sessionIds }: Cohort): void {
	const sessionId = sessionIds[2]!;
	db.update(schema.sessions)
		.set({ state: 'cancelled', stateReason: name })
		.where(eq(schema.sessions.id, sessionId))
		.run();
	const decided = { decidedAt: clock.now(), decidedBy: team[0].staffId };
	db.insert(schema.planDecisions)
		.values({ sessionId, decision: 'not-delivered', reason: name, ...decided })
		.run();
}

function givenPattern({ db }: TestContext, { firstDay, name }: Group, { cohortId }: Cohort): void {
	const skipped = { fromDay: calendarDay(firstDay), toDay: calendarDay(firstDay), label: name };
	db.insert(schema.meetingSlots)
		.values({ cohortId, weekday: 'tuesday', startTime: clockTime('18:30') })
		.run();
	db.insert(schema.skippedWeeks)
		.values({ cohortId, ...skipped })
		.run();
}

function givenImport({ db, ids, clock }: TestContext, { name, team }: Group, { cohortId }: Cohort): ImportId {
	const id = ids.next<ImportId>();
	const report = JSON.stringify({ counts: COUNTS, refusedRows: [], refusedCells: [], register: null });
	const file = { kind: 'register', fileName: `${name}.xlsx`, uploadedBy: team[0].staffId } as const;
	db.insert(schema.imports)
		.values({ id, state: 'imported', ...file, uploadedAt: clock.now(), report })
		.run();
	db.update(schema.cohorts).set({ importId: id }).where(eq(schema.cohorts.id, cohortId)).run();
	return id;
}

/** What came of ringing about a message, and what was reported of it. */
function sayOfMessages({ db, ids, clock }: TestContext, { name, team }: Group, messageId: MessageId): void {
	const now = clock.now();
	const call = { id: ids.next<Id<'call'>>(), messageId, outcome: 'not-rung', note: name } as const;
	db.insert(schema.messageCalls)
		.values({ ...call, at: now, by: team[0].staffId, recordedAt: now })
		.run();
	db.insert(schema.textDeliveries).values({ messageId, state: 'delivered', reportedAt: now }).run();
}

function stopMessages({ db, ids, clock }: TestContext, personId: PersonId, { staffId }: StaffActor): void {
	db.insert(schema.messageStops)
		.values({ id: ids.next<MessageStopId>(), personId, setBy: staffId, reason: 'Asked', setAt: clock.now() })
		.run();
}

function restrict({ db, clock }: TestContext, personId: PersonId, { staffId }: StaffActor): void {
	db.insert(schema.restrictedPeople).values({ personId, setBy: staffId, setAt: clock.now() }).run();
	db.insert(schema.restrictedReaders).values({ personId, staffId }).run();
}
