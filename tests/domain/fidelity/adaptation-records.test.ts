import { expect, test } from 'vitest';
import {
	ADAPTATION_STANDINGS,
	changesWithoutRecord,
	checkAdaptation,
	checkDecision,
	checkRevision,
	type SaidAdaptation,
	saysTheSame,
	standingOf,
	stands,
} from '#app/domain/fidelity/adaptation-records.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';

const session = {
	state: 'scheduled',
	time: sessionTimeAt(calendarDay('2026-01-13'), clockTime('18:30'), 120)!,
} as const;
const asked = { activities: [{ key: 'core', core: true }], leadAgrees: false };
const said: SaidAdaptation = {
	...{ when: 'implementation', how: 'In the planning meeting', isLasting: false, decidedBy: 'team', what: 'content' },
	...{ contentChange: 'tailoring', contextChange: null, level: 'cohort', fidelity: 'consistent', goal: 'better-fit' },
	...{ reason: 'Two read little', activityKey: 'core' },
};
const [before, from] = ['2026-01-13T18:29:59Z', '2026-01-13T18:30:00Z'].map((text) => instant(text)) as [
	ReturnType<typeof instant>,
	ReturnType<typeof instant>,
];

test('what is written before the session starts is planned, and from its start on a reaction', () => {
	expect(checkAdaptation(said, asked, session, before)).toMatchObject({ value: { planned: 'proactive' } });
	expect(checkAdaptation(said, asked, session, from)).toMatchObject({ value: { planned: 'reactive' } });
	expect(checkAdaptation(said, asked, { ...session, time: null }, from)).toMatchObject({
		value: { planned: 'proactive' },
	});
});

test('nothing is changed in a session that did not go ahead, and every fault of the answers is named', () => {
	const cancelled = { ...session, state: 'cancelled' } as const;
	expect(checkAdaptation(said, asked, cancelled, from)).toMatchObject({ code: 'session-cancelled' });
	expect(checkAdaptation({ ...said, goal: 'fun', activityKey: 'juggling' }, asked, session, from)).toMatchObject({
		code: 'faulty-adaptation',
		details: {
			faults: [
				{ field: 'goal', fault: 'not-an-answer' },
				{ field: 'activityKey', fault: 'unknown-activity' },
			],
		},
	});
	const removed = { ...said, contentChange: 'removing' };
	expect(checkAdaptation(removed, asked, session, from)).toMatchObject({ code: 'faulty-adaptation' });
	expect(checkAdaptation(removed, { ...asked, leadAgrees: true }, session, from)).toMatchObject({ done: true });
});

const kept = { planned: 'proactive', decision: null, isCorrected: false, isWithdrawn: false } as const;

test('a proposal waits until it is decided, and from the session’s start on it was not; an unplanned change stays one', () => {
	const standings = (['proactive', 'reactive'] as const).map((planned) =>
		[before, from].map((now) =>
			([null, 'approved', 'declined'] as const).map((decision) =>
				standingOf({ ...kept, planned, decision }, session, now),
			),
		),
	);
	const unplanned = ['unplanned', 'unplanned', 'unplanned'];
	expect(standings).toEqual([
		[
			['waiting', 'approved', 'declined'],
			['not-decided', 'approved', 'declined'],
		],
		[unplanned, unplanned],
	]);
	expect(standingOf(kept, { time: null }, from)).toBe('waiting');
});

test('what was corrected or withdrawn stands no more, whatever was decided of it', () => {
	for (const decision of [null, 'approved', 'declined'] as const) {
		const corrected = standingOf({ ...kept, decision, isCorrected: true }, session, before);
		const withdrawn = standingOf({ ...kept, decision, isWithdrawn: true }, session, before);
		expect([corrected, withdrawn]).toEqual(['corrected', 'withdrawn']);
	}
	const standing = ADAPTATION_STANDINGS.filter((one) => stands({ standing: one }));
	expect(standing).toEqual(['approved', 'waiting', 'declined', 'not-decided', 'unplanned']);
});

test('what stands is said anew with a reason and with something changed; what does not stand is not', () => {
	const again = { reason: ' Wrong activity ', isSame: false };
	for (const standing of ['approved', 'waiting', 'declined', 'not-decided', 'unplanned'] as const)
		expect(checkRevision(standing, again)).toEqual({ done: true, value: 'Wrong activity' });
	for (const standing of ['corrected', 'withdrawn'] as const)
		expect(checkRevision(standing, again)).toMatchObject({ code: 'changed-meanwhile', details: { standing } });
	for (const reason of [null, '  ', ''])
		expect(checkRevision('waiting', { ...again, reason })).toMatchObject({ code: 'reason-needed' });
	expect(checkRevision('approved', { ...again, isSame: true })).toMatchObject({ code: 'nothing-changed' });
});

test('two accounts say the same when every answer is the same', () => {
	expect(saysTheSame(said, { ...said })).toBe(true);
	const others: Partial<SaidAdaptation>[] = [
		...[{ activityKey: null }, { when: 'pilot' }, { how: 'Otherwise' }, { isLasting: true }, { decidedBy: 'funder' }],
		...[{ what: 'context' }, { contentChange: 'adding' }, { contextChange: 'setting' }, { level: 'unit' }],
		...[{ fidelity: 'inconsistent' }, { goal: 'cost' }, { reason: 'The room' }],
	];
	expect(others).toHaveLength(Object.keys(said).length);
	for (const other of others) expect(saysTheSame(said, { ...said, ...other })).toBe(false);
});

test('a proposal is decided once, by somebody else than who made it, and declined with a reason', () => {
	const approve = { isOwn: false, decision: 'approved', reason: null } as const;
	expect(checkDecision('waiting', approve)).toMatchObject({ done: true });
	expect(checkDecision('waiting', { ...approve, decision: 'declined' })).toMatchObject({ code: 'reason-needed' });
	expect(checkDecision('waiting', { ...approve, decision: 'declined', reason: 'Core' })).toMatchObject({ done: true });
	expect(checkDecision('waiting', { ...approve, isOwn: true })).toMatchObject({ code: 'own-proposal' });
	expect(checkDecision('unplanned', approve)).toMatchObject({ code: 'not-proposed' });
	expect(checkDecision('not-decided', approve)).toMatchObject({ code: 'session-started' });
	for (const standing of ['corrected', 'withdrawn'] as const)
		expect(checkDecision(standing, approve)).toMatchObject({ code: 'changed-meanwhile', details: { standing } });
	for (const standing of ['approved', 'declined'] as const)
		expect(checkDecision(standing, approve)).toMatchObject({ code: 'decided-already', details: { standing } });
});

test('a changed activity of which nobody said what was changed is missing; the others are not', () => {
	const ratings = [
		{ activityKey: 'a', rating: 'delivery-changed' },
		{ activityKey: 'b', rating: 'content-changed' },
		{ activityKey: 'c', rating: 'content-changed' },
		{ activityKey: 'd', rating: 'as-intended' },
		{ activityKey: 'e', rating: 'not-delivered' },
	] as const;
	const standing = 'unplanned';
	const records = [
		{ activityKey: 'b', standing },
		{ activityKey: null, standing },
		{ activityKey: 'c', standing: 'withdrawn' },
	] as const;
	expect(changesWithoutRecord(ratings, records)).toEqual(['a', 'c']);
	expect(changesWithoutRecord([], [])).toEqual([]);
});
