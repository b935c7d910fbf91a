import { expect, test } from 'vitest';
import { countHit, type DayOff, isOff, type MeetsWhere } from '#app/domain/scheduling/day-off.ts';
import { NATION_NAMES, NATIONS, parseNation } from '#app/domain/scheduling/meeting-pattern.ts';
import { sentenceForMoveOut } from '#app/domain/scheduling/move-out-refusals.ts';
import { faultOfSchoolHoliday } from '#app/domain/scheduling/school-holidays.ts';
import { daysOf, isDayOf, SIDES_WITH_DAYS } from '#app/domain/scheduling/venue-days.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import {
	type AreaId,
	asId,
	type BankHolidayId,
	type ClosureId,
	type SchoolHolidayId,
	type VenueId,
} from '#app/domain/shared/ids.ts';
import { refused } from '#app/domain/shared/outcome.ts';

const hub = asId<VenueId>('hub');
const north = asId<AreaId>('north');
const cohort: MeetsWhere = {
	areaId: north,
	nation: 'england-and-wales',
	venueId: hub,
	runsOnBankHoliday: false,
	skipsSchoolHolidays: true,
};
const days = { from: calendarDay('2027-02-15'), to: calendarDay('2027-02-19'), label: 'Away' };
const closure = (venueId: VenueId | null): DayOff => ({ ...days, kind: 'closure', id: asId<ClosureId>('c'), venueId });
const bank = (nation: (typeof NATIONS)[number]): DayOff => {
	return { ...days, kind: 'bank-holiday', id: asId<BankHolidayId>('b'), nation };
};
const school = (areaId: AreaId): DayOff => {
	return { ...days, kind: 'school-holiday', id: asId<SchoolHolidayId>('s'), areaId };
};

test('a closure of everywhere is everybody’s, one of a venue that of who meets there', () => {
	expect(isOff(cohort, closure(null))).toBe(true);
	expect(isOff(cohort, closure(hub))).toBe(true);
	expect(isOff(cohort, closure(asId<VenueId>('library')))).toBe(false);
	expect(isOff({ ...cohort, venueId: null }, closure(hub))).toBe(false);
	expect(isOff({ ...cohort, venueId: null }, closure(null))).toBe(true);
});

test('a bank holiday is that of the nation, unless the cohort runs on it', () => {
	expect(isOff(cohort, bank('england-and-wales'))).toBe(true);
	expect(isOff(cohort, bank('scotland'))).toBe(false);
	expect(isOff({ ...cohort, runsOnBankHoliday: true }, bank('england-and-wales'))).toBe(false);
});

test('a school holiday is that of the area, if the cohort leaves them out', () => {
	expect(isOff(cohort, school(north))).toBe(true);
	expect(isOff(cohort, school(asId<AreaId>('south')))).toBe(false);
	expect(isOff({ ...cohort, skipsSchoolHolidays: false }, school(north))).toBe(false);
});

test('both ends of the days off count, and only meetings of cohorts whose they are', () => {
	const on = (day: string, who = cohort) => ({ cohort: who, day: calendarDay(day) });
	const hit = (...meetings: ReturnType<typeof on>[]) => countHit(closure(hub), meetings);
	expect(hit(on('2027-02-14'), on('2027-02-15'), on('2027-02-17'), on('2027-02-19'), on('2027-02-20'))).toBe(3);
	expect(hit(on('2027-02-17', { ...cohort, venueId: null }))).toBe(0);
});

test('a school holiday ends no earlier than it starts, is no longer than eighty days, and is there once', () => {
	const { from } = days;
	expect(faultOfSchoolHoliday(days, [])).toBeNull();
	expect(faultOfSchoolHoliday({ ...days, to: from }, [])).toBeNull();
	const before = plusDays(from, -1);
	expect(faultOfSchoolHoliday({ ...days, to: before }, [])).toEqual(refused('ends-before-start', { from, to: before }));
	expect(faultOfSchoolHoliday({ ...days, to: plusDays(from, 79) }, [])).toBeNull();
	expect(faultOfSchoolHoliday({ ...days, to: plusDays(from, 80) }, [])).toEqual(
		refused('holiday-too-long', { most: 80 }),
	);
	const there = { ...days, label: 'Half term' };
	expect(faultOfSchoolHoliday(days, [there])).toEqual(refused('holiday-already-there', { label: 'Half term' }));
	expect(faultOfSchoolHoliday(days, [{ ...there, to: plusDays(days.to, 1) }])).toBeNull();
	expect(faultOfSchoolHoliday(days, [{ ...there, from: before }])).toBeNull();
});

test('each weekday of a venue belongs to one side or to none, and professionals meet on any', () => {
	const venue = { friday: 'survivor', monday: 'perpetrator', wednesday: 'perpetrator' } as const;
	expect(SIDES_WITH_DAYS).toEqual(['perpetrator', 'survivor']);
	expect(daysOf('perpetrator', venue)).toEqual(['monday', 'wednesday']);
	expect(daysOf('survivor', venue)).toEqual(['friday']);
	expect([isDayOf('perpetrator', 'monday', venue), isDayOf('survivor', 'monday', venue)]).toEqual([true, false]);
	expect(isDayOf('perpetrator', 'tuesday', venue)).toBe(false);
	expect(isDayOf('professional', 'tuesday', venue)).toBe(true);
});

test('the three nations are known by their codes, and nothing else is one', () => {
	expect(NATIONS.map(parseNation)).toEqual(['england-and-wales', 'scotland', 'northern-ireland']);
	expect(NATIONS.map((nation) => NATION_NAMES[nation])).toEqual(['England and Wales', 'Scotland', 'Northern Ireland']);
	expect(parseNation('wales')).toBeNull();
});

test('why sessions cannot move out of closed days is said with what to do', () => {
	expect(sentenceForMoveOut(refused('out-of-order', { planNumber: 4, other: 5 }))).toBe(
		'Session 4 would come after session 5, of which something is recorded already. Move session 4 by itself.',
	);
	expect(sentenceForMoveOut(refused('no-slot'))).toMatch(/meets|slot|weekday/i);
});
