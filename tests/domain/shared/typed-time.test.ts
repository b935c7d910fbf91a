import { expect, test } from 'vitest';
import { clockTimeAt } from '#app/domain/shared/clock-time.ts';
import { timeInWords } from '#app/domain/shared/in-words.ts';
import { parseTypedTime } from '#app/domain/shared/typed-time.ts';

const READ: readonly [string, string][] = [
	['18:30', '18:30'],
	['18.30', '18:30'],
	['1830', '18:30'],
	['09:00', '09:00'],
	['6.30pm', '18:30'],
	['6:30 pm', '18:30'],
	['6:30 P.M.', '18:30'],
	['630pm', '18:30'],
	['6pm', '18:00'],
	['12pm', '12:00'],
	['12.15am', '00:15'],
	['12am', '00:00'],
	['midday', '12:00'],
	['Midnight', '00:00'],
	[' noon ', '12:00'],
	['00:00', '00:00'],
];

test.each(READ)('“%s” is the time %s', (typed, time) => {
	expect(parseTypedTime(typed)).toBe(time);
});

const NOT_READ = [
	'',
	'half six',
	'6.30',
	'6:30',
	'6',
	'18',
	'25:00',
	'18:60',
	'13pm',
	'0am',
	'18:30pm',
	'6.3pm',
	'9:00',
	'24:00',
	'18:30:00',
	'-1:00',
	'evening',
	'18h30',
];

test.each(NOT_READ)('“%s” is refused: it is no time, or nobody can tell which half of the day', (typed) => {
	expect(parseTypedTime(typed)).toBeNull();
});

test('every time is read back from the words in which a page shows it', () => {
	for (let minute = 0; minute < 24 * 60; minute += 1) {
		expect(parseTypedTime(timeInWords(clockTimeAt(minute)))).toBe(clockTimeAt(minute));
	}
});
