import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { agreeAction, listActionOwners } from '#app/use-cases/debrief/agree-action.ts';
import { recordDebrief } from '#app/use-cases/debrief/record-debrief.ts';
import { askForSupervision, readSupervision, takeBackSupervision } from '#app/use-cases/debrief/supervision.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { listAgreedActions, listDebriefNotes } from '#db/queries/debrief/debriefs.ts';
import { listNotices } from '#db/queries/notices/notices.ts';
import { listOpenTasks, listTaskEntries } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** Half an hour after the first evening of a Tuesday group with two facilitators. */
function given(now = '2026-01-13T21:00:00Z') {
	const context = testContext({ now });
	const place = givenPlaces(context);
	const area = { areaIds: [place.areaId] };
	const staff = {
		sam: givenStaff(context, { name: 'Sam' }),
		kim: givenStaff(context, { name: 'Kim' }),
		coordinator: givenStaff(context, { name: 'Jo', roles: ['coordinator'], ...area }),
		lead: givenStaff(context, { name: 'Max', roles: ['lead'] }),
		stranger: givenStaff(context, { name: 'Ida' }),
		reader: givenStaff(context, { name: 'Ray', roles: ['read-only'], ...area }),
		support: givenStaff(context, { name: 'Rae', roles: ['partner-support'], ...area, sides: ['survivor'] }),
	};
	const cohort = givenCohort(context, { ...place, team: [staff.sam, staff.kim] });
	givenMember(context, cohort);
	const sessionId = cohort.sessionIds[0]!;
	const write = (who: StaffActor, note: string, openedVersion = 0) =>
		recordDebrief(context, who, { sessionId, note, openedVersion });
	const read = (who: StaffActor) => listDebriefNotes(context.db, who, sessionId);
	const action = { sessionId, words: 'Book a quieter room', ownerId: staff.kim.staffId };
	const agree = (who: StaffActor, more: Partial<Parameters<typeof agreeAction>[2]> = {}) =>
		agreeAction(context, who, { ...action, dueOn: calendarDay('2026-01-20'), ...more });
	const log = (who: StaffActor) => {
		const logged = recordDeliveryLog(context, who, {
			...{ sessionId, entries: [], restAsPlanned: true, note: null, openedVersion: 0, deliveredBy: [] },
		});
		expect(logged.done).toBe(true);
	};
	return { context, db: context.db, cohort, sessionId, write, read, agree, log, ...staff };
}

test('each of the team writes their own note; a correction is a new version, the same words are none', () => {
	const { write, read, log, sam, kim } = given();
	log(sam);
	expect(write(sam, 'A calm evening')).toMatchObject({ done: true, value: { isNew: true } });
	expect(write(kim, 'Loud at first')).toMatchObject({ done: true });
	expect(write(sam, 'A calm evening', 1)).toMatchObject({ value: { isNew: false } });
	expect(write(sam, 'A calm evening, late start', 1)).toMatchObject({ value: { isNew: true } });
	expect(read(sam).map(({ staffName, version, note }) => [staffName, version, note])).toEqual([
		['Sam', 1, 'A calm evening'],
		['Kim', 1, 'Loud at first'],
		['Sam', 2, 'A calm evening, late start'],
	]);
});

test('a note saved in another window is not overwritten: the one that stands is told', () => {
	const { write, sam } = given();
	write(sam, 'First window');
	expect(write(sam, 'Second window')).toMatchObject({
		code: 'changed-meanwhile',
		details: { stands: { version: 1, note: 'First window' } },
	});
	expect(write(sam, 'Second window', 1)).toMatchObject({ value: { isNew: true } });
});

