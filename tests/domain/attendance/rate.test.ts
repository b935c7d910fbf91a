import { expect, test } from 'vitest';
import { attendanceRate, countMissed, runOfAbsences } from '#app/domain/attendance/rate.ts';
import { wilsonInterval } from '#app/domain/statistics/proportion.ts';
import { fact, facts } from './facts.ts';

test('the rate is attended out of expected with an outcome', () => {
	expect(attendanceRate(facts('PLEAN'))).toEqual({
		count: 3,
		outOf: 5,
		percent: 60,
		interval: wilsonInterval(3, 5),
		notRecorded: 0,
	});
});

const counted: [string, string, number, number, number][] = [
	['late and left early are attended', 'LE', 2, 2, 0],
	['an excused absence is still a missed session', 'PA', 1, 2, 0],
	['an absence without contact is a missed session', 'PN', 1, 2, 0],
	['stood down is outside the rate', 'PS', 1, 1, 0],
	['not yet recorded is outside the rate and counted beside it', 'P..', 1, 1, 2],
	['a cancelled session is outside the rate', 'Px', 1, 1, 0],
];
for (const [name, letters, count, outOf, notRecorded] of counted) {
	test(name, () => expect(attendanceRate(facts(letters))).toMatchObject({ count, outOf, notRecorded }));
}

test('a rate out of nothing is no rate', () => {
	for (const letters of ['', 'S', '.', 'x']) {
		expect(attendanceRate(facts(letters))).toMatchObject({ count: 0, outOf: 0, percent: null, interval: null });
	}
});

test('an apology for a session to come counts only once that session was held', () => {
	const ahead = fact(2, 'absent-notified', { sessionState: 'scheduled' });
	expect(attendanceRate([fact(1, 'attended'), ahead])).toMatchObject({ count: 1, outOf: 1 });
	expect(attendanceRate([fact(1, 'attended'), { ...ahead, sessionState: 'held' }])).toMatchObject({
		count: 1,
		outOf: 2,
	});
});

test('a person taken off the register is in no rate', () => {
	expect(attendanceRate([fact(1, 'attended'), fact(2, null, { expected: false })])).toMatchObject({
		outOf: 1,
		notRecorded: 0,
	});
});

const runs: [string, string, number, number][] = [
	['nobody who attended last has a run', 'NAP', 0, 0],
	['a run counts back to the last session attended', 'PNAN', 3, 2],
	['an apology lengthens a run', 'PA', 1, 0],
	['late ends a run', 'NNL', 0, 0],
	['left early ends a run', 'NNE', 0, 0],
	['not yet recorded neither breaks nor extends a run', 'PN.N.', 2, 2],
	['a cancelled session neither breaks nor extends a run', 'PNxN', 2, 2],
	['stood down neither breaks nor extends a run', 'PNSN', 2, 2],
	['somebody who never attended has a run from the first session on', 'NNA', 3, 2],
	['nothing recorded is no run', '..', 0, 0],
];
for (const [name, letters, missed, unexplained] of runs) {
	test(`run of absences: ${name}`, () => expect(runOfAbsences(facts(letters))).toEqual({ missed, unexplained }));
}

test('a run goes by the time of the sessions, not by the number of the plan', () => {
	const movedBehind = fact(2, 'attended', { startsAt: fact(9, null).startsAt });
	expect(runOfAbsences([movedBehind, fact(1, 'attended'), fact(3, 'absent-no-contact')]).missed).toBe(0);
	expect(runOfAbsences([fact(2, 'attended'), fact(1, 'attended'), fact(3, 'absent-no-contact')]).missed).toBe(1);
});

test('an apology for a session to come does not lengthen a run', () => {
	const ahead = fact(3, 'absent-notified', { sessionState: 'scheduled' });
	expect(runOfAbsences([...facts('PN'), ahead]).missed).toBe(1);
});

test('apologies stand apart from what was missed without one, and only of sessions that were held', () => {
	const ahead = fact(5, 'absent-notified', { sessionState: 'scheduled' });
	expect(countMissed([...facts('PANS'), ahead])).toEqual({ missed: 2, withApology: 1 });
});
