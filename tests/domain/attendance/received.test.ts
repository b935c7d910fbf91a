import { expect, test } from 'vitest';
import { countReceived, receiptsOf } from '#app/domain/attendance/received.ts';
import { fact, facts } from './facts.ts';

const thresholds = { lateMinutes: 15 };

test('each outcome receives the plan or leaves something to make up for', () => {
	const receipts = receiptsOf(facts('PANS.x'), [], thresholds);
	expect(receipts.map(({ by, catchUpDue }) => [by, catchUpDue])).toEqual([
		['attendance', false],
		[null, true],
		[null, true],
		[null, true],
		[null, false],
		[null, false],
	]);
});

for (const mark of ['late', 'left-early'] as const) {
	test(`${mark} within the programme’s minutes receives the plan; beyond them a catch-up falls due`, () => {
		const at = (minutes: number | null) => receiptsOf([fact(1, mark, { minutes })], [], thresholds)[0];
		expect(at(15)).toEqual({ planNumber: 1, by: 'attendance', catchUpDue: false });
		expect(at(16)).toEqual({ planNumber: 1, by: null, catchUpDue: true });
		expect(at(null)).toEqual({ planNumber: 1, by: 'attendance', catchUpDue: false });
	});
}

test('a catch-up receives what was missed, and nothing is due any more', () => {
	for (const missed of [
		fact(1, 'absent-no-contact'),
		fact(1, 'stood-down'),
		fact(1, 'late', { minutes: 60 }),
		fact(1, null, { sessionState: 'cancelled' }),
	]) {
		expect(receiptsOf([missed], [1], thresholds)).toEqual([{ planNumber: 1, by: 'catch-up', catchUpDue: false }]);
	}
});

test('a plan counts once, however often it was received', () => {
	const receipts = receiptsOf([fact(1, 'attended'), fact(1, 'attended')], [1, 1], thresholds);
	expect(receipts).toEqual([{ planNumber: 1, by: 'attendance', catchUpDue: false }]);
	expect(countReceived(receipts)).toBe(1);
});

test('a catch-up of a plan from before the person joined counts', () => {
	const receipts = receiptsOf([fact(3, 'attended')], [1], thresholds);
	expect(receipts.map(({ planNumber, by }) => [planNumber, by])).toEqual([
		[1, 'catch-up'],
		[3, 'attendance'],
	]);
});

test('an apology for a session to come makes no catch-up fall due yet', () => {
	const ahead = fact(2, 'absent-notified', { sessionState: 'scheduled' });
	expect(receiptsOf([ahead], [], thresholds)).toEqual([{ planNumber: 2, by: null, catchUpDue: false }]);
});

test('a row taken off the register receives nothing', () => {
	expect(receiptsOf([fact(2, 'attended', { expected: false })], [], thresholds)).toEqual([
		{ planNumber: 2, by: null, catchUpDue: false },
	]);
});
