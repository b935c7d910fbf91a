import { expect, test } from 'vitest';
import { instant } from '#app/domain/shared/instant.ts';
import { attemptsNow, MOST_FAILURES } from '#app/domain/sign-in/attempt-limits.ts';

const before = { failures: 7, windowStartedAt: instant('2026-03-03T09:00:00Z') };

test('a window goes on for a quarter of an hour, and then begins anew: nothing locks for good', () => {
	expect(attemptsNow(before, instant('2026-03-03T09:14:59Z'))).toEqual(before);
	const now = instant('2026-03-03T09:15:00Z');
	expect(attemptsNow(before, now)).toEqual({ failures: 0, windowStartedAt: now });
	expect(attemptsNow(null, now)).toEqual({ failures: 0, windowStartedAt: now });
});

test('an office that shares an address may fail far more often than one account', () => {
	for (const { account, address } of Object.values(MOST_FAILURES)) expect(address).toBeGreaterThan(account ?? 0);
});
