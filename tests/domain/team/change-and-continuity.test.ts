import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { coversInTheWay, coversNowFor, teamChange, teamMark } from '#app/domain/team/change-team.ts';
import { continuityOf } from '#app/domain/team/continuity.ts';
import { ann, bob, cat, dan, eve, fay } from './people.ts';

const lead = (staffId: StaffId) => ({ staffId, duty: 'lead-facilitator' }) as const;
const co = (staffId: StaffId) => ({ staffId, duty: 'co-facilitator' }) as const;

test('a change says who joins, who leaves, and who stays with another duty', () => {
	expect(teamChange([lead(ann), co(bob)], [lead(bob), co(cat)])).toEqual({
		joining: [co(cat)],
		leaving: [lead(ann)],
		changing: [lead(bob)],
	});
	expect(teamChange([lead(ann), co(bob)], [co(bob), lead(ann)])).toEqual({ joining: [], leaving: [], changing: [] });
});

test('only covers for who leaves are in the way of a change', () => {
	const covers = [
		{ absentId: ann, coveringId: cat },
		{ absentId: bob, coveringId: cat },
	];
	expect(coversInTheWay(teamChange([lead(ann), co(bob)], [lead(ann), co(dan)]), covers)).toEqual([covers[1]]);
	expect(coversInTheWay(teamChange([lead(ann)], [lead(ann), co(dan)]), covers)).toEqual([]);
});

test('a cover that is kept stands for who takes the place, of the same duty first', () => {
	const change = teamChange([lead(ann), co(bob)], [co(cat), lead(dan)]);
	const nowFor = (absentId: StaffId, coveringId: StaffId, of = change) =>
		coversNowFor([{ absentId, coveringId }], of).get(absentId);
	expect(nowFor(ann, bob)).toBe(dan);
	expect(nowFor(bob, ann)).toBe(cat);
	// Nobody stands in for themself.
	expect(nowFor(bob, cat)).toBe(dan);
	expect(nowFor(bob, cat, teamChange([lead(ann), co(bob)], [lead(ann)]))).toBe(bob);
});

test('of two covers that are kept none stands for the same person: each for one who joins, or for who left', () => {
	const both = [
		{ absentId: ann, coveringId: eve },
		{ absentId: bob, coveringId: fay },
	];
	const nowFor = (after: Parameters<typeof teamChange>[1], spoken: readonly StaffId[] = []) => [
		...coversNowFor(both, teamChange([lead(ann), co(bob)], after), spoken).values(),
	];
	expect(nowFor([co(cat), lead(dan)])).toEqual([dan, cat]);
	expect(nowFor([co(cat), co(dan)])).toEqual([dan, cat]);
	expect(nowFor([co(cat)])).toEqual([ann, cat]);
	expect(nowFor([lead(cat)])).toEqual([cat, bob]);
	expect(nowFor([lead(cat), co(dan)], [cat])).toEqual([ann, dan]);
	// Who stands in at the session is not also who is away from it.
	expect(nowFor([lead(eve), co(cat)])).toEqual([ann, cat]);
});

test('two teams have one mark when they are the same, in whatever order', () => {
	expect(teamMark([lead(ann), co(bob)])).toBe(teamMark([co(bob), lead(ann)]));
	expect(teamMark([lead(ann), co(bob)])).not.toBe(teamMark([lead(bob), co(ann)]));
});

test('continuity counts who delivered what, and how often the team was another than before', () => {
	const held = [[ann, bob], [bob, ann], [ann, cat], [ann, bob], [ann]].map((team) => ({ team }));
	expect(continuityOf(held)).toEqual({
		held: 5,
		facilitators: [
			{ staffId: ann, delivered: 5 },
			{ staffId: bob, delivered: 3 },
			{ staffId: cat, delivered: 1 },
		],
		changes: 3,
	});
	expect(continuityOf([])).toEqual({ held: 0, facilitators: [], changes: 0 });
});

test('deliveries add up to the teams, nobody delivers more than was held, and changes are between sessions', () => {
	const teams = fc.array(fc.uniqueArray(fc.constantFrom(ann, bob, cat, dan), { minLength: 1 }), { maxLength: 20 });
	const holds = fc.property(teams, (drawn) => {
		const { held, facilitators, changes } = continuityOf(drawn.map((team) => ({ team })));
		expect(facilitators.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(drawn.flat().length);
		expect(facilitators.every(({ delivered }) => delivered >= 1 && delivered <= held)).toBe(true);
		expect(changes).toBeLessThanOrEqual(Math.max(0, held - 1));
		// Read backwards, as many changes lie between the sessions.
		expect(continuityOf(drawn.toReversed().map((team) => ({ team }))).changes).toBe(changes);
	});
	fc.assert(holds);
});
