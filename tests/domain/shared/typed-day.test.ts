import { expect, test } from 'vitest';
import { parseTypedDay } from '#app/domain/shared/typed-day.ts';

test.each([
	'16 February 2026',
	'16 feb 2026',
	'Monday 16 February 2026',
	'Mon 16 Feb 2026',
	'16/2/2026',
	'16.02.2026',
	'2026-02-16',
])('“%s” is 16 February 2026', (typed) => {
	expect(parseTypedDay(typed)).toBe('2026-02-16');
});

test('every month is known by its name and by its first three letters', () => {
	const months = [
		'Jan',
		'February',
		'Mar',
		'April',
		'May',
		'June',
		'Jul',
		'August',
		'Sept',
		'October',
		'Nov',
		'December',
	];
	expect(months.map((month) => parseTypedDay(`1 ${month} 2027`)?.slice(5, 7))).toEqual(
		Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')),
	);
});

test.each(['', '31 June 2026', '29 February 2027', '2/16/2026', '16 February', '16 Ma 2026', '16/2/26', 'next week'])(
	'“%s” is no day',
	(typed) => {
		expect(parseTypedDay(typed)).toBeNull();
	},
);
