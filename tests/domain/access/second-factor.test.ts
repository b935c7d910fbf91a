import { expect, test } from 'vitest';
import { mayUseStep, needsSecondFactor, outstandingProof } from '#app/domain/access/second-factor.ts';
import { instant } from '#app/domain/shared/instant.ts';

const AT = instant('2026-03-03T18:00:00Z');

test.each([
	[['lead'], true],
	[['administrator'], true],
	[['partner-support'], true],
	[['facilitator', 'lead'], true],
	[['facilitator'], false],
	[['coordinator'], false],
	[['facilitator', 'coordinator'], false],
	[[], false],
])('%j must have a second factor: %s', (roles, must) => {
	expect(needsSecondFactor(roles)).toBe(must);
});

test.each([
	['a facilitator without one is in by the password', ['facilitator'], false, null, null],
	['a facilitator with one gives a code', ['facilitator'], true, null, 'code'],
	['a lead without one sets it up', ['lead'], false, null, 'set-up'],
	['a lead with one gives a code', ['lead'], true, null, 'code'],
	['a lead who gave a code is in', ['lead'], true, AT, null],
	['a lead who was proved by a trusted provider is in without one of ours', ['lead'], false, AT, null],
] as const)('%s', (_, roles, hasSecondFactor, secondFactorAt, outstanding) => {
	expect(outstandingProof({ roles, hasSecondFactor, secondFactorAt })).toBe(outstanding);
});

test('a step works once, and none before one that was used', () => {
	expect(mayUseStep(100, null, false)).toBe(true);
	expect(mayUseStep(101, 100, false)).toBe(true);
	expect(mayUseStep(100, 100, false)).toBe(false);
	expect(mayUseStep(99, 100, false)).toBe(false);
});

test('while the clock stands still a step may come again', () => {
	expect(mayUseStep(100, 100, true)).toBe(true);
});
