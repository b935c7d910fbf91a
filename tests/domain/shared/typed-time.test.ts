import { expect, test } from 'vitest';
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
	['midday', '12:00'],
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
	'18h30',
];

test.each(NOT_READ)('“%s” is refused: it is no time, or nobody can tell which half of the day', (typed) => {
	expect(parseTypedTime(typed)).toBeNull();
});
