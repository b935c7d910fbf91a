import { expect, test } from 'vitest';
import {
	ACTIVITY_RATINGS,
	needsReason,
	parseActivityRating,
	RATING_MEANINGS,
} from '#app/domain/fidelity/activity-ratings.ts';
import { checkLog, faultsOfLog, type LogEntry, MOST_ACTIVITY_MINUTES } from '#app/domain/fidelity/check-log.ts';
import { chooseLog, isRecordComplete } from '#app/domain/fidelity/delivery-log.ts';
import type { Activity } from '#app/domain/programmes/programme.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { instant, plusSeconds } from '#app/domain/shared/instant.ts';
import { timeOfPlan } from '../attendance/facts.ts';

const activities: Activity[] = [
	{ key: 'welcome', title: 'Welcome', minutes: 20, core: false, mechanism: 'trust' },
	{ key: 'log', title: 'Looking back', minutes: 40, core: true, mechanism: 'awareness' },
	{ key: 'plan', title: 'Next week', minutes: 60, core: true, mechanism: 'practice' },
];
const session = { state: 'held', time: timeOfPlan(1) } as const;
const now = timeOfPlan(1).endsAt;

function entry(activityKey: string, changes: Partial<LogEntry> = {}): LogEntry {
	return { activityKey, rating: 'as-intended', minutes: null, reason: null, ...changes };
}

test('an activity that was changed was still delivered', () => {
	expect(
		ACTIVITY_RATINGS.map((rating) => [rating, RATING_MEANINGS[rating].delivered, RATING_MEANINGS[rating].asIntended]),
	).toEqual([
		['as-intended', true, true],
		['delivery-changed', true, false],
		['content-changed', true, false],
		['not-delivered', false, false],
	]);
});

test('a reason is needed for any change to a core activity, and whenever one was not delivered', () => {
	const needed = (core: boolean) => ACTIVITY_RATINGS.filter((rating) => needsReason(rating, { core }));
	expect(needed(true)).toEqual(['delivery-changed', 'content-changed', 'not-delivered']);
	expect(needed(false)).toEqual(['not-delivered']);
});

test('an unknown rating is read as none', () => {
	expect([parseActivityRating('as-intended'), parseActivityRating('done'), parseActivityRating('')]).toEqual([
		'as-intended',
		null,
		null,
	]);
});

test('a log is stored in the order of the plan, and an activity without a rating stays missing', () => {
	const entries = [entry('plan', { minutes: 55 }), entry('welcome', { rating: null }), entry('log')];
	expect(checkLog(entries, activities, session, now)).toEqual({
		done: true,
		value: [entry('log'), entry('plan', { minutes: 55 })],
	});
});

test('an activity that was not delivered took no minutes', () => {
	const entries = [entry('log', { rating: 'not-delivered', reason: ' Ran out of time ' })];
	expect(checkLog(entries, activities, session, now)).toEqual({
		done: true,
		value: [{ activityKey: 'log', rating: 'not-delivered', minutes: 0, reason: 'Ran out of time' }],
	});
});

test('a reason left over from another choice is dropped, and one that is welcome is kept', () => {
	const entries = [
		entry('log', { reason: 'Ran out of time' }),
		entry('welcome', { rating: 'delivery-changed', reason: 'Outdoors' }),
	];
	expect(checkLog(entries, activities, session, now)).toMatchObject({
		value: [
			{ activityKey: 'welcome', reason: 'Outdoors' },
			{ activityKey: 'log', reason: null },
		],
	});
});

