import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARKS, type Mark } from '#app/domain/attendance/marks.ts';
import { ACTIVITY_RATINGS, type ActivityRating } from '#app/domain/fidelity/activity-ratings.ts';
import { coreContent, missingContent } from '#app/domain/fidelity/core-content.ts';
import {
	isMissing,
	isReceived,
	type LogsOfSessions,
	type PersonAtSession,
	RECEIVED_STATES,
	type ReceivedState,
	receivedContent,
} from '#app/domain/fidelity/received-content.ts';
import type { SessionState } from '#app/domain/scheduling/session.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';

const session = (name: string) => asId<SessionId>(name);
const row = (name: string, mark: Mark | null, changes: Partial<PersonAtSession> = {}): PersonAtSession => ({
	...{ sessionId: session(name), planNumber: 1, isCatchUp: false, expected: true, mark, minutes: null },
	...{ sessionState: 'held', startsAt: null, ...changes },
});
const log = (name: string, ratings: Record<string, ActivityRating>) =>
	[
		session(name),
		Object.entries(ratings).map(([activityKey, rating]) => ({ activityKey, rating, minutes: null, reason: null })),
	] as const;

const plans = [
	{
		number: 1,
		activities: [
			{ key: 'a', core: true },
			{ key: 'b', core: false },
		],
	},
];
const rules = { lateMinutes: 20 };
const logs: LogsOfSessions = new Map([
	log('s', { a: 'as-intended', b: 'not-delivered' }),
	log('changed', { a: 'delivery-changed', b: 'content-changed' }),
	log('short', { a: 'as-intended' }),
	log('up', { a: 'delivery-changed', b: 'as-intended' }),
	log('thin', { a: 'not-delivered' }),
]);

/** The states of a and b for somebody with these rows. */
function statesOf(rows: readonly PersonAtSession[], caughtUpElsewhere: readonly number[] = []) {
	return receivedContent({ rows, caughtUpElsewhere }, plans, logs, rules).map(({ state }) => state);
}

test('who was there received what the log says was delivered', () => {
	expect(statesOf([row('s', 'attended')])).toEqual(['received', 'not-delivered']);
	expect(statesOf([row('changed', 'attended')])).toEqual(['changed', 'changed']);
	expect(receivedContent({ rows: [row('s', 'attended')], caughtUpElsewhere: [] }, plans, logs, rules)).toEqual([
		{ planNumber: 1, activityKey: 'a', core: true, state: 'received' },
		{ planNumber: 1, activityKey: 'b', core: false, state: 'not-delivered' },
	]);
});

test('an activity that no log speaks of is not known, never not delivered; so is a held session without a mark', () => {
	expect(statesOf([row('short', 'attended')])).toEqual(['received', 'not-known']);
	expect(statesOf([row('no-log', 'attended')])).toEqual(['not-known', 'not-known']);
	expect(statesOf([row('s', null)])).toEqual(['not-known', 'not-known']);
});

test('late or left early counts up to the programme’s minutes, and beyond them as there in part', () => {
	for (const mark of ['late', 'left-early'] as const) {
		expect(statesOf([row('s', mark, { minutes: 20 })])).toEqual(['received', 'not-delivered']);
		expect(statesOf([row('s', mark, { minutes: 21 })])).toEqual(['in-part', 'in-part']);
		expect(statesOf([row('s', mark, { minutes: null })])).toEqual(['received', 'not-delivered']);
	}
});

test('absent, with an apology or without, and stood down is missed', () => {
	for (const mark of ['absent-notified', 'absent-no-contact', 'stood-down'] as const) {
		expect(statesOf([row('s', mark)])).toEqual(['missed', 'missed']);
	}
});

test('a session to come, a cancelled one, and one that nobody expected them at', () => {
	expect(statesOf([row('s', 'absent-notified', { sessionState: 'scheduled' })])).toEqual(['to-come', 'to-come']);
	expect(statesOf([row('s', 'attended', { sessionState: 'cancelled' })])).toEqual(['not-held', 'not-held']);
	expect(statesOf([row('s', 'attended', { expected: false })])).toEqual(['not-expected', 'not-expected']);
	expect(statesOf([row('s', 'attended', { planNumber: 2 })])).toEqual(['not-expected', 'not-expected']);
	expect(statesOf([])).toEqual(['not-expected', 'not-expected']);
});

