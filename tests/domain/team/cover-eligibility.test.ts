import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { type CoverCandidate, coverObstacles, sentenceForObstacle } from '#app/domain/team/cover-eligibility.ts';
import { timeAt } from './people.ts';

const WANTED = { programmeSlug: 'caring-dads', time: timeAt('2026-03-17') };
const LEAD = { readsAccreditations: true, readsTime: true, readsFamilies: true };
const COORDINATOR = { readsAccreditations: true, readsTime: false, readsFamilies: false };

const free: CoverCandidate = {
	accreditations: [{ programmeSlug: 'caring-dads', accreditedOn: calendarDay('2025-01-01'), expiresOn: null }],
	hours: [],
	leave: [],
	clashes: [],
	observes: false,
	isOnOtherSide: false,
	hasDeclined: false,
};
const away = { leave: [{ fromDay: calendarDay('2026-03-16'), toDay: calendarDay('2026-03-20') }] };
const elsewhere = {
	hours: [{ weekday: 'monday', fromTime: clockTime('09:00'), toTime: clockTime('17:00') }],
} as const;

function said(changes: Partial<CoverCandidate>, reader = COORDINATOR): string[] {
	return coverObstacles({ ...free, ...changes }, WANTED, reader).map(sentenceForObstacle);
}

test('that somebody is to observe the session nobody is told: it reads like every cause that may not be known', () => {
	expect(said({ observes: true })).toEqual(['Not available']);
	expect(said({ observes: true }, LEAD)).toEqual(['Not available']);
	expect(said({ observes: true, hasDeclined: true })).toEqual(['Was asked and cannot']);
});

test('who is accredited, free, and on no other side is eligible', () => {
	expect(said({})).toEqual([]);
	expect(said({}, LEAD)).toEqual([]);
});

test('a cause that everybody who arranges may see is said', () => {
	expect(said({ accreditations: [] })).toEqual(['Not accredited for this programme on that day']);
	expect(said({ hasDeclined: true })).toEqual(['Was asked and cannot']);
	expect(said({ clashes: ['Thursday group', 'Thursday group', 'Friday group'] })).toEqual([
		'With Thursday group at that time',
		'With Friday group at that time',
	]);
});

test('a cause that the reader may not see is “not available”, the same for each', () => {
	for (const hidden of [away, elsewhere, { clashes: [null] }, { isOnOtherSide: true }]) {
		expect(said(hidden)).toEqual(['Not available']);
	}
	expect(said({ ...away, clashes: [null, null], isOnOtherSide: true })).toEqual(['Not available']);
});

test('a lead is told of leave, hours and the other side of a family', () => {
	expect(said({ ...away, ...elsewhere, isOnOtherSide: true }, LEAD)).toEqual([
		'On leave',
		'Outside their hours',
		'Works with the other side of a family here',
	]);
});

test('a coordinator who reads families and no leave is told of the one only', () => {
	const reader = { readsAccreditations: true, readsTime: false, readsFamilies: true };
	expect(said({ ...away, isOnOtherSide: true }, reader)).toEqual(['Works with the other side of a family here']);
	expect(said(away, reader)).toEqual(['Not available']);
});

test('whatever is hidden: beside something shown nothing changes, and alone every cause reads the same', () => {
	const flags = fc.record({
		isOnOtherSide: fc.boolean(),
		busyElsewhere: fc.boolean(),
		isAway: fc.boolean(),
		isAccredited: fc.boolean(),
		hasDeclined: fc.boolean(),
		isBusyHere: fc.boolean(),
	});
	const holds = fc.property(flags, (drawn) => {
		const shown = {
			accreditations: drawn.isAccredited ? free.accreditations : [],
			hasDeclined: drawn.hasDeclined,
			clashes: drawn.isBusyHere ? ['Tuesday group'] : [],
		};
		const hidden = {
			...(drawn.isAway ? away : {}),
			isOnOtherSide: drawn.isOnOtherSide,
			clashes: [...shown.clashes, ...(drawn.busyElsewhere ? [null] : [])],
		};
		const hasHidden = drawn.isAway || drawn.isOnOtherSide || drawn.busyElsewhere;
		const alone = said(shown);
		const expected = alone.length === 0 && hasHidden ? ['Not available'] : alone;
		expect(said({ ...shown, ...hidden })).toEqual(expected);
	});
	fc.assert(holds, { numRuns: 300 });
});
