import { expect, test } from 'vitest';
import type { AttendanceFact } from '#app/domain/attendance/attendance-fact.ts';
import { receivedSoFar } from '#app/domain/attendance/received-so-far.ts';
import { instant } from '#app/domain/shared/instant.ts';

const fact = (planNumber: number, more: Partial<AttendanceFact> = {}): AttendanceFact => ({
	planNumber,
	sessionState: 'held',
	startsAt: instant('2026-01-13T18:30:00Z'),
	expected: true,
	mark: 'attended',
	minutes: null,
	...more,
});
const soFar = (facts: readonly AttendanceFact[], caughtUp: readonly number[] = []) =>
	receivedSoFar(facts, caughtUp, { lateMinutes: 30 });

test('only held sessions with a mark count: not those to come, cancelled or not yet recorded', () => {
	const facts = [
		fact(1),
		fact(2, { mark: 'absent-no-contact' }),
		fact(3, { mark: null }),
		fact(4, { sessionState: 'cancelled' }),
		fact(5, { sessionState: 'scheduled', mark: 'absent-notified' }),
	];
	expect(soFar(facts)).toEqual({ received: 1, outOf: 2 });
});

test('an absence that was made up for is received, and counts once', () => {
	expect(soFar([fact(1, { mark: 'absent-notified' })], [1])).toEqual({ received: 1, outOf: 1 });
});

test('a catch-up for a session before joining counts in both, so that nobody received more than there was', () => {
	expect(soFar([fact(3)], [1, 2])).toEqual({ received: 3, outOf: 3 });
});

test('late beyond the programme’s minutes was there and has not received it', () => {
	expect(soFar([fact(1, { mark: 'late', minutes: 31 }), fact(2, { mark: 'late', minutes: 30 })])).toEqual({
		received: 1,
		outOf: 2,
	});
});