const missed = row('s', 'absent-no-contact');
const up = (name: string, mark: Mark | null, changes: Partial<PersonAtSession> = {}) =>
	row(name, mark, { isCatchUp: true, ...changes });

test('a catch-up gives what its own log says, however it was delivered', () => {
	expect(statesOf([missed, up('up', 'attended')])).toEqual(['caught-up', 'caught-up']);
	expect(statesOf([up('up', 'attended'), missed])).toEqual(['caught-up', 'caught-up']);
	expect(statesOf([missed, up('thin', 'attended')])).toEqual(['not-delivered', 'not-known']);
	expect(statesOf([missed, up('no-log', 'attended')])).toEqual(['not-known', 'not-known']);
});

test('a catch-up that is to come, was missed, or was too short leaves what was missed', () => {
	expect(statesOf([missed, up('up', null, { sessionState: 'scheduled' })])).toEqual(['missed', 'missed']);
	expect(statesOf([missed, up('up', 'attended', { sessionState: 'scheduled' })])).toEqual(['missed', 'missed']);
	expect(statesOf([missed, up('up', 'absent-notified')])).toEqual(['missed', 'missed']);
	expect(statesOf([missed, up('up', 'late', { minutes: 21 })])).toEqual(['missed', 'missed']);
	expect(statesOf([missed, up('up', 'late', { minutes: 20 })])).toEqual(['caught-up', 'caught-up']);
	expect(statesOf([missed, up('up', null)])).toEqual(['not-known', 'not-known']);
	expect(statesOf([missed, up('up', 'attended', { expected: false })])).toEqual(['missed', 'missed']);
});

test('a plan made up for elsewhere, as an import says, is not known: nobody logged what was in it', () => {
	expect(statesOf([missed], [1])).toEqual(['not-known', 'not-known']);
	expect(statesOf([missed], [2])).toEqual(['missed', 'missed']);
	expect(statesOf([row('s', 'attended')], [1])).toEqual(['received', 'not-known']);
});

test('being there comes before a catch-up, and a session held after a cancelled one before it', () => {
	expect(statesOf([row('changed', 'attended'), up('up', 'attended')])).toEqual(['changed', 'changed']);
	expect(statesOf([row('x', null, { sessionState: 'cancelled' }), row('s', 'attended')])).toEqual([
		'received',
		'not-delivered',
	]);
	expect(
		statesOf([row('x', null, { sessionState: 'cancelled' }), row('y', null, { sessionState: 'scheduled' })]),
	).toEqual(['to-come', 'to-come']);
});

test('each state is received, missing, or neither', () => {
	const sorted = (rule: (state: ReceivedState) => boolean) => RECEIVED_STATES.filter(rule);
	expect(sorted(isReceived)).toEqual(['received', 'changed', 'caught-up']);
	expect(sorted(isMissing)).toEqual(['not-delivered', 'in-part', 'missed', 'not-held']);
});

const cells = (states: readonly ReceivedState[], core = true) =>
	states.map((state, index) => ({ planNumber: 1 + Math.floor(index / 2), activityKey: `a${index}`, core, state }));

test('core content is counted by itself, and its five counts add up', () => {
	const all = [...cells(RECEIVED_STATES), ...cells(['received', 'missed'], false)];
	expect(coreContent(all, { shareOfCoreActivities: null })).toEqual({
		...{ planned: 10, received: 3, missing: 4, notKnown: 1, toCome: 1, notExpected: 1 },
		...{ needed: null, standing: 'no-rule' },
	});
});

test('the rule asks for whole activities, without one more from binary fractions', () => {
	const needed = (share: number, count: number) =>
		coreContent(cells(Array.from({ length: count }, () => 'to-come')), { shareOfCoreActivities: share }).needed;
	expect([needed(0.8, 15), needed(0.8, 16), needed(0.7, 10), needed(1, 3), needed(0, 3), needed(0.55, 20)]).toEqual([
		12, 13, 7, 3, 0, 11,
	]);
});

