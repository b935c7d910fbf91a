import { expect, test } from 'vitest';
import { checkAcceptance, mayBeAccepted } from '#app/domain/gaps/acceptance.ts';
import { GAP_KINDS } from '#app/domain/gaps/gap-kinds.ts';
import { ageOfGap, countGaps, oldestFirst } from '#app/domain/gaps/gap-order.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';

const day = calendarDay;
const today = day('2026-03-01');

test('gaps are up to 7 days old, up to 28, or older; without a day they are new', () => {
	const days = ['2026-03-01', '2026-02-22', '2026-02-21', '2026-02-01', '2026-01-31', '2026-04-01'];
	expect(days.map((since) => ageOfGap(day(since), today))).toEqual(['week', 'week', 'month', 'month', 'older', 'week']);
	expect(ageOfGap(null, today)).toBe('week');
});

test('the oldest come first, those without a day last, and equal ones stay in their order', () => {
	const gaps = [
		{ name: 'a', since: null },
		{ name: 'b', since: day('2026-02-01') },
		{ name: 'c', since: day('2026-01-01') },
		{ name: 'd', since: day('2026-02-01') },
	];
	expect(oldestFirst(gaps).map(({ name }) => name)).toEqual(['c', 'b', 'd', 'a']);
	expect(oldestFirst([])).toEqual([]);
});

test('counts stand with the oldest first, and a gap of two people counts with both', () => {
	const gaps = [
		{ owners: ['sam', 'tess'], since: day('2026-02-01') },
		{ owners: ['tess'], since: day('2026-01-01') },
		{ owners: ['uma'], since: null },
	];
	expect(countGaps(gaps, ({ owners }) => owners)).toEqual([
		{ key: 'tess', many: 2, oldest: '2026-01-01' },
		{ key: 'sam', many: 1, oldest: '2026-02-01' },
		{ key: 'uma', many: 1, oldest: null },
	]);
});

test('a gap is accepted once, with a reason, and never one that is mended by saying what was done', () => {
	const open = { kind: 'log-missing', isAccepted: false } as const;
	expect(checkAcceptance(open, ' Lost ')).toEqual({ done: true, value: 'Lost' });
	expect(checkAcceptance(open, ' ')).toMatchObject({ code: 'reason-needed' });
	expect(checkAcceptance({ ...open, isAccepted: true }, 'Lost')).toMatchObject({ code: 'accepted-already' });
	expect(checkAcceptance({ ...open, kind: 'partner-contact-missing' }, 'Lost')).toMatchObject({
		code: 'can-be-mended',
	});
	expect(GAP_KINDS.filter((kind) => !mayBeAccepted(kind))).toEqual([
		'observation-not-released',
		'partner-contact-missing',
	]);
});
