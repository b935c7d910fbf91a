import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import {
	channelOf,
	lockScreenPreview,
	renderSample,
	renderToParticipant,
	wordsToSay,
} from '#app/domain/reminders/render-message.ts';
import { timeOf } from './facts.ts';

const OFFICE = { name: 'Team office', phone: null };

const template = loadContent().messageFor('reminder', 'participant');

test('a reminder says the day and the time in words and is signed by the neutral sender', () => {
	const { subject, body } = renderToParticipant(template, timeOf('2026-01-13T18:30'), OFFICE);
	expect(`${subject}\n${body}`).toContain('Tuesday 13 January 2026');
	expect(`${subject}\n${body}`).toContain('6:30pm');
	expect(body).toContain('Team office');
	expect(`${subject}\n${body}`).not.toMatch(/[{}]|null|undefined/);
});

test('where people may ring stands in the message and in its sample as the settings write it, and is not said aloud without the sender', () => {
	const office = { ...OFFICE, phone: '01632 960001' };
	const time = timeOf('2026-01-13T18:30');
	expect(renderToParticipant(template, time, office).body).toContain('please ring 01632 960001');
	expect(renderSample(template, office).body).toContain('please ring 01632 960001');
	expect(renderToParticipant(template, time, OFFICE).body).not.toContain('please ring');
	expect(wordsToSay(template, time, null)).not.toContain('ring');
});

test('a reminder says the wall time on both sides of a clock change', () => {
	for (const starts of ['2026-03-29T12:00', '2026-10-25T12:00']) {
		expect(renderToParticipant(template, timeOf(starts), OFFICE).subject).toContain('midday');
	}
});

test('in another language the day is in its words and the time in figures', () => {
	const words = { language: 'cy', subject: '{{day}}', body: '{{time}}\n\n{{phone?}}\n\n{{sender}}' };
	expect(renderToParticipant(words, timeOf('2026-01-13T18:30'), OFFICE)).toEqual({
		subject: 'Dydd Mawrth, 13 Ionawr 2026',
		body: '18:30\n\nTeam office',
	});
});

test('a sample has the sender by which it leaves, and no telephone number where the settings name none', () => {
	const { subject, body } = renderSample(template, OFFICE);
	expect(subject).toBe('Reminder: Tuesday 13 January 2026 at 6:30pm');
	expect(body).toContain('Team office');
	expect(body).not.toMatch(/appointments team|0113/);
	const { samples: _, ...words } = template;
	expect(() => renderSample({ ...words, samples: {} }, OFFICE)).toThrow('day');
});

test('what is said by telephone leaves the sender out where whoever listens may not be told', () => {
	const words = { language: 'en', subject: '', body: 'This is {{sender}}, about {{day}}.\n\nAt {{time}}.\n{{sender}}' };
	const time = timeOf('2026-01-13T18:30');
	expect(wordsToSay(words, time, OFFICE)).toBe(
		'This is Team office, about Tuesday 13 January 2026.\n\nAt 6:30pm.\nTeam office',
	);
	expect(wordsToSay(words, time, null)).toBe('This is …, about Tuesday 13 January 2026.\n\nAt 6:30pm.');
});

test('whoever is texted or rung is told in the words of a text, everybody else in those of a mail', () => {
	const channels = (['email', 'text', 'call'] as const).map((channel) => channelOf({ channel }));
	expect([...channels, channelOf(null)]).toEqual(['email', 'text', 'text', 'email']);
});

test('a lock screen begins with the first word and ends with a whole one, also of a text, which has no subject', () => {
	expect(lockScreenPreview({ subject: '', body: 'Hello' })).toBe('Hello');
	expect(lockScreenPreview({ subject: 'A'.repeat(59), body: 'bcd' })).toBe(`${'A'.repeat(59)}…`);
});

test('a lock screen shows the first 60 characters on one line', () => {
	expect(lockScreenPreview({ subject: 'Reminder', body: 'Hello,\n\nsee you' })).toBe('Reminder Hello, see you');
	const long = lockScreenPreview({ subject: 'A'.repeat(40), body: 'b'.repeat(40) });
	expect(long).toBe(`${'A'.repeat(40)} ${'b'.repeat(19)}…`);
	expect(lockScreenPreview({ subject: '😀'.repeat(61), body: '' })).toBe(`${'😀'.repeat(60)}…`);
});

test.each([
	['sent', null, null],
	['queued', null, null],
	['queued', '451 busy', 'It was not taken when it was to leave: “451 busy”. It will be tried again.'],
	['failed', '550 unknown', 'It was not taken when it was to leave: “550 unknown”.'],
	['suppressed', 'apology-recorded', 'An apology is already on the register.'],
	[
		'expired',
		'no-safe-contact',
		'It was too late to be of use. There is no safe contact for this person. Agree one with them and record it.',
	],
	['expired', '451 busy', 'It was too late to be of use. It was not taken when it was to leave: “451 busy”.'],
] as const)('a message that is %s because of %s says so in a sentence', (state, reason, sentence) => {
	expect(whyNotSent(state, reason)).toBe(sentence);
});

test('a message of which nobody knows whether it arrived says what to do, whatever the reason', () => {
	expect(whyNotSent('unknown', 'sender-stopped')).toContain('may or may not have arrived');
	expect(whyNotSent('unknown', 'Connection closed')).toContain('not sent again by itself');
});
