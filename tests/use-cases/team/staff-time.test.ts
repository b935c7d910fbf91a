import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { addLeave, removeLeave, setHours } from '#app/use-cases/team/keep-staff-time.ts';
import { findFacilitator, listHours, listLeave } from '#db/queries/team/staff-time.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenLeave, givenTeams } from './given.ts';

const MORNING = { weekday: 'monday', fromTime: clockTime('09:00'), toTime: clockTime('12:00') } as const;
const AFTERNOON = { ...MORNING, fromTime: clockTime('13:00'), toTime: clockTime('17:00') };
const AUGUST = { fromDay: calendarDay('2026-08-03'), toDay: calendarDay('2026-08-14') };

test('a facilitator keeps their own hours and leave; a lead and an administrator anybody’s; who arranges cohorts nobody’s', () => {
	const { context, kim, max, lead, hisCoordinator, worker } = givenTeams();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const { staffId } = kim;
	for (const who of [max, hisCoordinator, worker]) {
		expect(setHours(context, who, { staffId, hours: [MORNING] })).toMatchObject({ code: 'not-found' });
		expect(addLeave(context, who, { staffId, ...AUGUST })).toMatchObject({ code: 'not-found' });
		expect(findFacilitator(context.db, who, staffId, 'staff-time')).toBeNull();
	}
	for (const who of [kim, lead, administrator]) {
		expect(setHours(context, who, { staffId, hours: [MORNING, AFTERNOON] })).toMatchObject({ done: true });
		expect(findFacilitator(context.db, who, staffId, 'staff-time')).toMatchObject({ name: 'Kim Diaz' });
	}
	expect(listHours(context.db, [staffId])).toMatchObject([MORNING, AFTERNOON]);
	setHours(context, kim, { staffId, hours: [] });
	expect(listHours(context.db, [staffId])).toEqual([]);
});

test('hours that overlap or end before they start, and leave that is over, are refused and change nothing', () => {
	const { context, kim } = givenTeams();
	const { staffId } = kim;
	setHours(context, kim, { staffId, hours: [MORNING] });
	const overlapping = [MORNING, { ...AFTERNOON, fromTime: clockTime('11:00') }];
	expect(setHours(context, kim, { staffId, hours: overlapping })).toMatchObject({ code: 'hours-overlap' });
	const backwards = [{ ...MORNING, toTime: clockTime('08:00') }];
	expect(setHours(context, kim, { staffId, hours: backwards })).toMatchObject({ code: 'hours-end-before-start' });
	expect(listHours(context.db, [staffId])).toMatchObject([MORNING]);
	const past = { fromDay: calendarDay('2026-02-02'), toDay: calendarDay('2026-03-09') };
	expect(addLeave(context, kim, { staffId, ...past })).toMatchObject({ code: 'leave-is-over' });
	expect(addLeave(context, kim, { staffId, ...past, toDay: calendarDay('2026-03-10') })).toMatchObject({ done: true });
	expect(addLeave(context, kim, { staffId, ...past, toDay: calendarDay('2026-03-11') })).toMatchObject({
		code: 'leave-overlaps',
	});
});

test('leave is taken back by who may keep it, and only where it is', () => {
	const { context, kim, max, hisCoordinator } = givenTeams();
	givenLeave(context, kim, '2026-08-03', '2026-08-14');
	const [leave] = listLeave(context.db, [kim.staffId], calendarDay('2026-03-10'));
	const leaveId = leave!.id;
	expect(removeLeave(context, hisCoordinator, { staffId: kim.staffId, leaveId })).toMatchObject({ code: 'not-found' });
	expect(removeLeave(context, max, { staffId: max.staffId, leaveId })).toMatchObject({ code: 'not-found' });
	expect(removeLeave(context, kim, { staffId: kim.staffId, leaveId })).toMatchObject({ done: true });
	expect(listLeave(context.db, [kim.staffId], calendarDay('2026-03-10'))).toEqual([]);
});
