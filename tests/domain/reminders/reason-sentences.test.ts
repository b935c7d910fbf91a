import { expect, test } from 'vitest';
import { CAME_BACK_SENTENCES } from '#app/domain/reminders/bounces.ts';
import { REFUSED_MESSAGES } from '#app/domain/reminders/may-we-send.ts';
import { MESSAGE_STATES } from '#app/domain/reminders/message-states.ts';
import { REFUSAL_SENTENCES, STATE_NAMES, whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import { UNDELIVERED_SENTENCES } from '#app/domain/reminders/texts/text-delivery.ts';

const SENTENCES = /^[A-Z][^.]+\.( [A-Z][^.]+\.)?$/;

test('every reason is one or two sentences of its own, but for the two causes that are not to be told apart', () => {
	const told = Object.entries({ ...REFUSAL_SENTENCES, ...CAME_BACK_SENTENCES, ...UNDELIVERED_SENTENCES });
	expect(told.filter(([, sentence]) => !SENTENCES.test(sentence))).toEqual([]);
	const byWords = Map.groupBy(told, ([, sentence]) => sentence);
	const shared = [...byWords.values()].filter((same) => same.length > 1).map((same) => same.map(([code]) => code));
	expect(shared.map((codes) => codes.toSorted())).toEqual([['contact-failing', 'contact-needs-checking']]);
});

test('every state is called something of its own', () => {
	const names = MESSAGE_STATES.map((state) => STATE_NAMES[state]);
	expect(names.filter((name) => !/^[A-Z][a-z ]{3,}$/.test(name))).toEqual([]);
	expect(new Set(names).size).toBe(MESSAGE_STATES.length);
});

test('what left, or is leaving, has nothing to explain, whatever was the matter before', () => {
	expect(whyNotSent('sent', 'no-safe-contact')).toBeNull();
	expect(whyNotSent('leased', '451 busy')).toBeNull();
});

test('what is blocked tells what to do by the reason, and what was too late what it waited for', () => {
	for (const reason of Object.keys(REFUSED_MESSAGES) as (keyof typeof REFUSED_MESSAGES)[]) {
		expect(whyNotSent('blocked', reason)).toBe(REFUSAL_SENTENCES[reason]);
		expect(whyNotSent('expired', reason)).toBe(`It was too late to be of use. ${REFUSAL_SENTENCES[reason]}`);
	}
});

test('what came back or did not arrive says so, and so does what nobody rings about', () => {
	expect(whyNotSent('failed', 'came-back-for-now')).toBe(CAME_BACK_SENTENCES['came-back-for-now']);
	expect(whyNotSent('failed', 'text-temporary-failure')).toBe(UNDELIVERED_SENTENCES['text-temporary-failure']);
	expect(whyNotSent('failed', 'not-rung')).toBe('Somebody decided that nobody rings about it, and said why.');
	expect(whyNotSent('failed', 'toString')).toBe('It was not taken when it was to leave: “toString”.');
});
