import { expect, test } from 'vitest';
import { CLOCK, type StaffActor } from '#app/domain/access/actor.ts';
import { NOTICE_SENTENCES } from '#app/domain/notices/staff-notice.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { describeConcerns } from '#app/use-cases/concerns/describe-concerns.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { tellOfOverdueTasks } from '#app/use-cases/tasks/tell-of-overdue-tasks.ts';
import { findConcernOfTask, listConcerns } from '#db/queries/attendance/concerns.ts';
import { listNotices } from '#db/queries/notices/notices.ts';
import { listOpenTasks } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function givenEvening(now = '2026-01-13T19:00:00Z') {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const [sam, marek] = [givenStaff(context), givenStaff(context, { name: 'Marek Novak' })];
	const lead = givenStaff(context, { name: 'Lena Ford', roles: ['lead'] });
	const cohort = givenCohort(context, { ...places, team: [sam, marek] });
	const members = [givenMember(context, cohort), givenMember(context, cohort)];
	const [alex, ben] = members.map(({ enrolmentId }) => enrolmentId) as [EnrolmentId, EnrolmentId];
	return { context, places, sam, marek, lead, cohort, members, alex, ben, sessionId: cohort.sessionIds[0]! };
}
type Evening = ReturnType<typeof givenEvening>;

const tick = ({ context, sessionId }: Evening, as: StaffActor, concerns: readonly EnrolmentId[]) =>
	recordRegister(context, as, { sessionId, choices: [], restAttended: false, correctionReason: null, concerns });

const ownOf = ({ context, sessionId }: Evening, who: StaffActor) =>
	listConcerns(context.db, who, sessionId).filter(({ raisedBy }) => raisedBy === who.staffId);

function say(evening: Evening, as: StaffActor, words: string | null, more: { tell?: boolean; opened?: number } = {}) {
	const concern = ownOf(evening, as)[0]!;
	const { tell = null, opened = concern.history.length } = more;
	const sayings = [{ id: concern.id, opened, words, tellReferrer: tell }];
	return describeConcerns(evening.context, as, { sessionId: evening.sessionId, sayings });
}

const leadsTasks = ({ context, lead }: Evening) =>
	listOpenTasks(context.db, lead, { own: true }).filter(({ kind }) => kind === 'concern');
const countOf = ({ context: { db } }: Evening, table: typeof schema.concerns | typeof schema.concernEntries) =>
	db.select().from(table).all().length;

test('a tick opens a task of the leads’ at once, with the person and the session, in the same audited save', () => {
	const evening = givenEvening();
	expect(tick(evening, evening.sam, [evening.alex])).toMatchObject({ done: true, value: { raised: [evening.alex] } });
	expect(leadsTasks(evening)).toMatchObject([
		{ desk: 'lead', enrolmentId: evening.alex, sessionId: evening.sessionId, ownerId: null, words: null },
	]);
	const entries = evening.context.db.select().from(schema.auditEntries).all();
	expect(entries.map(({ action, details }) => [action, JSON.parse(details)])).toEqual([
		['register-recorded', { marks: 0, conflicts: 0, concerns: 1 }],
	]);
});

test('every active lead is told of a concern once, and nobody else; what is done waits for nobody', () => {
	const evening = givenEvening();
	const { context, sam, marek, lead, alex } = evening;
	const other = givenStaff(context, { name: 'Ola Berg', roles: ['lead'] });
	tick(evening, sam, [alex, alex]);
	tick(evening, sam, [alex]);
	const { id, version } = leadsTasks(evening)[0]!;
	for (const who of [lead, other]) {
		expect(listNotices(context.db, who)).toMatchObject([{ kind: 'task-given', aboutId: id, readAt: null }]);
	}
	expect([sam, marek].flatMap((who) => listNotices(context.db, who))).toEqual([]);
	expect(NOTICE_SENTENCES['task-given']).not.toMatch(/concern|session|person/);
	settleTask(context, other, { id, version, outcome: 'done', note: 'Spoke to him' });
	expect(listNotices(context.db, lead)).toMatchObject([{ readAt: context.clock.now() }]);
});

test('a concern that nobody took is told to the leads when it is overdue, once', () => {
	const evening = givenEvening();
	tick(evening, evening.sam, [evening.alex]);
	evening.context.setNow('2026-01-16T09:00:00Z');
	tellOfOverdueTasks(evening.context, CLOCK);
	tellOfOverdueTasks(evening.context, CLOCK);
	const kinds = listNotices(evening.context.db, evening.lead).map(({ kind }) => kind);
	expect(kinds.toSorted()).toEqual(['task-given', 'task-overdue']);
});

test('a double tap and the page sent again open nothing twice; a colleague’s own tick is one of its own', () => {
	const evening = givenEvening();
	tick(evening, evening.sam, [evening.alex, evening.alex]);
	expect(tick(evening, evening.sam, [evening.alex])).toMatchObject({ value: { raised: [] } });
	expect(leadsTasks(evening)).toHaveLength(1);
	tick(evening, evening.marek, [evening.alex, evening.ben]);
	expect(leadsTasks(evening)).toHaveLength(3);
	expect(countOf(evening, schema.concerns)).toBe(3);
});

test('marks at fault keep the tick back too: the register is saved whole or not at all', () => {
	const evening = givenEvening();
	const entry = { mark: 'late', minutes: 900, reason: 'travel', note: null } as const;
	const choices = [{ enrolmentId: evening.ben, openedVersion: 1, entry }];
	const input = { sessionId: evening.sessionId, choices, restAttended: false, correctionReason: null };
	const outcome = recordRegister(evening.context, evening.sam, { ...input, concerns: [evening.alex] });
	expect(outcome).toMatchObject({ done: false, code: 'marks-at-fault' });
	expect(countOf(evening, schema.concerns)).toBe(0);
	expect(leadsTasks(evening)).toEqual([]);
});

