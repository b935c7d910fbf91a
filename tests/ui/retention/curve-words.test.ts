import { expect, test } from 'vitest';
import { curveWords } from '#app/ui/retention/curve-words.ts';

const upTo = (session: number, share: number) => [
	{ session: 0, atRisk: 12, left: 0, share: 1, band: null },
	{ session, atRisk: 7, left: 3, share, band: { lower: 0.4, upper: 0.9 } },
];
const drawn = { people: 12, stayed: 9, isFew: false, emptiedEarlyAt: null, mean: null };

test('the plain share of all who started stands with the counts that it is made of', () => {
	const words = curveWords({ ...drawn, points: upTo(6, 0.75) }, 17)!;
	expect(words.endLabel).toEqual({ share: '75% still taking part', counts: '9 of 12 who started' });
	expect(words.note).not.toContain('An estimate');
});

test('beside an estimate stands nothing that reads as its fraction, and the note says what it is', () => {
	const words = curveWords({ ...drawn, points: upTo(17, 0.46) }, 17)!;
	expect(words.endLabel).toEqual({ share: '46% still taking part', counts: '3 of 12 no longer take part' });
	expect(words.note).toContain('An estimate');
	expect(words.description).toContain('3 of 12 no longer take part');
});

test('the mean stands under the line with its interval and how it is read, and is not spoken of where there is none', () => {
	const mean = { upTo: 17, estimate: 11.04, stdError: 1, ciLower: 9.08, ciUpper: 13 };
	const points = upTo(17, 0.46);
	expect(curveWords({ ...drawn, points, mean }, 17)!.note).toContain(
		'Up to session 17 those who started stay until session 11.0 on average (95% interval 9.1 to 13.0): the area under the line.',
	);
	expect(curveWords({ ...drawn, points }, 17)!.note).not.toContain('on average');
});

test('nothing is said before anybody has attended', () => {
	expect(curveWords({ ...drawn, points: [] }, 17)).toBeNull();
});
