import { expect, test } from 'vitest';
import { inDisplayOrder, type LayOutInput, layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { BankHoliday } from '#app/domain/scheduling/meeting-pattern.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { closure, groupPlans, laidOut, layOutInput, slot, starts } from './plans.ts';

const mayDay: BankHoliday = { date: calendarDay('2026-05-04'), title: 'Early May bank holiday' };

test('the first session is on the earliest start itself when that is the right weekday', () => {
	expect(starts(layOutInput())[0]).toBe('2026-01-13 18:30');
});

test('the first session waits for the weekday when the earliest start is another day', () => {
	expect(starts(layOutInput({ earliestStart: calendarDay('2026-01-14') }))[0]).toBe('2026-01-20 18:30');
});

test('two slots a week take turns in the order of their days, whichever comes first after the start', () => {
	const slots = [slot('tuesday', '18:30'), slot('thursday', '10:00')];
	expect(starts(layOutInput({ slots, earliestStart: calendarDay('2026-01-14') }))).toEqual([
		'2026-01-15 10:00',
		'2026-01-20 18:30',
		'2026-01-22 10:00',
	]);
});

test('two slots on one day are used in the order of their times', () => {
	const slots = [slot('tuesday', '14:00'), slot('tuesday', '10:00')];
	expect(starts(layOutInput({ slots }))).toEqual(['2026-01-13 10:00', '2026-01-13 14:00', '2026-01-20 10:00']);
});

test('a blocked slot lets the other slot of the week come first', () => {
	const slots = [slot('monday', '10:00'), slot('thursday', '10:00')];
	const input = layOutInput({ slots, earliestStart: calendarDay('2026-05-04'), bankHolidays: [mayDay] });
	expect(starts(input)).toEqual(['2026-05-07 10:00', '2026-05-11 10:00', '2026-05-14 10:00']);
});

test('a cohort that runs on bank holidays passes none over', () => {
	const input = layOutInput({
		slots: [slot('monday', '10:00')],
		earliestStart: calendarDay('2026-05-04'),
		bankHolidays: [mayDay],
		runsOnBankHoliday: true,
	});
	expect(starts(input)[0]).toBe('2026-05-04 10:00');
	expect(laidOut(input).skipped).toEqual([]);
});

test('a day that is blocked for several reasons is listed once with all of them', () => {
	const input = layOutInput({
		slots: [slot('monday', '10:00'), slot('monday', '14:00')],
		earliestStart: calendarDay('2026-05-04'),
		bankHolidays: [mayDay],
		closures: [
			closure('2026-05-01', '2026-05-04', 'Floor repair'),
			closure('2026-05-04', '2026-05-05', 'Floor repair'),
		],
		skippedWeeks: [closure('2026-05-04', '2026-05-10', 'Team away')],
	});
	expect(laidOut(input).skipped).toEqual([
		{
			date: '2026-05-04',
			reasons: [
				{ kind: 'bank-holiday', label: 'Early May bank holiday' },
				{ kind: 'closure', label: 'Floor repair' },
				{ kind: 'skipped-week', label: 'Team away' },
			],
		},
	]);
});

test('both ends of a closure are closed, and the days beside it are not', () => {
	const on = (from: string, to: string) => starts(layOutInput({ closures: [closure(from, to)] }))[0];
	expect(on('2026-01-13', '2026-01-13')).toBe('2026-01-20 18:30');
	expect(on('2026-01-10', '2026-01-13')).toBe('2026-01-20 18:30');
	expect(on('2026-01-10', '2026-01-12')).toBe('2026-01-13 18:30');
	expect(on('2026-01-14', '2026-01-19')).toBe('2026-01-13 18:30');
});

test('a closure after the last session is not listed as skipped', () => {
	expect(laidOut(layOutInput({ closures: [closure('2026-02-01', '2026-03-01')] })).skipped).toEqual([]);
});

test('a gap of one week leaves one meeting out, and the slots start again after it', () => {
	const plans = groupPlans(3, { 2: { gapBeforeWeeks: 1 } });
	expect(starts(layOutInput({ plans }))).toEqual(['2026-01-13 18:30', '2026-01-27 18:30', '2026-02-03 18:30']);
});

test('after a gap every slot starts again from the day after the gap', () => {
	const plans = groupPlans(4, { 2: { gapBeforeWeeks: 1 } });
	const slots = [slot('tuesday', '18:30'), slot('thursday', '10:00')];
	expect(starts(layOutInput({ plans, slots }))).toEqual([
		'2026-01-13 18:30',
		'2026-01-22 10:00',
		'2026-01-27 18:30',
		'2026-01-29 10:00',
	]);
});

test('a gap before the first session has nothing to be counted from', () => {
	expect(starts(layOutInput({ plans: groupPlans(1, { 1: { gapBeforeWeeks: 4 } }) }))).toEqual(['2026-01-13 18:30']);
});

test('an individual session is a placeholder that takes no slot and keeps its place in the plan', () => {
	const plans = groupPlans(4, { 2: { kind: 'individual' } });
	expect(starts(layOutInput({ plans }))).toEqual([
		'2026-01-13 18:30',
		'to be booked',
		'2026-01-20 18:30',
		'2026-01-27 18:30',
	]);
});

test('placeholders are shown first, and the others stay in plan order', () => {
	const { sessions } = laidOut(layOutInput({ plans: groupPlans(4, { 3: { kind: 'individual' } }) }));
	expect(inDisplayOrder(sessions).map(({ planNumber }) => planNumber)).toEqual([3, 1, 2, 4]);
});

test('a review meets in a slot like a group session', () => {
	const plans = groupPlans(2, { 2: { kind: 'review' } });
	expect(starts(layOutInput({ plans }))).toEqual(['2026-01-13 18:30', '2026-01-20 18:30']);
});

test('a programme of individual sessions alone needs no meeting pattern and has no last date', () => {
	const plans = groupPlans(2, { 1: { kind: 'individual' }, 2: { kind: 'individual' } });
	expect(laidOut(layOutInput({ plans, slots: [] }))).toEqual({
		sessions: [
			{ planNumber: 1, kind: 'individual', time: null },
			{ planNumber: 2, kind: 'individual', time: null },
		],
		firstDay: null,
		lastDay: null,
		skipped: [],
	});
});

test('a session lasts as long as its plan says, unless the cohort sets one length for all', () => {
	const plans = groupPlans(1, { 1: { minutes: 90 } });
	const ends = (changes: Partial<LayOutInput>) => laidOut(layOutInput({ plans, ...changes })).sessions[0]?.time?.endsAt;
	expect(ends({})).toBe('2026-01-13T20:00:00Z');
	expect(ends({ lengthMinutes: null })).toBe('2026-01-13T20:00:00Z');
	expect(ends({ lengthMinutes: 150 })).toBe('2026-01-13T21:00:00Z');
});

test('a session that runs through the autumn clock change lasts its elapsed minutes', () => {
	const input = layOutInput({ slots: [slot('sunday', '00:30')], earliestStart: calendarDay('2026-10-25') });
	expect(laidOut(input).sessions[0]?.time).toMatchObject({
		startsAt: '2026-10-24T23:30:00Z',
		endsAt: '2026-10-25T01:30:00Z',
	});
});

test('a start that happens twice in autumn is the earlier one', () => {
	const input = layOutInput({ slots: [slot('sunday', '01:30')], earliestStart: calendarDay('2026-10-25') });
	expect(laidOut(input).sessions[0]?.time?.startsAt).toBe('2026-10-25T00:30:00Z');
});

const refusals: [string, Partial<LayOutInput>, string, object][] = [
	['a programme without session plans cannot be laid out', { plans: [] }, 'no-plans', {}],
	['group sessions without a weekday cannot be laid out', { slots: [] }, 'no-slot', {}],
	[
		'the same weekday and time may not be given twice',
		{ slots: [slot('tuesday', '18:30'), slot('thursday', '10:00'), slot('tuesday', '18:30')] },
		'slot-twice',
		{ weekday: 'tuesday', startTime: '18:30' },
	],
	[
		'a session may not run into the next one of the same day',
		{ slots: [slot('tuesday', '11:59'), slot('tuesday', '10:00')] },
		'slots-overlap',
		{ first: slot('tuesday', '10:00'), second: slot('tuesday', '11:59'), lengthMinutes: 120 },
	],
	[
		'a session that ends after midnight may not run into the next morning’s',
		{ slots: [slot('tuesday', '00:30'), slot('monday', '23:00')] },
		'slots-overlap',
		{ first: slot('monday', '23:00'), second: slot('tuesday', '00:30') },
	],
	[
		'the end of the week is no exception',
		{ slots: [slot('monday', '00:30'), slot('sunday', '23:00')] },
		'slots-overlap',
		{ first: slot('sunday', '23:00'), second: slot('monday', '00:30') },
	],
	[
		'a start that the clocks jump over is refused with its day and time',
		{ slots: [slot('sunday', '01:30')], earliestStart: calendarDay('2026-03-22') },
		'start-in-clock-change-gap',
		{ planNumber: 2, day: '2026-03-29', time: '01:30' },
	],
	[
		'a closure may not end before it starts',
		{ closures: [closure('2026-02-20', '2026-02-16')] },
		'closure-ends-before-start',
		{ from: '2026-02-20', to: '2026-02-16', label: 'Half term' },
	],
	[
		'a skipped week may not end before it starts',
		{ skippedWeeks: [closure('2026-02-20', '2026-02-16')] },
		'closure-ends-before-start',
		{},
	],
	[
		'a closure without an end in sight is refused, not waited out',
		{ closures: [closure('2026-01-20', '2036-01-01', 'Rebuilding')] },
		'never-clear',
		{ planNumber: 2, from: '2026-01-13', labels: ['Rebuilding'] },
	],
	['a session of no minutes is refused', { lengthMinutes: 0 }, 'length-out-of-range', { minutes: 0 }],
	['a session of more than ten hours is refused', { lengthMinutes: 601 }, 'length-out-of-range', { minutes: 601 }],
	['a session of half a minute is refused', { lengthMinutes: 90.5 }, 'length-out-of-range', { minutes: 90.5 }],
];

for (const [name, changes, code, details] of refusals) {
	test(name, () => {
		const outcome = layOutSessions(layOutInput(changes));
		expect(outcome).toMatchObject({ done: false, code, details });
	});
}

test('sessions of one day that touch do not overlap', () => {
	const slots = [slot('tuesday', '10:00'), slot('tuesday', '12:00')];
	expect(layOutSessions(layOutInput({ slots })).done).toBe(true);
});

test('a clock change before the first session or on another day of the week refuses nothing', () => {
	const input = layOutInput({ slots: [slot('saturday', '01:30')], earliestStart: calendarDay('2026-03-28') });
	expect(layOutSessions(input).done).toBe(true);
});

test('a closure of almost three years is waited out', () => {
	const input = layOutInput({ closures: [closure('2026-01-14', '2029-01-01')] });
	expect(starts(input)).toEqual(['2026-01-13 18:30', '2029-01-02 18:30', '2029-01-09 18:30']);
});
