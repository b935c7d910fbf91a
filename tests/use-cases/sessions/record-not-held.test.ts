import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { SLOT_REFUSALS_ALLOWED } from '#app/domain/access/probing.ts';
import type { LogId } from '#app/domain/shared/ids.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';
import { findSlotRefusals } from '#db/queries/access/slot-refusals.ts';
import * as schema from '#db/schema/index.ts';
import { insertDeliveryLog } from '#db/stores/delivery-logs.ts';
import { lastEntry, trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function givenEvening(now = '2026-01-13T18:00:00Z') {
	const context = testContext({ now });
	const sam = givenStaff(context);
	const cohort = givenCohort(context, { ...givenPlaces(context), team: [sam] });
	const { enrolmentId } = givenMember(context, cohort);
	return { context, sam, sessionId: cohort.sessionIds[0]!, enrolmentId };
}
type Evening = ReturnType<typeof givenEvening>;

const cancel = ({ context, sam, sessionId }: Evening, version = 1) =>
	recordNotHeld(context, sam, { sessionId, version, reason: 'The venue was closed' });
const undo = ({ context, sam, sessionId }: Evening) => undoNotHeld(context, sam, { sessionId });
const sessionOf = ({ context, sessionId }: Evening) =>
	context.db.select().from(schema.sessions).where(eq(schema.sessions.id, sessionId)).get()!;

function mark({ context, sam, sessionId, enrolmentId }: Evening, mark: 'attended' | 'absent-notified') {
	const entry = { mark, minutes: null, reason: mark === 'attended' ? null : ('work' as const), note: null };
	const choices = [{ enrolmentId, openedVersion: 1, entry }];
	return recordRegister(context, sam, { sessionId, choices, restAttended: false, correctionReason: null });
}

test('a session that did not go ahead is cancelled with its reason, and calendars hear of it', () => {
	const evening = givenEvening();
	expect(cancel(evening).done).toBe(true);
	expect(sessionOf(evening)).toMatchObject({
		state: 'cancelled',
		stateReason: 'The venue was closed',
		sequence: 1,
		changedAt: '2026-01-13T18:00:00Z',
	});
});

test('it can be taken back until the end of that day by the wall clock', () => {
	const evening = givenEvening();
	cancel(evening);
	evening.context.setNow('2026-01-13T23:59:00Z');
	expect(undo(evening).done).toBe(true);
	expect(sessionOf(evening)).toMatchObject({ state: 'scheduled', stateReason: null, sequence: 2 });
});

test('on the next day it can no longer be taken back', () => {
	const evening = givenEvening();
	cancel(evening);
	evening.context.setNow('2026-01-14T00:00:00Z');
	expect(undo(evening)).toMatchObject({ done: false, code: 'day-is-over' });
	expect(sessionOf(evening).state).toBe('cancelled');
});

test('before its day a session cannot have failed to go ahead', () => {
	expect(cancel(givenEvening('2026-01-12T23:30:00Z'))).toMatchObject({ done: false, code: 'day-not-come' });
});

test('a session with apologies only may not have gone ahead; with any other mark it did', () => {
	const apologies = givenEvening();
	mark(apologies, 'absent-notified');
	expect(cancel(apologies).done).toBe(true);
	const attended = givenEvening('2026-01-13T19:00:00Z');
	mark(attended, 'attended');
	expect(cancel(attended, 2)).toMatchObject({ done: false, code: 'has-marks' });
	expect(sessionOf(attended).state).toBe('held');
});

test('a session with a delivery log went ahead', () => {
	const evening = givenEvening();
	const { context, sam, sessionId } = evening;
	const log = {
		id: context.ids.next<LogId>(),
		sessionId,
		staffId: sam.staffId,
		version: 1,
		savedAt: context.clock.now(),
	};
	insertDeliveryLog(context.db, log, [{ activityKey: 'check-in', rating: 'as-intended', minutes: 15, reason: null }]);
	expect(cancel(evening)).toMatchObject({ done: false, code: 'has-log' });
});

test('a session of which a concern or a debrief says something went ahead, also for who may read neither', () => {
	const concerned = givenEvening('2026-01-13T19:00:00Z');
	const { context, sam, sessionId, enrolmentId } = concerned;
	const ticked = { sessionId, choices: [], restAttended: false, correctionReason: null, concerns: [enrolmentId] };
	expect(recordRegister(context, sam, ticked)).toMatchObject({ done: true });
	const { areaId } = context.db.select().from(schema.cohorts).get()!;
	const coordinator = givenStaff(context, { name: 'Jo', roles: ['coordinator'], areaIds: [areaId] });
	for (const who of [sam, coordinator]) {
		expect(cancel({ ...concerned, sam: who }, sessionOf(concerned).version)).toEqual({
			...{ done: false, code: 'has-records', details: {} },
		});
	}
	const debriefed = givenEvening('2026-01-13T19:00:00Z');
	const note = { version: 1, note: 'It went well', savedAt: debriefed.context.clock.now() };
	debriefed.context.db
		.insert(schema.debriefNotes)
		.values({ ...note, sessionId: debriefed.sessionId, staffId: debriefed.sam.staffId })
		.run();
	expect(cancel(debriefed)).toMatchObject({ code: 'has-records' });
	expect(sessionOf(debriefed).state).toBe('scheduled');
});

test('a page that shows an older version of the session is refused, and so is saying it twice', () => {
	const evening = givenEvening();
	expect(cancel(evening, 7)).toMatchObject({ done: false, code: 'changed-meanwhile' });
	cancel(evening);
	expect(cancel(evening, 2)).toMatchObject({ done: false, code: 'cancelled-already' });
	expect(sessionOf(evening).sequence).toBe(1);
});

test('a session that stands has nothing to undo', () => {
	expect(undo(givenEvening())).toMatchObject({ done: false, code: 'not-cancelled' });
});

test('for a facilitator of another cohort the session is not there', () => {
	const evening = givenEvening();
	const stranger = { ...evening, sam: givenStaff(evening.context) };
	expect(cancel(stranger)).toMatchObject({ code: 'not-found' });
	expect(undo(stranger)).toMatchObject({ code: 'not-found' });
});

test('that a session cannot stand again where its team is taken is counted each time, and whoever asks on has to wait', () => {
	const evening = givenEvening();
	const { context, sam } = evening;
	cancel(evening);
	const { areaId } = givenPlaces(context, 'Elsewhere');
	givenCohort(context, { areaId, name: 'Hidden', team: [sam], sessionCount: 1 });
	for (let failures = 1; failures <= SLOT_REFUSALS_ALLOWED; failures += 1) {
		const before = lastEntry(context);
		expect(undo(evening)).toEqual({ done: false, code: 'slot-not-available', details: {} });
		expect(findSlotRefusals(context.db, sam.staffId)).toMatchObject({ failures });
		expect(trailOf(context, before).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
			'session-not-held-undone slot-not-available',
			'slot-refused done',
		]);
	}
	expect(undo(evening)).toMatchObject({ code: 'too-many-slots' });
	expect(sessionOf(evening).state).toBe('cancelled');
});
