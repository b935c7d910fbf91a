import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARKS } from '#app/domain/attendance/marks.ts';
import {
	countTakingPartAnswers,
	HOMEWORK_ANSWERS,
	isAnswerCorrected,
	isAnswered,
	isAskedOf,
	mergeAnswer,
	NO_ANSWER,
	type TakingPartAnswer,
} from '#app/domain/attendance/taking-part.ts';
import { ENGAGEMENT_LEVELS } from '#app/domain/programmes/asks.ts';

const ASKS = { engagement: ['Little', 'Asked', 'Unasked', 'Helped'], homework: true };
const says = (engagement: TakingPartAnswer['engagement'], homework: TakingPartAnswer['homework'] = null) => ({
	engagement,
	homework,
});

test('only who was in the room is asked', () => {
	expect(MARKS.filter(isAskedOf)).toEqual(['attended', 'late', 'left-early']);
	expect(isAskedOf(null)).toBe(false);
});

test('an answer is whole when nothing that the programme asks is missing', () => {
	expect(isAnswered(says(3), ASKS)).toBe(false);
	expect(isAnswered(says(3, 'done'), ASKS)).toBe(true);
	expect(isAnswered(says(null, 'none-set'), { engagement: null, homework: true })).toBe(true);
	expect(isAnswered(says(1), { ...ASKS, homework: false })).toBe(true);
});

test('engagement by one and homework by another agree; two answers to one question do not', () => {
	expect(mergeAnswer(NO_ANSWER, says(3), { engagement: undefined, homework: 'done' })).toEqual({
		kind: 'write',
		answer: says(3, 'done'),
	});
	expect(mergeAnswer(NO_ANSWER, says(3), says(2, 'done'))).toEqual({ kind: 'conflict' });
	expect(mergeAnswer(NO_ANSWER, says(3), says(3))).toEqual({ kind: 'unchanged' });
});

test('an answer can be taken back by who sees it, and is left alone by who says nothing of it', () => {
	expect(mergeAnswer(says(3, 'done'), says(3, 'done'), { engagement: null, homework: undefined })).toEqual({
		kind: 'write',
		answer: says(null, 'done'),
	});
	expect(mergeAnswer(says(3), says(3), { engagement: undefined, homework: undefined })).toEqual({ kind: 'unchanged' });
});

test('filling in what nobody has answered is no correction, changing or taking back an answer is one', () => {
	expect(isAnswerCorrected(says(3), says(3, 'done'))).toBe(false);
	expect(isAnswerCorrected(says(3), says(2))).toBe(true);
	expect(isAnswerCorrected(says(3, 'done'), says(3))).toBe(true);
});

const answers = fc.record({
	engagement: fc.option(fc.constantFrom(...ENGAGEMENT_LEVELS), { nil: null }),
	homework: fc.option(fc.constantFrom(...HOMEWORK_ANSWERS), { nil: null }),
});

test('a second tap never writes, and no answer of a colleague’s is overwritten without a conflict', () => {
	fc.assert(
		fc.property(answers, answers, answers, (opened, current, chosen) => {
			const merged = mergeAnswer(opened, current, chosen);
			const after = merged.kind === 'write' ? merged.answer : current;
			if (merged.kind === 'write') expect(mergeAnswer(opened, after, chosen).kind).toBe('unchanged');
			for (const part of ['engagement', 'homework'] as const) {
				if (current[part] !== opened[part]) expect(after[part]).toBe(current[part]);
			}
		}),
	);
});

const facts = fc.record({
	engagement: fc.option(fc.constantFrom(...ENGAGEMENT_LEVELS), { nil: null }),
	homework: fc.option(fc.constantFrom(...HOMEWORK_ANSWERS), { nil: null }),
	mark: fc.option(fc.constantFrom(...MARKS), { nil: null }),
});

test('what is known and what is missing are everybody who attended, and nobody else', () => {
	fc.assert(
		fc.property(fc.array(facts), (rows) => {
			const count = countTakingPartAnswers(rows, ASKS);
			const there = rows.filter(({ mark }) => mark === 'attended' || mark === 'late' || mark === 'left-early');
			expect(count.attended).toBe(there.length);
			const { engagement, homework } = count;
			expect(engagement!.answered + engagement!.missing).toBe(there.length);
			expect(homework!.answered + homework!.missing).toBe(there.length);
			expect(engagement!.byLevel.reduce((sum, many) => sum + many, 0)).toBe(engagement!.answered);
			expect(Object.values(homework!.byAnswer).reduce((sum, many) => sum + many, 0)).toBe(homework!.answered);
		}),
	);
});

test('a programme that asks nothing has no counts, not counts of nothing', () => {
	const rows = [{ ...says(3, 'done'), mark: 'attended' as const }];
	expect(countTakingPartAnswers(rows, { engagement: null, homework: false })).toEqual({
		attended: 1,
		engagement: null,
		homework: null,
	});
});
