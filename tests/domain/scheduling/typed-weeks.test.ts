import { expect, test } from 'vitest';
import { readSkippedWeeks } from '#app/domain/scheduling/typed-weeks.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';

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

test('one day may be a range; other days with one end in common are another week', () => {
	expect(read('16 February 2026 to 16 February 2026')).toMatchObject({ done: true });
	const lines = ['16 February 2026 to 20 February 2026', '16 February 2026 to 21 February 2026'];
	expect(read([...lines, '17 February 2026 to 21 February 2026', lines[0]].join('\n'))).toMatchObject({
		value: { length: 3 },
	});
});

test('spaces around a line, a range and its ends do not matter; half a range or three days are not understood', () => {
	expect(read('   16 February 2026  to  20 February 2026 ')).toMatchObject({
		value: [{ from: '2026-02-16', to: '2026-02-20' }],
	});
	for (const text of ['16 February 2026 to', 'to 16 February 2026', '1 May 2026 to 2 May 2026 to 3 May 2026', ',x']) {
		expect(read(text)).toEqual({ done: false, code: 'week-not-understood', details: { line: 1, text: text.trim() } });
	}
});

test('a label has at most sixty characters, and a cohort leaves out at most thirty weeks', () => {
	const labelled = (length: number) => read(`16 February 2026, ${'x'.repeat(length)}`);
	expect(labelled(60)).toMatchObject({ done: true });
	expect(labelled(61)).toEqual({ done: false, code: 'week-label-too-long', details: { line: 1, most: 60 } });
	const weeks = (count: number) =>
		read(Array.from({ length: count }, (_, ahead) => plusDays(calendarDay('2026-01-05'), 7 * ahead)).join('\n'));
	expect(weeks(30)).toMatchObject({ done: true, value: { length: 30 } });
	expect(weeks(31)).toEqual({ done: false, code: 'too-many-weeks', details: { most: 30 } });
	expect(read('\n20 February 2026 to 16 February 2026')).toMatchObject({ details: { line: 2, from: '2026-02-20' } });
});
