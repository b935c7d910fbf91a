import { expect, test } from 'vitest';
import { whenItLeaves } from '#app/domain/reminders/kind-words.ts';
import {
	KIND_NAMES,
	KINDS_OF_A_COHORT,
	type KindTimings,
	lastUseOf,
	MESSAGE_KINDS,
	planAheadDays,
	SETTABLE_KINDS,
	sameTimeDaysBefore,
	wantedAt,
} from '#app/domain/reminders/message-kinds.ts';
import { MESSAGE_STATES, parseMessageState } from '#app/domain/reminders/message-states.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { timeOf } from './facts.ts';

/** Each number is another, so that none can stand for its neighbour. */
const TIMINGS: KindTimings = {
	joining: { daysBefore: 3, latestMinutesBefore: 90 },
	reminder: { daysBefore: 1, latestMinutesBefore: 120 },
	changed: { latestMinutesBefore: 30 },
	cancelled: { latestMinutesBefore: 15 },
	missedYou: { withinDays: 4 },
	sessionTomorrow: { daysBefore: 2, at: clockTime('16:00') },
	registerOverdue: { hoursAfter: 5 },
	logOverdue: { hoursAfter: 48 },
	tasksDue: { at: clockTime('08:30') },
	weekAhead: { weekday: 'monday', at: clockTime('07:15') },
};
const PLANNED = instant('2026-03-03T10:00:00Z');
const session = timeOf('2026-03-10T18:30');

test('what is about everything that somebody does cannot be off for one cohort', () => {
	expect(SETTABLE_KINDS.filter((kind) => !KINDS_OF_A_COHORT.includes(kind))).toEqual(['tasks-due', 'week-ahead']);
});

test('every kind has a name of its own, without a word of the programme', () => {
	const names = SETTABLE_KINDS.map((kind) => KIND_NAMES[kind]);
	expect(names.filter((name) => !/^[A-Z][a-z ]{4,}$/.test(name))).toEqual([]);
	expect(new Set(names).size).toBe(SETTABLE_KINDS.length);
});

test('messages are planned a week before they leave, so that who has one safe hour a week still has one', () => {
	const ahead = MESSAGE_KINDS.map((kind) => planAheadDays(kind, TIMINGS));
	expect(ahead).toEqual([10, 8, 8, 8, 8]);
});

test('what is said of a session beforehand is wanted at its hour so many days before; the rest as soon as it is planned', () => {
	const wanted = MESSAGE_KINDS.map((kind) => wantedAt(kind, session, TIMINGS, PLANNED));
	expect(wanted).toEqual(['2026-03-07T18:30:00Z', '2026-03-09T18:30:00Z', PLANNED, PLANNED, PLANNED]);
});

test('each kind is of use until so long before the session, a missed-you for days after it', () => {
	const last = MESSAGE_KINDS.map((kind) => lastUseOf(kind, session, TIMINGS));
	expect(last).toEqual([
		...['2026-03-10T17:00:00Z', '2026-03-10T16:30:00Z', '2026-03-10T18:00:00Z', '2026-03-10T18:15:00Z'],
		'2026-03-14T18:30:00Z',
	]);
});

test('the same wall time days before is an hour more or less than whole days when the clocks change in between', () => {
	expect(sameTimeDaysBefore(timeOf('2026-03-30T18:30'), 2)).toBe('2026-03-28T18:30:00Z');
	expect(sameTimeDaysBefore(timeOf('2026-10-26T18:30'), 2)).toBe('2026-10-24T17:30:00Z');
});

test('a wall time that the clocks jumped over counts in whole days', () => {
	expect(sameTimeDaysBefore(timeOf('2026-03-31T01:30'), 2)).toBe('2026-03-29T00:30:00Z');
});

test('when each kind leaves is said with the numbers of content', () => {
	const said = SETTABLE_KINDS.map((kind) => whenItLeaves(kind, TIMINGS));
	const holds = [
		...['3 days before their first session', '1 day before each session', 'On the day of the reminder or later'],
		...['does not go ahead', 'within 4 days, and only if somebody approves it', '2 days before, at 4pm'],
		...['5 hours after its end, until its register', '48 hours after its end, until there is a delivery log'],
		...['on its day at 8:30am', 'on Monday at 7:15am'],
	];
	expect(said.map((sentence, at) => sentence.includes(holds[at]!))).toEqual(holds.map(() => true));
	const toStaff = said.filter((sentence) => sentence.startsWith('To whoever '));
	expect(toStaff).toEqual(said.slice(MESSAGE_KINDS.length));
	expect(said.slice(0, MESSAGE_KINDS.length).every((sentence) => sentence.startsWith('To a participant'))).toBe(true);
});

test('a state is read from an address as it is written there, and nothing else is one', () => {
	expect(MESSAGE_STATES.map(parseMessageState)).toEqual(MESSAGE_STATES);
	expect(['', 'Sent', 'sending', 'toString'].map(parseMessageState)).toEqual([null, null, null, null]);
});
