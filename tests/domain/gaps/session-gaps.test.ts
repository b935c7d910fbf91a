import { expect, test } from 'vitest';
import { GAP_KINDS, GAP_MEANINGS, gapKey, parseGapKey } from '#app/domain/gaps/gap-kinds.ts';
import { type GapFacts, gapsOf } from '#app/domain/gaps/session-gaps.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { instant } from '#app/domain/shared/instant.ts';

const time = {
	day: calendarDay('2026-01-13'),
	startsAt: instant('2026-01-13T18:30:00Z'),
	endsAt: instant('2026-01-13T20:30:00Z'),
} as never;
const facts = (more: Partial<GapFacts> = {}, session: Partial<GapFacts['session']> = {}): GapFacts => ({
	session: { state: 'held', time, kind: 'group', ...session },
	length: { planned: 120, lasted: 120, logged: 120, isApproved: false },
	...{ deliveredBy: 2, facilitatorsAsked: 2, isMerged: false, isSplit: false, isOutOfOrder: false },
	...{ notRecorded: [], logs: 1, coreNotDelivered: [], isSettled: false, joined: [], takesJoiners: true, lapsed: [] },
	observing: { isPlanned: false, observations: [] },
	...more,
});
const at = (more: Partial<GapFacts>, now: string, session: Partial<GapFacts['session']> = {}) =>
	gapsOf(facts(more, session), instant(now));

test('a register is a gap as soon as its session is over, a log after two more days', () => {
	const open = { notRecorded: ['a', 'b'], logs: 0 };
	expect(at(open, '2026-01-13T20:29:00Z')).toEqual([]);
	expect(at(open, '2026-01-13T20:30:00Z')).toEqual(['register-incomplete']);
	expect(at(open, '2026-01-15T12:00:00Z')).toEqual(['register-incomplete']);
	expect(at(open, '2026-01-16T00:00:00Z')).toEqual(['register-incomplete', 'log-missing']);
	expect(at({}, '2026-02-16T00:00:00Z')).toEqual([]);
});

test('a cancelled session has one gap, that its plan is open; a cancelled catch-up has none', () => {
	const all = { notRecorded: ['a', 'b'], logs: 0, coreNotDelivered: ['core'], lapsed: ['tess'] };
	expect(at(all, '2026-02-01T00:00:00Z', { state: 'cancelled' })).toEqual(['not-delivered-again']);
	expect(at({ ...all, isSettled: true }, '2026-02-01T00:00:00Z', { state: 'cancelled' })).toEqual([]);
	expect(at(all, '2026-02-01T00:00:00Z', { state: 'cancelled', kind: 'catch-up' })).toEqual([]);
});

test('somebody who joins after the last joining session is a gap of the session that they join at, to come or not', () => {
	expect(at({ joined: ['a'], takesJoiners: false, logs: 0 }, '2026-01-01T00:00:00Z', { state: 'scheduled' })).toEqual([
		'joined-late',
	]);
	expect(at({ joined: ['a'], takesJoiners: true }, '2026-02-01T00:00:00Z')).toEqual([]);
	expect(at({ joined: [], takesJoiners: false }, '2026-02-01T00:00:00Z')).toEqual([]);
});

test('a core activity left out and a lapsed accreditation are gaps of a session that was held', () => {
	expect(at({ coreNotDelivered: ['core'], lapsed: ['tess'] }, '2026-02-01T00:00:00Z')).toEqual([
		'core-not-delivered',
		'accreditation-lapsed',
	]);
	expect(at({ lapsed: ['tess'], logs: 0 }, '2026-01-01T00:00:00Z', { state: 'scheduled' })).toEqual([]);
});

test('a session without a time has no gap of its record', () => {
	expect(at({ notRecorded: ['a'], logs: 0 }, '2026-02-01T00:00:00Z', { state: 'scheduled', time: null })).toEqual([]);
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

test('every kind has words and an owner, and its key names it again', () => {
	expect(GAP_KINDS.map((kind) => GAP_MEANINGS[kind].desk)).toEqual([
		...['team', 'team', 'lead', 'lead', 'coordinator', 'lead', 'lead', 'lead', 'coordinator', 'coordinator'],
		...['lead', 'lead', 'lead', 'coordinator', 'partner-support'],
	]);
	for (const kind of GAP_KINDS) {
		const name = { kind, about: GAP_MEANINGS[kind].about, id: 'id000001' };
		expect(parseGapKey(gapKey(name as never))).toEqual(name);
	}
	for (const nonsense of ['', 'log-missing', 'log-missing-', 'nonsense-id000001', 'id000001']) {
		expect(parseGapKey(nonsense)).toBeNull();
	}
});

test('what an observer has to do, and what is told of a colleague, is handed on among leads alone', () => {
	const ofLeads = GAP_KINDS.filter((kind) => GAP_MEANINGS[kind].task === 'gap-of-leads');
	expect(ofLeads).toEqual(['accreditation-lapsed', 'observation-overdue', 'observation-not-released']);
	const byLogs = GAP_KINDS.filter((kind) => GAP_MEANINGS[kind].task === 'gap-in-log');
	expect(byLogs).toEqual(['core-not-delivered', 'length-short', 'too-few-facilitators']);
});

const later = '2026-02-01T00:00:00Z';

test('a session under 80% of its plan is a gap, by its time or by its log, whichever is less; approved it is none', () => {
	const length = (more: Partial<GapFacts['length']>) => ({
		length: { planned: 120, lasted: 120, logged: null, isApproved: false, ...more },
	});
	expect(at(length({ lasted: 96 }), later)).toEqual([]);
	expect(at(length({ lasted: 95 }), later)).toEqual(['length-short']);
	expect(at(length({ logged: 95 }), later)).toEqual(['length-short']);
	expect(at(length({ logged: 96 }), later)).toEqual([]);
	expect(at(length({ lasted: null, logged: null }), later)).toEqual([]);
	expect(at(length({ lasted: 60, isApproved: true }), later)).toEqual([]);
	expect(at(length({ lasted: 60 }), '2026-01-01T00:00:00Z', { state: 'scheduled' })).toEqual([]);
	expect(at(length({ lasted: 60 }), later, { kind: 'catch-up' })).toEqual([]);
	expect(at(length({ lasted: 60 }), later, { kind: 'individual' })).toEqual(['length-short']);
});

test('fewer facilitators than the programme asks for are a gap of a session of the group that was held', () => {
	expect(at({ deliveredBy: 1 }, later)).toEqual(['too-few-facilitators']);
	expect(at({ deliveredBy: 2 }, later)).toEqual([]);
	expect(at({ deliveredBy: 1 }, later, { kind: 'review' })).toEqual(['too-few-facilitators']);
	expect(at({ deliveredBy: 1 }, later, { kind: 'individual' })).toEqual([]);
	expect(at({ deliveredBy: 1 }, later, { kind: 'catch-up' })).toEqual([]);
	expect(at({ deliveredBy: 0 }, '2026-01-01T00:00:00Z', { state: 'scheduled' })).toEqual([]);
});