const faults: [string, LogEntry[], [string, string][]][] = [
	['an activity that the plan does not have', [entry('games')], [['games', 'unknown-activity']]],
	['one activity twice', [entry('log'), entry('log')], [['Looking back', 'activity-twice']]],
	['minutes below 0', [entry('log', { minutes: -1 })], [['Looking back', 'minutes-out-of-range']]],
	['minutes of 600', [entry('log', { minutes: 600 })], [['Looking back', 'minutes-out-of-range']]],
	['half minutes', [entry('log', { minutes: 0.5 })], [['Looking back', 'minutes-out-of-range']]],
	[
		'minutes without a rating',
		[entry('log', { rating: null, minutes: 5 })],
		[['Looking back', 'minutes-without-rating']],
	],
	[
		'minutes of something not delivered',
		[entry('log', { rating: 'not-delivered', minutes: 5, reason: 'Fire drill' })],
		[['Looking back', 'minutes-although-not-delivered']],
	],
	[
		'a core activity changed without a reason',
		[entry('log', { rating: 'content-changed', reason: ' ' })],
		[['Looking back', 'reason-needed']],
	],
	['not delivered without a reason', [entry('welcome', { rating: 'not-delivered' })], [['Welcome', 'reason-needed']]],
	[
		'every fault is told at once',
		[entry('welcome', { minutes: 999 }), entry('log', { rating: 'delivery-changed' }), entry('plan')],
		[
			['Welcome', 'minutes-out-of-range'],
			['Looking back', 'reason-needed'],
		],
	],
];
for (const [name, entries, expected] of faults) {
	test(`a log is refused with the fault of each line: ${name}`, () => {
		const outcome = checkLog(entries, activities, session, now);
		expect(outcome).toMatchObject({ done: false, code: 'faulty-log' });
		expect(faultsOfLog(entries, activities).map(({ title, fault }) => [title, fault])).toEqual(expected);
		expect(outcome).toMatchObject({ details: { faults: faultsOfLog(entries, activities) } });
	});
}

test('0 and the most minutes are minutes, and an adaptable activity may change without a reason', () => {
	const entries = [
		entry('welcome', { rating: 'content-changed', minutes: 0 }),
		entry('log', { minutes: MOST_ACTIVITY_MINUTES }),
	];
	expect(checkLog(entries, activities, session, now).done).toBe(true);
});

test('a log without a single rating says nothing and is refused', () => {
	const none = activities.map(({ key }) => entry(key, { rating: null }));
	expect(checkLog(none, activities, session, now)).toMatchObject({ code: 'nothing-rated' });
	expect(checkLog([], activities, session, now)).toMatchObject({ code: 'nothing-rated' });
});

test('a session is logged from its start on, and a cancelled one never', () => {
	const { startsAt } = session.time;
	expect(checkLog([entry('log')], activities, session, startsAt).done).toBe(true);
	expect(checkLog([entry('log')], activities, session, plusSeconds(startsAt, -1))).toMatchObject({
		code: 'session-not-started',
		details: { startsAt },
	});
	expect(checkLog([entry('log')], activities, { ...session, state: 'cancelled' }, now)).toMatchObject({
		code: 'session-cancelled',
	});
});

const log = (staff: string, version: number, savedAt: string) => ({
	staffId: asId<StaffId>(staff),
	version,
	savedAt: instant(savedAt),
});

test('the figures come from the log that was saved first, and a second log is kept apart', () => {
	const [second, first] = [log('bob', 1, '2026-01-14T09:00:00Z'), log('ann', 1, '2026-01-13T21:00:00Z')];
	expect(chooseLog([second, first])).toEqual({ used: first, apart: [second] });
});

test('a correction replaces its own log and does not lose its place to the other', () => {
	const first = log('ann', 1, '2026-01-13T21:00:00Z');
	const other = log('bob', 1, '2026-01-14T09:00:00Z');
	const corrected = log('ann', 2, '2026-01-15T09:00:00Z');
	expect(chooseLog([corrected, other, first])).toEqual({ used: corrected, apart: [other] });
});

test('of two logs that were saved at one instant the one that was written first is used, whoever’s it is', () => {
	const [ann, bob] = [log('ann', 1, '2026-01-13T21:00:00Z'), log('bob', 1, '2026-01-13T21:00:00Z')];
	expect(chooseLog([bob, ann])).toEqual({ used: bob, apart: [ann] });
	expect(chooseLog([ann, bob])).toEqual({ used: ann, apart: [bob] });
});

test('without a log there is none to use', () => {
	expect(chooseLog([])).toEqual({ used: null, apart: [] });
});

test('a record is complete with a full register and one log', () => {
	const one = [log('ann', 1, '2026-01-13T21:00:00Z')];
	expect(isRecordComplete({ notRecorded: 0 }, one)).toBe(true);
	expect(isRecordComplete({ notRecorded: 1 }, one)).toBe(false);
	expect(isRecordComplete({ notRecorded: 0 }, [])).toBe(false);
});
