import { expect, test } from 'vitest';
import { readSkippedWeeks } from '#app/domain/scheduling/typed-weeks.ts';

const read = (text: string) => readSkippedWeeks(text);

test('one day stands for the week from Monday to Sunday that holds it', () => {
	expect(read('18 February 2026')).toMatchObject({
		done: true,
		value: [{ from: '2026-02-16', to: '2026-02-22', label: 'Skipped week' }],
	});
});

test('a range is just its days, and a label may follow after a comma', () => {
	expect(read('16 February 2026 to 20 February 2026, February half term, schools')).toMatchObject({
		value: [{ from: '2026-02-16', to: '2026-02-20', label: 'February half term, schools' }],
	});
});

test.each(['30 March to 10 April 2026', '30/3/2026 - 10/4/2026', '2026-03-30..2026-04-10', '30 March–10 April 2026'])(
	'“%s” is a range',
	(line) => {
		expect(read(line)).toMatchObject({ value: [{ from: '2026-03-30', to: '2026-04-10' }] });
	},
);

test('the days of one month need their month only once', () => {
	expect(read('16 to 20 February 2026')).toMatchObject({ value: [{ from: '2026-02-16', to: '2026-02-20' }] });
});

test('empty lines are left out and a week that stands twice is one', () => {
	expect(read('\r\n16 February 2026\r\n\r\n17 February 2026\r\n')).toMatchObject({ value: [{ from: '2026-02-16' }] });
});

test('a line that cannot be read is named with its number and its words', () => {
	expect(read('16 February 2026\nhalf term')).toMatchObject({
		code: 'week-not-understood',
		details: { line: 2, text: 'half term' },
	});
});

test('a range that ends before it starts is refused', () => {
	expect(read('20 February 2026 to 16 February 2026')).toMatchObject({
		code: 'week-ends-before-start',
		details: { line: 1 },
	});
});

test('nothing typed is no week', () => {
	expect(read('')).toEqual({ done: true, value: [] });
});
