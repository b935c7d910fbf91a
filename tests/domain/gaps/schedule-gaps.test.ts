import { expect, test } from 'vitest';
import {
	type ApprovedChange,
	type DecidedPlan,
	type ScheduledSession,
	scheduleGaps,
} from '#app/domain/gaps/schedule-gaps.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';

const id = (planNumber: number) => asId<SessionId>(`s${planNumber}`);

/** A session of this plan on a day of January, from 6 to 8 in the evening unless it says otherwise. */
function session(
	planNumber: number,
	day: number,
	more: Partial<ScheduledSession> & { from?: string; to?: string } = {},
) {
	const { from = '18:00', to = '20:00', ...rest } = more;
	const at = (time: string) => `2026-01-${String(day).padStart(2, '0')}T${time}:00Z`;
	const time = { startsAt: at(from), endsAt: at(to) } as never;
	return {
		id: id(planNumber),
		planNumber,
		kind: 'group',
		enrolmentId: null,
		state: 'held',
		time,
		...rest,
	} as ScheduledSession;
}

function gaps(sessions: readonly ScheduledSession[], decided: DecidedPlan[] = [], approved: ApprovedChange[] = []) {
	const found = scheduleGaps(sessions, decided, approved);
	return { merged: [...found.merged], split: [...found.split], outOfOrder: [...found.outOfOrder] };
}
const NONE = { merged: [], split: [], outOfOrder: [] };
const approve = (plan: number, contentChange: string | null) => ({ sessionId: id(plan), contentChange });

test('one by one in the order of the plan there is no gap, two in one evening included', () => {
	expect(gaps([session(1, 6), session(2, 13), session(3, 13, { from: '20:00', to: '22:00' })])).toEqual(NONE);
	expect(gaps([])).toEqual(NONE);
});

test('a session that begins after one of a later plan was held is out of order, held or still to come', () => {
	expect(gaps([session(1, 6), session(3, 13), session(2, 20)]).outOfOrder).toEqual(['s2']);
	expect(gaps([session(1, 6), session(3, 13), session(2, 20, { state: 'scheduled' })]).outOfOrder).toEqual(['s2']);
	expect(gaps([session(3, 13, { state: 'scheduled' }), session(2, 20, { state: 'scheduled' })])).toEqual(NONE);
	expect(gaps([session(3, 13), session(2, 20, { state: 'cancelled' })])).toEqual(NONE);
	expect(gaps([session(3, 13), session(2, 20, { time: null })])).toEqual(NONE);
});

test('individual sessions and catch-ups have no place in the order', () => {
	for (const more of [{ kind: 'individual' }, { kind: 'catch-up' }, { enrolmentId: 'e1' as never }] as const) {
		expect(gaps([session(3, 13), session(2, 20, more)])).toEqual(NONE);
	}
	expect(gaps([session(3, 13), session(2, 20, { kind: 'review' })]).outOfOrder).toEqual(['s2']);
});

test('two that were held over one another are merged, and neither is out of order', () => {
	const together = [session(2, 13), session(3, 13, { from: '19:00', to: '21:00' })];
	expect(gaps(together)).toEqual({ ...NONE, merged: ['s3'] });
	expect(gaps([session(2, 13, { from: '19:00', to: '21:00' }), session(3, 13)])).toEqual({ ...NONE, merged: ['s3'] });
	expect(gaps([session(2, 13, { state: 'scheduled' }), session(3, 13)])).toEqual(NONE);
});

test('what was decided of a plan is a gap: merged of the one that was cancelled, split of the one that was held', () => {
	const decided = (decision: DecidedPlan['decision'], other: number | null): DecidedPlan => {
		return { sessionId: id(2), decision, otherId: other === null ? null : id(other) };
	};
	const cancelled = [session(2, 13, { state: 'cancelled' }), session(3, 20)];
	expect(gaps(cancelled, [decided('merged', 3)])).toEqual({ ...NONE, merged: ['s2'] });
	expect(gaps(cancelled, [decided('not-delivered', null)])).toEqual(NONE);
	expect(gaps([session(2, 13), session(3, 20)], [decided('split', 3)])).toEqual({ ...NONE, split: ['s2'] });
});

test('an approved adaptation that describes it explains it, at either of the two sessions, and no other does', () => {
	const late = [session(3, 13), session(2, 20)];
	for (const plan of [2, 3]) expect(gaps(late, [], [approve(plan, 're-ordering')])).toEqual(NONE);
	expect(gaps(late, [], [approve(2, 'spreading'), approve(1, 're-ordering'), approve(2, null)]).outOfOrder).toEqual([
		's2',
	]);
	const merged: DecidedPlan[] = [{ sessionId: id(2), decision: 'merged', otherId: id(3) }];
	const cancelled = [session(2, 13, { state: 'cancelled' }), session(3, 20)];
	for (const change of ['integrating-another', 'integrating-into-another']) {
		expect(gaps(cancelled, merged, [approve(3, change)])).toEqual(NONE);
	}
	expect(gaps(cancelled, merged, [approve(3, 're-ordering')]).merged).toEqual(['s2']);
	const split: DecidedPlan[] = [{ sessionId: id(2), decision: 'split', otherId: id(3) }];
	expect(gaps([session(2, 13), session(3, 20)], split, [approve(2, 'spreading')])).toEqual(NONE);
});

test('a session that came after two later ones is one gap, open until both are explained', () => {
	const late = [session(3, 6), session(4, 13), session(2, 20)];
	expect(gaps(late).outOfOrder).toEqual(['s2']);
	expect(gaps(late, [], [approve(3, 're-ordering')]).outOfOrder).toEqual(['s2']);
	expect(gaps(late, [], [approve(3, 're-ordering'), approve(4, 're-ordering')])).toEqual(NONE);
});
