import { expect, test } from 'vitest';
import { retentionOf } from '#app/domain/attrition/retention.ts';
import type { SessionState } from '#app/domain/scheduling/session.ts';
import { survivalCurve } from '#app/domain/statistics/survival.ts';
import { facts } from '../attendance/facts.ts';

/** Sessions of the plan, `h` held, `x` cancelled, `s` to come. */
function sessions(letters: string) {
	const states: Record<string, SessionState> = { h: 'held', x: 'cancelled', s: 'scheduled' };
	return [...letters].map((letter, index) => ({ planNumber: index + 1, state: states[letter]! }));
}

const only = (letters: string, state: 'enrolled' | 'on-programme' | 'completed' | 'left' | 'removed', held: string) =>
	retentionOf([{ state, facts: facts(letters) }], sessions(held)).observations[0];

test('somebody still on programme is censored at the last session that was held', () => {
	expect(only('PPN', 'on-programme', 'hhhss')).toEqual({ entry: 0, exit: 3, event: false, cause: null, group: 'all' });
});

test('somebody who completed is censored at the last session that was held', () => {
	expect(only('PPPPN', 'completed', 'hhhhh')).toMatchObject({ exit: 5, event: false });
});

test('leaving is an event at the last session attended, not at the day of the exit', () => {
	expect(only('PLNN', 'left', 'hhhhh')).toEqual({ entry: 0, exit: 2, event: true, cause: 'left', group: 'all' });
});

test('removal by the service is an event with its own cause', () => {
	expect(only('PPE', 'removed', 'hhhhh')).toMatchObject({ exit: 3, event: true, cause: 'removed' });
});

test('somebody is at risk from the first session attended, so a late joiner enters late', () => {
	expect(only('NNPP', 'on-programme', 'hhhh')).toMatchObject({ entry: 2, exit: 4 });
	expect(only('..P', 'left', 'hhhh')).toMatchObject({ entry: 2, exit: 3, event: true });
});

test('people who never attended belong to the funnel, not to the curve', () => {
	const members = [
		{ state: 'left', facts: facts('NN') },
		{ state: 'enrolled', facts: [] },
		{ state: 'on-programme', facts: facts('PP') },
	] as const;
	const retention = retentionOf(members, sessions('hh'));
	expect(retention.neverAttended).toBe(2);
	expect(retention.observations).toHaveLength(1);
});

test('a cancelled session is no exposure', () => {
	expect(only('PPx', 'on-programme', 'hhxss')).toMatchObject({ exit: 2 });
	expect(only('PPxP', 'on-programme', 'hhxhs')).toMatchObject({ exit: 4 });
});

test('observations carry the name of their cohort', () => {
	const [observation] = retentionOf([{ state: 'left', facts: facts('P') }], sessions('h'), 'CD26').observations;
	expect(observation!.group).toBe('CD26');
});

// The wall register of data/register.xlsx: ten men, one joined at session 3, one left after session 6, 9 was cancelled.
test('the wall register’s cohort keeps nine of ten men', () => {
	const whole = 'PPPPPPPPxPPPPPPPP';
	const members = [
		...Array.from({ length: 8 }, () => ({ state: 'completed', facts: facts(whole) }) as const),
		{ state: 'completed', facts: facts(whole).slice(2) } as const,
		{ state: 'left', facts: facts('PPNPAP') } as const,
	];
	const { observations } = retentionOf(members, sessions('hhhhhhhhxhhhhhhhh'));
	const curve = survivalCurve(observations);
	expect(curve.steps).toMatchObject([{ time: 6, atRisk: 10, events: 1 }]);
	expect(curve.steps[0]!.survival).toBeCloseTo(0.9, 12);
});