test.each([
	['before the session', '2026-01-12T10:00:00Z', (evening: Evening) => evening.sam],
	[
		'by a coordinator, who was not there',
		'2026-01-13T19:00:00Z',
		({ context, places }: Evening) =>
			givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId], sides: ['perpetrator'] }),
	],
])('none can be raised %s', (_, now, who) => {
	const evening = givenEvening(now);
	expect(tick(evening, who(evening), [evening.alex])).toMatchObject({ done: false, code: 'concern-not-taken' });
	expect(countOf(evening, schema.concerns)).toBe(0);
});

test('a concern can be raised long after the marks are fixed', () => {
	const evening = givenEvening('2026-02-10T10:00:00Z');
	expect(tick(evening, evening.sam, [evening.alex])).toMatchObject({ done: true, value: { raised: [evening.alex] } });
});

test('what is said is added with author and time, and never overwritten', () => {
	const evening = givenEvening();
	tick(evening, evening.sam, [evening.alex]);
	say(evening, evening.sam, 'He was shaking', { tell: true });
	evening.context.setNow('2026-01-14T09:00:00Z');
	say(evening, evening.sam, 'He rang to say he is better');
	expect(ownOf(evening, evening.sam)[0]!.history).toMatchObject([
		{ words: 'He was shaking', tellReferrer: true, by: 'Sam Okafor', at: '2026-01-13T19:00:00Z' },
		{ words: 'He rang to say he is better', tellReferrer: null, at: '2026-01-14T09:00:00Z' },
	]);
});

test('the same words sent again from the same page are kept once, and a second window loses nothing', () => {
	const evening = givenEvening();
	tick(evening, evening.sam, [evening.alex]);
	expect(say(evening, evening.sam, 'Shaking', { opened: 0 })).toEqual({ done: true, value: 1 });
	expect(say(evening, evening.sam, 'Shaking', { opened: 0 })).toEqual({ done: true, value: 0 });
	expect(say(evening, evening.sam, 'From the other window', { opened: 0 })).toEqual({ done: true, value: 1 });
	expect(ownOf(evening, evening.sam)[0]!.history.map(({ words }) => words)).toEqual([
		'Shaking',
		'From the other window',
	]);
});

test('words that are added after a lead dealt with it open another task; before that they do not', () => {
	const evening = givenEvening();
	tick(evening, evening.sam, [evening.alex]);
	const [task] = leadsTasks(evening);
	say(evening, evening.sam, 'Shaking');
	expect(leadsTasks(evening)).toHaveLength(1);
	const settled = { id: task!.id, version: task!.version, outcome: 'done', note: 'Spoke with Sam' } as const;
	expect(settleTask(evening.context, evening.lead, settled)).toMatchObject({ done: true });
	expect(leadsTasks(evening)).toEqual([]);
	say(evening, evening.sam, 'It happened again', { tell: true });
	const [again] = leadsTasks(evening);
	expect(again!.id).not.toBe(task!.id);
	expect(findConcernOfTask(evening.context.db, evening.lead, again!.id)).toMatchObject({
		isDescribed: true,
		tellReferrer: true,
	});
});

test('nobody adds to a colleague’s concern, and only the team of the session and leads read one', () => {
	const evening = givenEvening();
	const { context, places, sessionId, marek, sam, lead } = evening;
	tick(evening, sam, [evening.alex]);
	say(evening, sam, 'Shaking');
	const { id } = ownOf(evening, sam)[0]!;
	const sayings = [{ id, opened: 1, words: 'Me too', tellReferrer: null }];
	expect(describeConcerns(context, marek, { sessionId, sayings })).toMatchObject({ code: 'not-found' });
	const readers = { marek, lead };
	for (const who of Object.values(readers)) {
		expect(listConcerns(context.db, who, sessionId)[0]!.history[0]!.words).toBe('Shaking');
	}
	const area = { areaIds: [places.areaId], sides: ['perpetrator' as const] };
	const others = [
		givenStaff(context, { roles: ['coordinator'], ...area }),
		givenStaff(context, { roles: ['read-only'], ...area }),
		givenStaff(context, { roles: ['partner-support'], areaIds: [places.areaId], sides: ['survivor'] }),
		givenStaff(context, { roles: ['observer'] }),
		givenStaff(context),
	];
	for (const who of others) {
		expect(listConcerns(context.db, who, sessionId)).toEqual([]);
		expect(describeConcerns(context, who, { sessionId, sayings })).toMatchObject({ code: 'not-found' });
	}
});

test('of somebody whose name is restricted a colleague reads that there is a concern, and none of its words', () => {
	const evening = givenEvening();
	const { context, sam, marek, sessionId, members } = evening;
	tick(evening, sam, [evening.alex]);
	say(evening, sam, 'Alex was shaking');
	const { personId } = members[0]!;
	context.db
		.insert(schema.restrictedPeople)
		.values({ personId, setBy: evening.lead.staffId, setAt: context.clock.now() })
		.run();
	expect(listConcerns(context.db, marek, sessionId)).toMatchObject([{ history: [{ words: null, hasWords: true }] }]);
	// Whoever wrote it reads it, so that a second tap is known as one.
	expect(say(evening, sam, 'Alex was shaking', { opened: 0 })).toEqual({ done: true, value: 0 });
});