test('a colleague’s note is kept back until one’s own is saved; a lead and nobody outside the team reads it at once', () => {
	const { write, read, log, sam, kim, lead, coordinator, reader, support, stranger } = given();
	write(sam, 'A calm evening');
	expect(read(kim)).toMatchObject([{ staffName: 'Sam', isBlind: true, note: null }]);
	expect(read(lead)).toMatchObject([{ staffName: 'Sam', isBlind: false, note: 'A calm evening' }]);
	for (const who of [coordinator, reader, support, stranger]) expect(read(who)).toEqual([]);
	write(kim, 'Loud at first');
	expect(read(kim).map(({ note }) => note)).toEqual([null, 'Loud at first']);
	log(kim);
	expect(read(kim).map(({ note }) => note)).toEqual(['A calm evening', 'Loud at first']);
});

test('what a colleague says of the session anywhere in the debrief waits for one’s own log, and not only for one’s note', () => {
	const { context, db, sessionId, write, read, agree, log, sam, kim, lead } = given();
	write(sam, 'We dropped the log of thoughts');
	write(kim, '-');
	agree(sam, { ownerId: sam.staffId, words: 'Do the log of thoughts next time' });
	agree(sam, { ownerId: kim.staffId, words: 'Ring the caretaker' });
	askForSupervision(context, sam, { sessionId, words: 'We ran out of time' });
	const told = (who: StaffActor) => [
		...read(who).map(({ note }) => note),
		...listAgreedActions(db, who, sessionId).map(({ words, mayOpen }) => [words, mayOpen]),
		...readSupervision(db, who, sessionId).entries.map(({ words }) => words),
		listOpenTasks(db, who, { own: false }).filter(({ kind }) => kind === 'debrief-action').length,
	];
	// Her own note, and what she is to do herself.
	expect(told(kim)).toEqual([null, '-', [null, false], ['Ring the caretaker', true], null, 1]);
	// He has not logged it either, and reads what he wrote.
	const his = [['Do the log of thoughts next time', true], ['Ring the caretaker', true], 'We ran out of time', 2];
	expect(told(sam)).toEqual(['We dropped the log of thoughts', null, ...his]);
	const all = ['We dropped the log of thoughts', '-', ...his];
	expect(told(lead)).toEqual(all);
	log(kim);
	expect(told(kim)).toEqual(all);
	// A double tap of what he wrote for her is known, whether he has logged it or not.
	expect(agree(sam, { ownerId: kim.staffId, words: 'Ring the caretaker' })).toMatchObject({ value: { isNew: false } });
});

test('nobody but the team and a lead writes anything of a debrief, and nothing before the session starts', () => {
	const { context, sessionId, write, agree, coordinator, reader, support, stranger, lead } = given();
	for (const who of [coordinator, reader, support, stranger]) {
		expect(write(who, 'x')).toMatchObject({ code: 'not-found' });
		expect(agree(who)).toMatchObject({ code: 'not-found' });
		expect(askForSupervision(context, who, { sessionId, words: null })).toMatchObject({ code: 'not-found' });
		expect(takeBackSupervision(context, who, { sessionId, words: null })).toMatchObject({ code: 'not-found' });
	}
	expect(write(lead, 'Looked in at the end')).toMatchObject({ done: true });
	const early = given('2026-01-13T18:00:00Z');
	expect(early.write(early.sam, 'x')).toMatchObject({ code: 'session-not-started' });
	expect(early.agree(early.sam)).toMatchObject({ code: 'session-not-started' });
	expect(askForSupervision(early.context, early.sam, { sessionId: early.sessionId, words: null })).toMatchObject({
		code: 'session-not-started',
	});
});

test('an action is a task of its owner, who is told; a double tap opens no second one', () => {
	const { context, db, sessionId, agree, sam, kim, coordinator } = given();
	expect(agree(sam)).toMatchObject({ value: { isNew: true } });
	expect(agree(sam)).toMatchObject({ value: { isNew: false } });
	const [task, ...more] = listOpenTasks(db, kim, { own: true });
	expect(more).toEqual([]);
	expect(task).toMatchObject({
		kind: 'debrief-action',
		words: 'Book a quieter room',
		dueOn: '2026-01-20',
		owner: 'Kim',
	});
	expect(listNotices(db, kim).map(({ kind }) => kind)).toEqual(['task-given']);
	settleTask(context, kim, { id: task!.id, version: task!.version, outcome: 'done', note: null });
	expect(listAgreedActions(db, coordinator, sessionId)).toMatchObject([
		{ state: 'done', outcome: 'done', mayOpen: true },
	]);
	expect(agree(sam)).toMatchObject({ value: { isNew: true } });
});

