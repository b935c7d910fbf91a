import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { giveTask, listHolders } from '#app/use-cases/tasks/give-task.ts';
import { closeTaskOfCause, openTask } from '#app/use-cases/tasks/open-task.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { listNotices } from '#db/queries/notices/notices.ts';
import { findTask, listOpenTasks, listSettledTasks, listTaskEntries } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function given() {
	const context = testContext({ now: '2026-03-10T12:00:00Z' });
	const place = givenPlaces(context);
	const area = { areaIds: [place.areaId] };
	const staff = {
		sam: givenStaff(context, { name: 'Sam' }),
		kim: givenStaff(context, { name: 'Kim' }),
		other: givenStaff(context, { name: 'Other' }),
		coordinator: givenStaff(context, { name: 'Jo', roles: ['coordinator'], ...area }),
		hers: givenStaff(context, { name: 'Noor', roles: ['coordinator'], ...area, sides: ['survivor'] }),
		lead: givenStaff(context, { name: 'Max', roles: ['lead'] }),
		support: givenStaff(context, { name: 'Rae', roles: ['partner-support'], ...area, sides: ['survivor'] }),
	};
	const cohort = givenCohort(context, { ...place, team: [staff.sam, staff.kim] });
	const member = givenMember(context, cohort, { familyName: 'Marlow' });
	const about = { cohortId: cohort.cohortId, enrolmentId: member.enrolmentId, sessionId: cohort.sessionIds[0]! };
	const open = (kind: 'absence-call' | 'absence-review' | 'absence-decision' | 'exit-partner', cause: string = kind) =>
		openTask(context, context.db, OPERATOR, { kind, cause, about });
	return { context, ...context, ...staff, cohort, member, about, open };
}

const titles = (tasks: readonly { kind: string }[]) => tasks.map(({ kind }) => kind).toSorted();

test('one task for each cause, however often it is opened', () => {
	const { db, sam, open } = given();
	const id = open('absence-call');
	expect(open('absence-call')).toBe(id);
	expect(listOpenTasks(db, sam, { own: true })).toHaveLength(1);
	expect(listTaskEntries(db, id).map(({ event }) => event)).toEqual(['opened']);
	expect(findTask(db, sam, id, 'read')).toMatchObject({ dueOn: '2026-03-12', state: 'open', person: 'Alex Marlow' });
});

test('what is closed because its cause is gone opens again with its cause; what was done stays done', () => {
	const { context, db, sam, open } = given();
	const id = open('absence-call');
	expect(closeTaskOfCause(context, db, sam, 'absence-call', 'corrected')).toBe(id);
	expect(closeTaskOfCause(context, db, sam, 'absence-call', 'corrected')).toBeNull();
	expect(listOpenTasks(db, sam, { own: true })).toEqual([]);
	context.setNow('2026-03-11T12:00:00Z');
	expect(open('absence-call')).toBe(id);
	const { version, dueOn } = findTask(db, sam, id, 'read')!;
	expect(dueOn).toBe('2026-03-13');
	settleTask(context, sam, { id, version, outcome: 'reached', note: null });
	open('absence-call');
	expect(closeTaskOfCause(context, db, sam, 'absence-call', 'corrected')).toBeNull();
	expect(findTask(db, sam, id, 'read')).toMatchObject({ state: 'done', outcome: 'reached' });
	expect(listTaskEntries(db, id).map(({ event, by }) => [event, by])).toEqual([
		...[['opened', null] as const, ['closed', 'Sam'] as const, ['reopened', null] as const, ['done', 'Sam'] as const],
	]);
	expect(listSettledTasks(db, sam)).toHaveLength(1);
});

test('what opens again has the words and the owner that it is asked with now, and who had it is told anew or no more', () => {
	const { context, db, about, kim, lead } = given();
	const supervise = (words: string | null, ownerId: typeof lead.staffId | null = null) =>
		openTask(context, db, kim, { kind: 'supervision', cause: 'one', about, words, ownerId });
	const id = supervise('Written in anger', lead.staffId);
	closeTaskOfCause(context, db, kim, 'one', 'flag-taken-back');
	expect(listNotices(db, lead)).toMatchObject([{ readAt: '2026-03-10T12:00:00Z' }]);
	expect(supervise(null)).toBe(id);
	expect(findTask(db, lead, id, 'read')).toMatchObject({ words: null, ownerId: null, state: 'open' });
	expect(listNotices(db, lead)).toMatchObject([{ kind: 'task-given', aboutId: id, readAt: null }]);
});

