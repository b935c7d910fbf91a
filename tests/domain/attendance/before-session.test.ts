import { expect, test } from 'vitest';
import type { AttendanceFact } from '#app/domain/attendance/attendance-fact.ts';
import { knowBefore } from '#app/domain/attendance/before-session.ts';
import type { Mark } from '#app/domain/attendance/marks.ts';
import { recordFromHistory } from '#app/domain/attendance/record-from-history.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { testContext } from '#tests/support/context.ts';

const programme = testContext().content.programmeOf({ slug: 'caring-dads', version: '1', variant: null });
const at = (plan: number) =>
	instant(new Date(Date.UTC(2026, 0, 6 + 7 * plan, 18, 30)).toISOString().replace('.000', ''));
const fact = (
	planNumber: number,
	mark: Mark | null,
	state: AttendanceFact['sessionState'] = 'held',
): AttendanceFact => ({
	...{ expected: true, mark, minutes: null, planNumber, sessionState: state, startsAt: at(planNumber) },
});
const know = (facts: readonly AttendanceFact[], plan: number) =>
	knowBefore(
		{ facts, booked: [], caughtUpPlans: [], joinsAtPlan: 1, isActive: true },
		{ session: { time: { startsAt: at(plan) } as never }, programme, now: at(plan) },
	);

test('the first session is the one before which somebody is expected at none, whatever is recorded by now', () => {
	const next = fact(2, null, 'scheduled');
	expect(know([fact(1, null, 'scheduled')], 1).isFirst).toBe(true);
	expect(know([fact(1, 'attended'), next], 2).isFirst).toBe(false);
	expect(know([fact(1, 'absent-no-contact'), next], 2).isFirst).toBe(false);
	expect(know([fact(1, null, 'scheduled'), next], 2).isFirst).toBe(false);
	expect(know([fact(1, null), next], 2).isFirst).toBe(false);
});

test('a session that did not go ahead, and one at which they were not expected, leave the next one the first', () => {
	const next = fact(2, null, 'scheduled');
	expect(know([fact(1, null, 'cancelled'), next], 2).isFirst).toBe(true);
	expect(know([{ ...fact(1, null), expected: false }, next], 2).isFirst).toBe(true);
});

test('a catch-up before it was the first that they came to; one after it was not', () => {
	const isFirst = (plan: number) =>
		knowBefore(
			{
				...{ facts: [fact(2, null, 'scheduled')], caughtUpPlans: [1], joinsAtPlan: 2, isActive: true },
				booked: [{ planNumber: 1, sessionId: asId<SessionId>('c'), startsAt: at(plan), mark: 'attended' }],
			},
			{ session: { time: { startsAt: at(2) } as never }, programme, now: at(3) },
		).isFirst;
	expect([isFirst(1), isFirst(3)]).toEqual([false, true]);
});

test('a run of absences is told as it stood before the session, whatever was marked at it', () => {
	const facts = [fact(1, 'attended'), fact(2, 'absent-no-contact'), fact(3, 'absent-notified'), fact(4, 'attended')];
	expect(know(facts, 4).missedInARow).toBe(2);
	expect(know(facts, 3).missedInARow).toBe(1);
	expect(know(facts, 5).missedInARow).toBe(0);
});

test('who missed a session needs a catch-up of it, and what they may still miss is counted', () => {
	const { needs, best } = know([fact(1, 'attended'), fact(2, 'absent-no-contact')], 3);
	expect(needs).toEqual([2]);
	expect(best).toEqual({ standing: expect.any(String), mayMiss: expect.any(Number) });
});

test('rows are sorted into those of the term and booked catch-ups; of a session that is not given nothing is said', () => {
	const [term, catchUp, unknown] = ['a', 'b', 'c'].map((id) => asId<SessionId>(id)) as [
		SessionId,
		SessionId,
		SessionId,
	];
	const time = { startsAt: at(3) } as never;
	const sessions = new Map([
		[term, { planNumber: 1, kind: 'group', state: 'held', time: null } as const],
		[catchUp, { planNumber: 2, kind: 'catch-up', state: 'scheduled', time } as const],
	]);
	const read = recordFromHistory(
		[
			[term, 1, 'attended', null],
			[catchUp, 1, null, null],
			[unknown, 1, 'late', 5],
		],
		sessions,
	);
	expect(read.facts).toMatchObject([{ planNumber: 1, mark: 'attended', expected: true, startsAt: null }]);
	expect(read.booked).toEqual([{ planNumber: 2, sessionId: catchUp, startsAt: at(3), mark: null }]);
	expect(recordFromHistory([[catchUp, 0, null, null]], sessions).booked).toEqual([]);
});
