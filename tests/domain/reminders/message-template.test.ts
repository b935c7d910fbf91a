import { expect, test } from 'vitest';
import { fillTemplate, placeholdersFor, placeholdersIn } from '#app/domain/reminders/message-template.ts';

const fill = (body: string, values: Record<string, string | null>) => fillTemplate({ subject: '', body }, values).body;

test('every placeholder is filled, in the subject and in each line, as often as it stands there', () => {
	const words = { subject: '{{day}} at {{time}}', body: 'On {{day}}.\nAt {{time}}, {{time}}.' };
	expect(fillTemplate(words, { day: 'Tuesday', time: '6pm' })).toEqual({
		...{ subject: 'Tuesday at 6pm', body: 'On Tuesday.\nAt 6pm, 6pm.' },
	});
});

test('a line whose optional placeholder has no value is left out with the empty line before it, and no other', () => {
	const body = 'Hello\n\nRing {{phone?}}\n\nGoodbye';
	expect(fill(body, { phone: '0113' })).toBe('Hello\n\nRing 0113\n\nGoodbye');
	for (const phone of [null, '']) expect(fill(body, { phone })).toBe('Hello\n\nGoodbye');
	expect(fill(body, {})).toBe('Hello\n\nGoodbye');
	expect(fill('Hello\nRing {{phone?}}\nGoodbye', {})).toBe('Hello\nGoodbye');
	expect(fill('Ring {{phone?}}\n\nGoodbye', {})).toBe('\nGoodbye');
});

test('any other placeholder without a value is a fault, by its name', () => {
	for (const day of [null, '']) expect(() => fill('On {{day}}', { day })).toThrow('“day”');
	expect(() => fillTemplate({ subject: '{{day}}', body: '' }, {})).toThrow('the message has no value for “day”');
});

test('placeholders are told in the order in which they stand, with the question mark of an optional one', () => {
	expect(placeholdersIn('{{day}} {{time}}{{phone?}} {{day}}')).toEqual(['day', 'time', 'phone?', 'day']);
	expect(placeholdersIn('{day} {{Day}} {{day??}} {{ day }} {{}}')).toEqual([]);
});

test('what may stand between the braces follows from whom it is for, and of the calendar from what it is', () => {
	expect(placeholdersFor({ event: 'reminder', audience: 'participant' })).toEqual(['day', 'time', 'sender', 'phone?']);
	expect(placeholdersFor({ event: 'notice', audience: 'staff' })).toEqual(['link', 'organisation', 'phone?']);
	expect(placeholdersFor({ event: 'exit', audience: 'referrer' })).toEqual(['referrer', 'reference', 'sender']);
	for (const event of ['calendar-invitation', 'calendar-update', 'calendar-cancellation'] as const) {
		expect(placeholdersFor({ event, audience: 'staff' })).toEqual(['title', 'day', 'time', 'until', 'place?']);
	}
});
