import { expect, test } from 'vitest';
import type { ActivityRating } from '#app/domain/fidelity/activity-ratings.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type SessionId, type StaffId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import type { Cover } from '#app/domain/team/cover.ts';
import { agreementOver, logTiming, type PairOfLogs, partIn } from '#app/domain/team/practice.ts';
import type { TeamTerm } from '#app/domain/team/session-team.ts';

const [sam, kim] = [asId<StaffId>('sam'), asId<StaffId>('kim')];
const sessionId = asId<SessionId>('one');
const startsAt = instant('2026-01-13T18:30:00Z');
const session = { id: sessionId, time: { startsAt } } as Parameters<typeof partIn>[0];

const term = (more: Partial<TeamTerm> = {}): TeamTerm => ({
	...{ staffId: sam, duty: 'lead-facilitator', joinedAt: null, leftAt: null, ...more },
});
const cover = (more: Partial<Cover> = {}): Cover => ({
	...{ sessionId, absentId: sam, coveringId: kim, state: 'accepted', ...more },
});

test('on the team at its start is on the team; nobody’s otherwise', () => {
	expect(partIn(session, sam, [term()], [])).toBe('team');
	expect(partIn(session, kim, [term()], [])).toBeNull();
	expect(partIn(session, sam, [term({ leftAt: instant('2026-01-13T18:29:00Z') })], [])).toBeNull();
	expect(partIn(session, sam, [term({ joinedAt: instant('2026-01-13T18:31:00Z') })], [])).toBeNull();
});

test('somebody for whom a colleague stood in was away, and the colleague covered; a request alone is neither', () => {
	expect(partIn(session, sam, [term()], [cover()])).toBe('away');
	expect(partIn(session, kim, [term()], [cover()])).toBe('cover');
	expect(partIn(session, sam, [term()], [cover({ state: 'asked' })])).toBe('team');
	expect(partIn(session, kim, [term()], [cover({ state: 'declined' })])).toBeNull();
	expect(partIn(session, sam, [term()], [cover({ sessionId: asId<SessionId>('another') })])).toBe('team');
});

test.each([
	['2026-01-13T22:00:00Z', 'on-the-day'],
	['2026-01-14T00:10:00Z', 'soon'],
	['2026-01-15T23:00:00Z', 'soon'],
	['2026-01-16T08:00:00Z', 'later'],
	['2026-03-01T08:00:00Z', 'later'],
] as const)('a log of 13 January that was first saved at %s came %s', (at, timing) => {
	expect(logTiming(calendarDay('2026-01-13'), instant(at))).toBe(timing);
});

test('a log that is not there is not written; the day of saving is that of the wall clock', () => {
	expect(logTiming(calendarDay('2026-01-13'), null)).toBe('not-written');
	// Half past midnight in summer time is still the day before in UTC.
	expect(logTiming(calendarDay('2026-06-09'), instant('2026-06-09T23:30:00Z'))).toBe('soon');
});

const ratings = (letters: string) =>
	[...letters].flatMap((letter, at) => {
		const rating = RATINGS[letter];
		return rating ? [{ activityKey: `a${at + 1}`, rating, minutes: null, reason: null }] : [];
	});
const RATINGS: Readonly<Record<string, ActivityRating>> = {
	I: 'as-intended',
	D: 'delivery-changed',
	N: 'not-delivered',
};

function pair(id: string, own: string, other: string): PairOfLogs {
	const activities = [...own].map((_, at) => ({ key: `a${at + 1}` }));
	return { sessionId: asId<SessionId>(id), activities, own: ratings(own), other: ratings(other) };
}

test('agreement over sessions is of all the activities together, though their keys are the same in each', () => {
	const { alike, kappa, direction, onlyOne, neither } = agreementOver([
		pair('one', 'IIIIN', 'IIIIN'),
		pair('two', 'INI--', 'NIII-'),
	]);
	expect(alike).toEqual({ count: 6, outOf: 8, percent: 75 });
	expect({ onlyOne, neither }).toEqual({ onlyOne: 1, neither: 1 });
	expect(direction).toEqual({ firstHigher: 1, secondHigher: 1 });
	// By hand: of 8, 6 alike; both rate 6 as intended and 2 not delivered; pe = (36 + 4) / 64; (0.75 − 0.625) / 0.375.
	expect(kappa).toEqual({ done: true, value: 1 / 3 });
});

test('without a pair there is no kappa, and with one category throughout there is none either', () => {
	expect(agreementOver([]).kappa).toMatchObject({ done: false, code: 'nothing-rated-by-both' });
	expect(agreementOver([pair('one', 'III', 'III')]).kappa).toMatchObject({ code: 'one-category-only' });
});
