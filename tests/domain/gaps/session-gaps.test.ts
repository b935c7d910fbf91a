import { expect, test } from 'vitest';
import { GAP_KINDS, GAP_MEANINGS, type GapFacts, gapsOf } from '#app/domain/fidelity/gaps.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { instant } from '#app/domain/shared/instant.ts';

const time = {
	day: calendarDay('2026-01-13'),
	startsAt: instant('2026-01-13T18:30:00Z'),
	endsAt: instant('2026-01-13T20:30:00Z'),
} as never;
const facts = (more: Partial<GapFacts> = {}, session: Partial<GapFacts['session']> = {}): GapFacts => ({
	session: { state: 'held', time, kind: 'group', ...session },
	...{ notRecorded: 0, logs: 1, coreNotDelivered: 0, isSettled: false, joined: 0, takesJoiners: true, lapsed: 0 },
	observing: { isPlanned: false, observations: [] },
	...more,
});
const at = (more: Partial<GapFacts>, now: string, session: Partial<GapFacts['session']> = {}) =>
	gapsOf(facts(more, session), instant(now));

test('a register is a gap as soon as its session is over, a log after two more days', () => {
	const open = { notRecorded: 2, logs: 0 };
	expect(at(open, '2026-01-13T20:29:00Z')).toEqual([]);
	expect(at(open, '2026-01-13T20:30:00Z')).toEqual(['register-incomplete']);
	expect(at(open, '2026-01-15T12:00:00Z')).toEqual(['register-incomplete']);
	expect(at(open, '2026-01-16T00:00:00Z')).toEqual(['register-incomplete', 'log-missing']);
	expect(at({}, '2026-02-16T00:00:00Z')).toEqual([]);
});

test('a cancelled session has one gap, that its plan is open; a cancelled catch-up has none', () => {
	const all = { notRecorded: 2, logs: 0, coreNotDelivered: 1, lapsed: 1 };
	expect(at(all, '2026-02-01T00:00:00Z', { state: 'cancelled' })).toEqual(['not-delivered-again']);
	expect(at({ ...all, isSettled: true }, '2026-02-01T00:00:00Z', { state: 'cancelled' })).toEqual([]);
	expect(at(all, '2026-02-01T00:00:00Z', { state: 'cancelled', kind: 'catch-up' })).toEqual([]);
});

test('somebody who joins after the last joining session is a gap of the session that they join at, to come or not', () => {
	expect(at({ joined: 1, takesJoiners: false, logs: 0 }, '2026-01-01T00:00:00Z', { state: 'scheduled' })).toEqual([
		'joined-late',
	]);
	expect(at({ joined: 1, takesJoiners: true }, '2026-02-01T00:00:00Z')).toEqual([]);
	expect(at({ joined: 0, takesJoiners: false }, '2026-02-01T00:00:00Z')).toEqual([]);
});

test('a core activity left out and a lapsed accreditation are gaps of a session that was held', () => {
	expect(at({ coreNotDelivered: 1, lapsed: 1 }, '2026-02-01T00:00:00Z')).toEqual([
		'core-not-delivered',
		'accreditation-lapsed',
	]);
	expect(at({ lapsed: 1, logs: 0 }, '2026-01-01T00:00:00Z', { state: 'scheduled' })).toEqual([]);
});

test('a session without a time has no gap of its record', () => {
	expect(at({ notRecorded: 1, logs: 0 }, '2026-02-01T00:00:00Z', { state: 'scheduled', time: null })).toEqual([]);
});

test('an observation is overdue a week after its session, until somebody submits one, and then waits to be released', () => {
	const drawn = (...states: ('draft' | 'submitted' | 'released' | 'corrected')[]) => ({
		observing: { isPlanned: true, observations: states.map((state) => ({ state })) },
	});
	expect(at(drawn(), '2026-01-20T23:59:00Z')).toEqual([]);
	expect(at(drawn(), '2026-01-21T00:00:00Z')).toEqual(['observation-overdue']);
	expect(at(drawn('draft'), '2026-01-21T00:00:00Z')).toEqual(['observation-overdue']);
	expect(at(drawn('submitted'), '2026-01-14T00:00:00Z')).toEqual(['observation-not-released']);
	expect(at(drawn('released', 'corrected'), '2026-03-01T00:00:00Z')).toEqual(['observation-not-released']);
	expect(at(drawn('released', 'draft'), '2026-03-01T00:00:00Z')).toEqual([]);
	expect(at({ observing: { isPlanned: false, observations: [] } }, '2026-03-01T00:00:00Z')).toEqual([]);
	expect(at(drawn(), '2026-03-01T00:00:00Z', { state: 'cancelled' })).toEqual(['not-delivered-again']);
	expect(at(drawn(), '2026-03-01T00:00:00Z', { time: null })).toEqual([]);
});

test('every kind has words and an owner', () => {
	expect(GAP_KINDS.map((kind) => GAP_MEANINGS[kind].owner)).toEqual([
		...['team', 'team', 'lead', 'coordinator', 'coordinator', 'lead', 'lead', 'lead'],
	]);
});
