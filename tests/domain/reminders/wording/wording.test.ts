import { expect, test } from 'vitest';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { TEMPLATE_CHANNELS } from '#app/domain/reminders/message-template.ts';
import {
	areSameWords,
	isTemplateOf,
	parseWordingId,
	WORDING_STATES,
	waitsForWords,
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

test('a template is of a key only if it is to participants, of that kind, by that channel and in that language', () => {
	const key = { kind: 'reminder', channel: 'email', language: 'en' } as const;
	const template = { ...words, event: 'reminder', audience: 'participant', channel: 'email', language: 'en' } as const;
	expect(isTemplateOf(template, key)).toBe(true);
	expect(isTemplateOf({ ...template, audience: 'staff' }, key)).toBe(false);
	expect(isTemplateOf({ ...template, event: 'changed' }, key)).toBe(false);
	expect(isTemplateOf({ ...template, channel: 'text' }, key)).toBe(false);
	expect(isTemplateOf({ ...template, language: 'cy' }, key)).toBe(false);
});

test('only a message that is kept back for want of approved words waits for them', () => {
	expect(waitsForWords({ state: 'blocked', reason: 'wording-not-approved' })).toBe(true);
	expect(waitsForWords({ state: 'expired', reason: 'wording-not-approved' })).toBe(false);
	expect(waitsForWords({ state: 'blocked', reason: 'rung-by-hand' })).toBe(false);
	expect(waitsForWords({ state: 'blocked', reason: null })).toBe(false);
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
