import { expect, test } from 'vitest';
import { instant } from '#app/domain/shared/instant.ts';
import { signInExpiry } from '#app/domain/sign-in/sign-in-limits.ts';

const limits = { idleMinutes: 240, strictIdleMinutes: 60, longestMinutes: 720 };
const createdAt = instant('2026-03-03T09:00:00Z');
const ends = (roles: string[], now: string) => signInExpiry(limits, roles, { createdAt, now: instant(now) });

test('four idle hours for those who work an evening, one for those who see most', () => {
	expect(ends(['facilitator'], '2026-03-03T10:00:00Z')).toBe('2026-03-03T14:00:00Z');
	expect(ends(['coordinator'], '2026-03-03T10:00:00Z')).toBe('2026-03-03T14:00:00Z');
	expect(ends(['facilitator', 'lead'], '2026-03-03T10:00:00Z')).toBe('2026-03-03T11:00:00Z');
	expect(ends(['partner-support'], '2026-03-03T10:00:00Z')).toBe('2026-03-03T11:00:00Z');
});

test('twelve hours in any case', () => {
	expect(ends(['facilitator'], '2026-03-03T20:30:00Z')).toBe('2026-03-03T21:00:00Z');
	expect(ends(['lead'], '2026-03-03T20:30:00Z')).toBe('2026-03-03T21:00:00Z');
});
