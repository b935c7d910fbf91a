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

test('the first session is the one before which nothing of somebody is recorded', () => {
	expect(know([fact(1, null, 'scheduled')], 1).isFirst).toBe(true);
	expect(know([fact(1, 'attended'), fact(2, null, 'scheduled')], 2).isFirst).toBe(false);
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
