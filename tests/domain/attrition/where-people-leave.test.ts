import { expect, test } from 'vitest';
import { EXIT_REASON_GROUPS } from '#app/domain/attrition/exit-reasons.ts';
import { type ExitFact, exitsByReason, exitsBySession } from '#app/domain/attrition/where-people-leave.ts';

const EXITS: readonly ExitFact[] = [
	{ kind: 'left', reason: 'work', lastAttended: 3 },
	{ kind: 'left', reason: 'moved-away', lastAttended: 3 },
	{ kind: 'removed', reason: 'behaviour-in-sessions', lastAttended: 3 },
	{ kind: 'removed', reason: 'behaviour-in-sessions', lastAttended: 11 },
	{ kind: 'left', reason: 'motivation-changed', lastAttended: null },
	{ kind: 'left', reason: null, lastAttended: 1 },
];

test('exits stand at the last session attended, in plan order; who never came is at none', () => {
	expect(exitsBySession(EXITS).map(({ afterSession, left, removed }) => [afterSession, left, removed])).toEqual([
		[1, 1, 0],
		[3, 2, 1],
		[11, 0, 1],
	]);
});

test('a session says why people left after it, and a reason that is not known is none of them', () => {
	const [first, third] = exitsBySession(EXITS);
	expect(first!.reasons).toEqual([]);
	expect(third!.reasons.map(({ label, left, removed }) => [label, left, removed])).toEqual([
		['Motivation and behaviour', 0, 1],
		['Circumstances', 2, 0],
	]);
});

test('reasons are counted in two levels, drop-out and removal apart, in the order of the reference data', () => {
	expect(exitsByReason(EXITS)).toEqual([
		{
			...{ key: 'motivation-and-behaviour', label: 'Motivation and behaviour', left: 1, removed: 2 },
			reasons: [
				{ code: 'motivation-changed', label: 'Motivation changed', left: 1, removed: 0 },
				{ code: 'behaviour-in-sessions', label: 'Behaviour in sessions', left: 0, removed: 2 },
			],
		},
		{
			...{ key: 'circumstances', label: 'Circumstances', left: 2, removed: 0 },
			reasons: [
				{ code: 'moved-away', label: 'Moved away', left: 1, removed: 0 },
				{ code: 'work', label: 'Work', left: 1, removed: 0 },
			],
		},
	]);
});

test('every reason of the reference data is counted, each in its own group alone', () => {
	const every = EXIT_REASON_GROUPS.flatMap(({ reasons }) => reasons.map(({ code }) => code));
	const counted = exitsByReason(every.map((reason) => ({ kind: 'left', reason })));
	expect(counted.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual(every);
	expect(counted.reduce((sum, { left }) => sum + left, 0)).toBe(every.length);
});
