import { expect, test } from 'vitest';
import { exitFromWords } from '#app/domain/imports/cohort/exit-from-words.ts';
import { slotsOf } from '#app/domain/imports/cohort/slots-of.ts';
import { splitName } from '#app/domain/imports/cohort/split-name.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';

test.each([
	['Ashley Brocklebank', 'Ashley', 'Brocklebank'],
	['Vaughan-Powell, Iestyn', 'Iestyn', 'Vaughan-Powell'],
	['Ana Maria da Silva', 'Ana Maria', 'da Silva'],
	['Jan van der Berg', 'Jan', 'van der Berg'],
	['  Gareth \u00a0 O’Dowd ', 'Gareth', 'O’Dowd'],
	['Shackleford', '', 'Shackleford'],
	['De Souza', 'De', 'Souza'],
])('%s comes apart into given and family name', (name, givenName, familyName) => {
	expect(splitName(name)).toEqual({ givenName, familyName });
});

test.each([
	['withdrew - work (merged)', 'work', 'left', 'work'],
	['withdrew - new job', 'new job', 'left', 'work'],
	['moved away', null, 'left', 'moved-away'],
	['left: ill health', 'ill health', 'left', 'health'],
	['removed - behaviour', 'behaviour', 'removed', 'other'],
	['Deselected', null, 'removed', 'other'],
	['withdrew - work and court', 'work and court', 'left', 'other'],
] as const)('“%s” ends a place as the words say, and no further', (raw, cause, kind, reason) => {
	const exit = exitFromWords(raw, cause);
	expect([exit.kind, exit.reason]).toEqual([kind, reason]);
	expect(exit.note).toBe(`The register says: ${raw.replace(' (merged)', '')}`);
});

test('a place that ends without a word has that as its note, because “something else” needs words', () => {
	expect(exitFromWords('', null)).toEqual({ kind: 'left', reason: 'other', note: 'The register does not say why.' });
});

const on = (day: string, movedFrom: string | null = null) => ({
	day: calendarDay(day),
	movedFrom: movedFrom === null ? null : calendarDay(movedFrom),
});

test('the pattern of a register is the weekdays that come again and again; a moved session counts on its first day', () => {
	const startTime = clockTime('18:30');
	const weekly = [on('2026-01-14'), on('2026-01-21'), on('2026-01-29', '2026-01-28'), on('2026-02-06')];
	expect(slotsOf(weekly, startTime)).toEqual([{ weekday: 'wednesday', startTime }]);
	const twice = [on('2026-01-13'), on('2026-01-15'), on('2026-01-20'), on('2026-01-22')];
	expect(slotsOf(twice, startTime).map(({ weekday }) => weekday)).toEqual(['tuesday', 'thursday']);
	const scattered = [on('2026-01-12'), on('2026-01-20'), on('2026-01-28'), on('2026-02-05'), on('2026-02-09')];
	expect(slotsOf(scattered, startTime).map(({ weekday }) => weekday)).toEqual(['monday']);
});
