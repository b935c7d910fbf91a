import { expect, test } from 'vitest';
import { checkMark, saysTheSame } from '#app/domain/attendance/check-mark.ts';
import { MARKS } from '#app/domain/attendance/marks.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import { plusSeconds } from '#app/domain/shared/instant.ts';
import { timeOfPlan } from './facts.ts';

const time = timeOfPlan(1);
const session = { state: 'scheduled', time } as const;
const started = time.startsAt;
const before = plusSeconds(started, -1);

function entry(changes: Partial<MarkEntry>): MarkEntry {
	return { mark: 'attended', minutes: null, reason: null, note: null, ...changes };
}

const accepted: [string, Partial<MarkEntry>, Partial<MarkEntry>][] = [
	['attended needs nothing else', {}, {}],
	['no contact needs no reason', { mark: 'absent-no-contact' }, { mark: 'absent-no-contact' }],
	[
		'an apology keeps its reason',
		{ mark: 'absent-notified', reason: 'illness' },
		{ mark: 'absent-notified', reason: 'illness' },
	],
	[
		'a reason that nobody gave is a reason',
		{ mark: 'absent-notified', reason: 'not-given' },
		{ mark: 'absent-notified', reason: 'not-given' },
	],
	[
		'something else with words is enough',
		{ mark: 'stood-down', reason: 'other', note: ' The room was full. ' },
		{ mark: 'stood-down', reason: 'other', note: 'The room was full.' },
	],
	['one minute late', { mark: 'late', minutes: 1, reason: 'travel' }, { mark: 'late', minutes: 1, reason: 'travel' }],
	[
		'left early by the whole session',
		{ mark: 'left-early', minutes: 120, reason: 'caring' },
		{ mark: 'left-early', minutes: 120, reason: 'caring' },
	],
	[
		'reason and minutes left over from another choice are dropped',
		{ mark: 'attended', minutes: 15, reason: 'work', note: '  ' },
		{ mark: 'attended', minutes: null, reason: null, note: null },
	],
	[
		'an absence has no minutes',
		{ mark: 'absent-notified', minutes: 15, reason: 'work' },
		{ mark: 'absent-notified', minutes: null, reason: 'work' },
	],
	[
		'a row set back to not yet recorded keeps nothing',
		{ mark: null, minutes: 15, reason: 'work', note: 'was here?' },
		{ mark: null, minutes: null, reason: null, note: null },
	],
];
for (const [name, given, stored] of accepted) {
	test(`the mark may be saved: ${name}`, () => {
		expect(checkMark(entry(given), session, started)).toEqual({ done: true, value: entry(stored) });
	});
}

const refusals: [string, Partial<MarkEntry>, string, object][] = [
	['late without a reason', { mark: 'late', minutes: 5 }, 'reason-needed', { mark: 'late' }],
	['left early without a reason', { mark: 'left-early', minutes: 5 }, 'reason-needed', { mark: 'left-early' }],
	['an apology without a reason', { mark: 'absent-notified' }, 'reason-needed', { mark: 'absent-notified' }],
	['stood down without a reason', { mark: 'stood-down' }, 'reason-needed', { mark: 'stood-down' }],
	[
		'something else without words',
		{ mark: 'absent-notified', reason: 'other', note: ' ' },
		'words-needed',
		{ mark: 'absent-notified' },
	],
	['late without minutes', { mark: 'late', reason: 'travel' }, 'minutes-needed', { mark: 'late', from: 1, to: 120 }],
	[
		'late by no minutes',
		{ mark: 'late', reason: 'travel', minutes: 0 },
		'minutes-out-of-range',
		{ minutes: 0, from: 1, to: 120 },
	],
	[
		'late by more than the session',
		{ mark: 'late', reason: 'travel', minutes: 121 },
		'minutes-out-of-range',
		{ minutes: 121, from: 1, to: 120 },
	],
	['late by half a minute', { mark: 'late', reason: 'travel', minutes: 1.5 }, 'minutes-out-of-range', { minutes: 1.5 }],
];
for (const [name, given, code, details] of refusals) {
	test(`the mark is refused: ${name}`, () => {
		expect(checkMark(entry(given), session, started)).toMatchObject({ done: false, code, details });
	});
}

test('only an import may leave the minutes of a late mark unknown, and wrong ones are refused even there', () => {
	const late = entry({ mark: 'late', reason: 'not-given' });
	expect(checkMark(late, session, started, 'import')).toEqual({ done: true, value: late });
	expect(checkMark({ ...late, minutes: 121 }, session, started, 'import')).toMatchObject({
		code: 'minutes-out-of-range',
	});
});

test('a session to come accepts an apology and its withdrawal, and no other mark', () => {
	const taken = MARKS.filter((mark) => checkMark(entry({ mark, minutes: 5, reason: 'work' }), session, before).done);
	expect(taken).toEqual(['absent-notified']);
	expect(checkMark(entry({ mark: null }), session, before).done).toBe(true);
	expect(checkMark(entry({}), session, before)).toMatchObject({
		code: 'session-not-started',
		details: { mark: 'attended', startsAt: time.startsAt },
	});
});

test('every mark may be saved from the moment at which the session starts', () => {
	for (const mark of MARKS) {
		expect(checkMark(entry({ mark, minutes: 5, reason: 'work' }), session, started).done).toBe(true);
	}
});

test('an individual session that is not booked has not started', () => {
	expect(checkMark(entry({}), { state: 'scheduled', time: null }, started)).toMatchObject({
		code: 'session-not-started',
		details: { startsAt: null },
	});
});

test('a cancelled session takes no mark at all', () => {
	for (const mark of [...MARKS, null]) {
		const outcome = checkMark(entry({ mark, minutes: 5, reason: 'work' }), { ...session, state: 'cancelled' }, started);
		expect(outcome).toMatchObject({ done: false, code: 'session-cancelled' });
	}
});

test('two entries say the same only when mark, minutes, reason and note all agree', () => {
	const late = entry({ mark: 'late', minutes: 5, reason: 'travel', note: 'Bus' });
	expect(saysTheSame(late, { ...late })).toBe(true);
	const changes: Partial<MarkEntry>[] = [{ mark: 'left-early' }, { minutes: 6 }, { reason: 'work' }, { note: null }];
	for (const change of changes) expect(saysTheSame(late, { ...late, ...change })).toBe(false);
});