test('how the rule stands: met, open, as the logs say, or only by a catch-up', () => {
	const standing = (...states: ReceivedState[]) => coreContent(cells(states), { shareOfCoreActivities: 0.5 }).standing;
	expect(standing('received', 'caught-up', 'missed', 'missed')).toBe('met');
	expect(standing('received', 'to-come', 'missed', 'missed')).toBe('open');
	expect(standing('received', 'not-known', 'missed', 'missed')).toBe('depends-on-logs');
	expect(standing('to-come', 'not-known', 'missed', 'missed')).toBe('depends-on-logs');
	expect(standing('received', 'not-delivered', 'missed', 'not-held')).toBe('needs-catch-up');
	expect(standing('received', 'not-expected', 'missed', 'in-part')).toBe('needs-catch-up');
});

test('missing content is the core that is known to be missing, by plan', () => {
	const own = [
		...cells(['missed', 'received', 'not-delivered', 'in-part', 'not-known', 'not-held']),
		...cells(['missed'], false),
	];
	expect(missingContent(own)).toEqual([
		{ planNumber: 1, cells: [own[0]] },
		{ planNumber: 2, cells: [own[2], own[3]] },
		{ planNumber: 3, cells: [own[5]] },
	]);
	expect(missingContent(cells(['received', 'to-come', 'not-known', 'not-expected']))).toEqual([]);
});

const anyRow = fc.record({
	sessionId: fc.constantFrom('s', 'changed', 'short', 'up', 'thin', 'no-log').map(session),
	planNumber: fc.constantFrom(1, 2),
	isCatchUp: fc.boolean(),
	expected: fc.boolean(),
	mark: fc.option(fc.constantFrom(...MARKS)),
	minutes: fc.option(fc.constantFrom(5, 20, 21, 60)),
	sessionState: fc.constantFrom<SessionState[]>('scheduled', 'held', 'cancelled'),
	startsAt: fc.constant(null),
});

test('every cell is that of a slow reading of the rules', () => {
	fc.assert(
		fc.property(fc.array(anyRow, { maxLength: 4 }), fc.boolean(), (rows, elsewhere) => {
			const found = statesOf(rows, elsewhere ? [1] : []);
			expect(found).toEqual(['a', 'b'].map((key) => slowState(rows, key, elsewhere)));
		}),
		{ numRuns: 400 },
	);
});

/** Word for word: who was in the room long enough, and what the log of that room says. */
function slowState(rows: readonly PersonAtSession[], key: string, elsewhere: boolean): ReceivedState {
	const own = rows.filter((one) => one.planNumber === 1 && one.expected);
	const there = (one: PersonAtSession) => one.mark === 'attended' || one.mark === 'late' || one.mark === 'left-early';
	const short = (one: PersonAtSession) => one.mark !== 'attended' && one.minutes !== null && one.minutes > 20;
	const said = (one: PersonAtSession) =>
		logs.get(one.sessionId)?.find(({ activityKey }) => activityKey === key)?.rating;
	const held = own.filter((one) => one.sessionState === 'held');
	const full = held.filter((one) => there(one) && !short(one));
	const some = (list: readonly PersonAtSession[], ratings: readonly (ActivityRating | undefined)[]) =>
		list.some((one) => ratings.includes(said(one)));
	const [group, again] = [full.filter((one) => !one.isCatchUp), full.filter((one) => one.isCatchUp)];
	if (some(group, ['as-intended'])) return 'received';
	if (some(group, ['delivery-changed', 'content-changed'])) return 'changed';
	if (some(again, ACTIVITY_RATINGS.slice(0, 3))) return 'caught-up';
	if (elsewhere || some(full, [undefined]) || held.some((one) => one.mark === null)) return 'not-known';
	if (some(full, ['not-delivered'])) return 'not-delivered';
	const met = held.filter((one) => !one.isCatchUp);
	if (met.some((one) => there(one))) return 'in-part';
	if (met.length > 0) return 'missed';
	const term = own.filter((one) => !one.isCatchUp);
	if (term.some((one) => one.sessionState === 'scheduled')) return 'to-come';
	return term.length > 0 ? 'not-held' : 'not-expected';
}