test('each desk is seen by those of its side only, and partner support by none of his side', () => {
	const { db, open, ...staff } = given();
	for (const kind of ['absence-call', 'absence-review', 'absence-decision', 'exit-partner'] as const) open(kind);
	const seen = (who: typeof staff.sam) => titles(listOpenTasks(db, who, { own: false }));
	const own = (who: typeof staff.sam) => titles(listOpenTasks(db, who, { own: true }));
	expect(seen(staff.sam)).toEqual(['absence-call']);
	expect(seen(staff.other)).toEqual([]);
	expect(seen(staff.hers)).toEqual([]);
	expect(seen(staff.coordinator)).toEqual(['absence-call', 'absence-review']);
	expect(own(staff.coordinator)).toEqual(['absence-review']);
	expect(seen(staff.lead)).toEqual(['absence-call', 'absence-decision', 'absence-review', 'exit-partner']);
	expect(own(staff.lead)).toEqual(['absence-decision']);
	expect(seen(staff.support)).toEqual(['exit-partner']);
});

test('partner support has a task about every man, by his reference while no family of theirs says who he is', () => {
	const { db, open, support, lead, member } = given();
	open('exit-partner');
	const [task] = listOpenTasks(db, support, { own: true });
	expect(task).toMatchObject({
		person: `REF-${member.personId}`,
		cohort: null,
		sessionId: null,
		day: null,
		readsPerson: false,
	});
	expect(listOpenTasks(db, lead, { own: false })[0]).toMatchObject({ person: 'Alex Marlow', cohort: 'Tuesday group' });
});

test('a task is given to who may hold it, who is told, and from then on it is theirs alone', () => {
	const { context, db, open, sam, kim, other, coordinator, lead } = given();
	const id = open('absence-call');
	expect(listHolders(db, findTask(db, sam, id, 'read')!).map(({ name }) => name)).toEqual(['Jo', 'Kim', 'Max', 'Sam']);
	expect(giveTask(context, sam, { id, version: 1, to: other.staffId, words: null })).toMatchObject({
		code: 'owner-missing',
	});
	expect(giveTask(context, other, { id, version: 1, to: other.staffId, words: null })).toMatchObject({
		code: 'not-found',
	});
	expect(giveTask(context, sam, { id, version: 1, to: kim.staffId, words: 'You know him' })).toMatchObject({
		done: true,
	});
	expect(giveTask(context, sam, { id, version: 1, to: lead.staffId, words: null })).toMatchObject({
		code: 'changed-meanwhile',
	});
	expect(listOpenTasks(db, sam, { own: true })).toEqual([]);
	expect(titles(listOpenTasks(db, kim, { own: true }))).toEqual(['absence-call']);
	expect(listNotices(db, kim)).toMatchObject([{ kind: 'task-given', aboutId: id, readAt: null }]);
	expect(listNotices(db, coordinator)).toEqual([]);
	settleTask(context, kim, { id, version: 2, outcome: 'reached', note: null });
	expect(listNotices(db, kim)).toMatchObject([{ readAt: '2026-03-10T12:00:00Z' }]);
	expect(giveTask(context, kim, { id, version: 3, to: sam.staffId, words: null })).toMatchObject({ code: 'not-open' });
});

test('nobody settles a task twice, nor one that is not theirs to see', () => {
	const { context, db, open, sam, coordinator } = given();
	const id = open('absence-review');
	const settled = { id, version: 1, outcome: 'agreed', note: 'Another night' } as const;
	expect(settleTask(context, sam, settled)).toMatchObject({ code: 'not-found' });
	expect(settleTask(context, coordinator, { ...settled, note: null })).toMatchObject({ code: 'note-missing' });
	expect(settleTask(context, coordinator, settled)).toMatchObject({ done: true });
	expect(settleTask(context, coordinator, settled)).toMatchObject({ code: 'changed-meanwhile' });
	expect(settleTask(context, coordinator, { ...settled, version: 2 })).toMatchObject({ code: 'not-open' });
	expect(findTask(db, coordinator, id, 'read')).toMatchObject({ state: 'done', note: 'Another night' });
});

test('a partner-support worker who also works with his group neither sees, nor can be given, what is done for her', () => {
	const { context, db, support, about } = given();
	const both = givenStaff(context, {
		name: 'Bo',
		roles: ['facilitator', 'partner-support'],
		areaIds: support.areaIds,
		sides: ['survivor', 'perpetrator'],
	});
	const id = openTask(context, db, OPERATOR, { kind: 'exit-partner', cause: 'exit', about });
	expect(findTask(db, both, id, 'read')).not.toBeNull();
	expect(listHolders(db, findTask(db, support, id, 'read')!).map(({ staffId }) => staffId)).toContain(both.staffId);
	db.insert(schema.teamMembers)
		.values({ cohortId: about.cohortId, staffId: both.staffId, duty: 'co-facilitator' })
		.run();
	expect(findTask(db, both, id, 'read')).toBeNull();
	expect(titles(listOpenTasks(db, both, { own: false }))).not.toContain('exit-partner');
	expect(listHolders(db, findTask(db, support, id, 'read')!).map(({ staffId }) => staffId)).not.toContain(both.staffId);
});