test('an action goes to the team, a coordinator of the area and side, or a lead, and to nobody else', () => {
	const { db, cohort, agree, sam, stranger, support } = given();
	expect(
		listActionOwners(db, cohort.cohortId)
			.map(({ name }) => name)
			.toSorted(),
	).toEqual(['Jo', 'Kim', 'Max', 'Sam']);
	for (const { staffId: ownerId } of [stranger, support])
		expect(agree(sam, { ownerId })).toMatchObject({ code: 'owner-missing' });
	expect(agree(sam, { dueOn: calendarDay('2026-01-12') })).toMatchObject({ code: 'due-before-today' });
});

test('asking for supervision opens one task on the leads’ desk; taking it back closes it, asking anew opens the same one', () => {
	const { context, db, sessionId, log, sam, kim, lead } = given();
	log(sam);
	const asking = { sessionId, words: 'We disagreed in front of the group' };
	expect(askForSupervision(context, sam, asking)).toMatchObject({ done: true });
	expect(askForSupervision(context, kim, asking)).toMatchObject({ code: 'asked-already' });
	const [task, ...more] = listOpenTasks(db, lead, { own: true });
	expect([task?.kind, task?.words, more.length]).toEqual(['supervision', 'We disagreed in front of the group', 0]);
	expect(listOpenTasks(db, sam, { own: false })).toEqual([]);
	expect(takeBackSupervision(context, kim, { sessionId, words: 'Sorted out' })).toMatchObject({ done: true });
	expect(takeBackSupervision(context, kim, { sessionId, words: null })).toMatchObject({ code: 'none-asked' });
	expect(listOpenTasks(db, lead, { own: true })).toEqual([]);
	askForSupervision(context, sam, { sessionId, words: 'It came up again' });
	expect(listOpenTasks(db, lead, { own: true })).toMatchObject([{ id: task!.id, words: 'It came up again' }]);
	expect(readSupervision(db, sam, sessionId)).toMatchObject({
		state: 'asked',
		entries: [
			{ event: 'asked', by: 'Sam' },
			{ event: 'taken-back', by: 'Kim', words: 'Sorted out' },
			{ event: 'asked', by: 'Sam', words: 'It came up again' },
		],
	});
	expect(listTaskEntries(db, task!.id).map(({ event }) => event)).toEqual(['opened', 'closed', 'reopened']);
});

test('once a lead has said what came of it, it is neither asked for nor taken back', () => {
	const { context, db, sessionId, sam, lead } = given();
	askForSupervision(context, sam, { sessionId, words: null });
	const { id, version } = listOpenTasks(db, lead, { own: true })[0]!;
	settleTask(context, lead, { id, version, outcome: 'done', note: null });
	expect(readSupervision(db, sam, sessionId).state).toBe('held');
	expect(askForSupervision(context, sam, { sessionId, words: null })).toMatchObject({ code: 'held-already' });
	expect(takeBackSupervision(context, sam, { sessionId, words: null })).toMatchObject({ code: 'held-already' });
});

test('the audit trail holds who did what to which session, and nothing of what they wrote', () => {
	const { context, db, sessionId, write, agree, sam } = given();
	write(sam, 'A calm evening');
	agree(sam);
	askForSupervision(context, sam, { sessionId, words: 'Calm words' });
	takeBackSupervision(context, sam, { sessionId, words: null });
	const entries = db.select().from(schema.auditEntries).all();
	expect(entries.map(({ action, recordKind, recordId }) => [action, recordKind, recordId])).toEqual(
		['debrief-recorded', 'debrief-action-agreed', 'supervision-asked', 'supervision-taken-back'].map((action) => [
			...[action, 'session', sessionId],
		]),
	);
	expect(JSON.stringify(entries)).not.toMatch(/calm|quieter/i);
});
