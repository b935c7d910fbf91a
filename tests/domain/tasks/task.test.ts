import { expect, test } from 'vitest';
import { ROLES } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { type AreaId, asId, type StaffId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { mayHold, ownDesks } from '#app/domain/tasks/desks.ts';
import { checkGiven, checkSettled, dueDayOf, isTaskOverdue } from '#app/domain/tasks/task.ts';
import { TASK_DESKS, TASK_KINDS, TASK_MEANINGS } from '#app/domain/tasks/task-kinds.ts';
import { actorWith } from '../access/given.ts';

test('no kind of task says anything of the other side, of a partner’s name, of abuse or of a programme', () => {
	for (const { title } of Object.values(TASK_MEANINGS)) {
		expect(title).not.toMatch(/victim|survivor|perpetrator|mother|wife|ex-|abus|violen|caring dads|child/i);
	}
});

test('every kind takes an outcome, and needs words for none but its own', () => {
	for (const kind of TASK_KINDS) {
		const { outcomes, needsNote } = TASK_MEANINGS[kind];
		expect(outcomes.length).toBeGreaterThan(0);
		expect(needsNote.filter((one) => !outcomes.includes(one))).toEqual([]);
	}
});

test('a task is due so many days after the day on which it is opened, in the evening and across the change of the clocks', () => {
	expect(dueDayOf('absence-call', instant('2026-03-10T21:00:00Z'))).toBe('2026-03-12');
	expect(dueDayOf('absence-call', instant('2026-03-28T23:30:00Z'))).toBe('2026-03-30');
	expect(dueDayOf('absence-call', instant('2026-06-10T23:30:00Z'), 1)).toBe('2026-06-12');
});

test('it is overdue the day after its last one, while it is open', () => {
	const task = { state: 'open', dueOn: calendarDay('2026-03-12') } as const;
	expect(isTaskOverdue(task, calendarDay('2026-03-12'))).toBe(false);
	expect(isTaskOverdue(task, calendarDay('2026-03-13'))).toBe(true);
	expect(isTaskOverdue({ ...task, state: 'done' }, calendarDay('2026-03-13'))).toBe(false);
});

test('what came of a task: an outcome of its kind, with words where it needs them, and only while it is open', () => {
	const decision = { kind: 'absence-decision', state: 'open' } as const;
	expect(checkSettled(decision, { outcome: 'goes-on', note: ' He rang ' })).toMatchObject({
		value: { outcome: 'goes-on', note: 'He rang' },
	});
	expect(checkSettled(decision, { outcome: 'goes-on', note: ' ' })).toMatchObject({ code: 'note-missing' });
	expect(checkSettled(decision, { outcome: 'told', note: 'x' })).toMatchObject({ code: 'outcome-missing' });
	expect(checkSettled(decision, { outcome: null, note: 'x' })).toMatchObject({ code: 'outcome-missing' });
	expect(checkSettled({ ...decision, state: 'closed' }, { outcome: 'goes-on', note: 'x' })).toMatchObject({
		code: 'not-open',
	});
});

test('a task goes to somebody who may hold it, or back to its desk, once', () => {
	const [sam, kim] = [asId<StaffId>('sam'), asId<StaffId>('kim')];
	const task = { state: 'open', ownerId: sam } as const;
	expect(checkGiven(task, kim, [sam, kim])).toMatchObject({ value: kim });
	expect(checkGiven(task, null, [sam, kim])).toMatchObject({ value: null });
	expect(checkGiven(task, sam, [sam, kim])).toMatchObject({ code: 'has-it-already' });
	expect(checkGiven(task, asId<StaffId>('max'), [sam, kim])).toMatchObject({ code: 'owner-missing' });
	expect(checkGiven({ ...task, state: 'done' }, kim, [kim])).toMatchObject({ code: 'not-open' });
});

test('a partner-support worker holds what lies with partner support in their area whatever the side, and nobody of his side does', () => {
	const north = asId<AreaId>('north');
	const his = { areaId: north, side: 'perpetrator', teamStaffIds: [asId<StaffId>('sam')] } as const;
	const staff = ROLES.map((role) =>
		actorWith({
			roles: [role],
			staffId: asId<StaffId>(role === 'facilitator' ? 'sam' : role),
			areaIds: [north],
			sides: [role === 'partner-support' ? 'survivor' : 'perpetrator'],
		}),
	);
	const holders = TASK_DESKS.map((desk) => [desk, mayHold(staff, desk, his).flatMap(({ roles }) => roles)]);
	expect(holders).toEqual([
		['team', ['facilitator', 'coordinator', 'lead']],
		['coordinator', ['coordinator', 'lead']],
		['lead', ['lead']],
		['partner-support', ['lead', 'partner-support']],
	]);
	expect(ownDesks({ roles: ['lead', 'facilitator', 'observer'] })).toEqual(['team', 'lead']);
});
