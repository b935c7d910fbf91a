import { expect, test } from 'vitest';
import { checkAsks } from '#app/domain/programmes/check-asks.ts';

const LEVELS = ['Little', 'When asked', 'Unasked', 'Helped others'];
const sentencesOf = (engagement: readonly string[] | null) =>
	checkAsks({ engagement, homework: true }).map(({ path, sentence }) => `${path.join('.')} ${sentence}`);

test('four levels in few words, or none at all, have no fault', () => {
	expect(sentencesOf(LEVELS)).toEqual([]);
	expect(sentencesOf(null)).toEqual([]);
});

test('too few levels, the same words twice and words as long as a sentence are found at their place', () => {
	expect(sentencesOf(LEVELS.slice(1))).toEqual([
		'asks.engagement Engagement has 3 levels: word 4, from the least to the most.',
	]);
	expect(sentencesOf(['Little', 'Little', 'x'.repeat(41), 'Much'])).toEqual([
		'asks.engagement.1 “Little” stands for two levels: word each apart.',
		`asks.engagement.2 “${'x'.repeat(41)}” is longer than 40 characters: say it shorter.`,
	]);
});
