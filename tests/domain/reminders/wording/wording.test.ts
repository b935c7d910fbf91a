import { expect, test } from 'vitest';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { TEMPLATE_CHANNELS } from '#app/domain/reminders/message-template.ts';
import {
	areSameWords,
	parseWordingId,
	WORDING_STATES,
	wordingId,
	wordingState,
} from '#app/domain/reminders/wording/wording.ts';

const words = { subject: 'Reminder: {{day}}', body: 'At {{time}}.', samples: { day: 'Tuesday', time: '6pm' } };
const others = { ...words, body: 'From {{time}}.' };

test('every key is read back from its id', () => {
	for (const kind of MESSAGE_KINDS)
		for (const channel of TEMPLATE_CHANNELS)
			for (const language of ['en', 'cy']) {
				const key = { kind, channel, language };
				expect(parseWordingId(wordingId(key))).toEqual(key);
			}
});

test.each([
	'',
	'reminder',
	'reminder-email',
	'reminder-email-',
	'reminder-post-en',
	'notice-email-en',
	'reminder-email-zz',
])('“%s” is the id of no words', (text) => {
	expect(parseWordingId(text)).toBeNull();
});

test('an id with something after it is none', () => {
	expect(parseWordingId('reminder-email-en-x')).toBeNull();
});

test('samples make no other words, for they are never sent', () => {
	expect(areSameWords(words, { ...words, samples: {} })).toBe(true);
	expect(areSameWords(words, others)).toBe(false);
	expect(areSameWords(words, { ...words, subject: 'Reminder' })).toBe(false);
});

test('how words stand follows from what is shipped, what is in use, and whether any ever were', () => {
	const cases = [
		wordingState(words, words, true),
		wordingState(others, words, true),
		wordingState(words, null, false),
		wordingState(words, null, true),
		wordingState(null, words, true),
	];
	expect(cases).toEqual(WORDING_STATES);
	expect(wordingState(null, null, true)).toBe('withdrawn');
});
