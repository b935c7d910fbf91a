import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { chooseObservations, figuresApart, observedItems } from '#app/domain/observations/observed-figures.ts';
import { raterAgreement } from '#app/domain/observations/rater-agreement.ts';
import { asId, type SessionId, type StaffId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { shareOf } from '#app/domain/statistics/percentages.ts';

const form = loadContent().observationForm();
/** `3 2 - 1`: a score for each item from the first on, a dash where there is none. */
const scored = (scores: string) =>
	scores
		.split(' ')
		.flatMap((score, at) => (score === '-' ? [] : [{ itemKey: form.items[at]!.key, score: Number(score) }]));

test('two raters: alike, nearly alike, who is higher, and what one or both left open', () => {
	const agreement = raterAgreement(form.items, scored('3 2 1 0 - 2 -'), scored('3 1 3 0 2 2 -'));
	expect(agreement.alike).toEqual({ count: 3, outOf: 5, percent: 60 });
	expect(agreement.nearlyAlike).toEqual({ count: 4, outOf: 5, percent: 80 });
	expect([agreement.firstHigher, agreement.secondHigher]).toEqual([1, 1]);
	expect([agreement.onlyOne, agreement.neither]).toEqual([1, 9]);
});

test('the counts always come to all items, and changing places turns the direction round and nothing else', () => {
	const scores = fc
		.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: form.items.length, maxLength: form.items.length })
		.map((some) => some.flatMap((score, at) => (score === null ? [] : [{ itemKey: form.items[at]!.key, score }])));
	fc.assert(
		fc.property(scores, scores, (one, other) => {
			const there = raterAgreement(form.items, one, other);
			const back = raterAgreement(form.items, other, one);
			expect(there.alike.outOf + there.onlyOne + there.neither).toBe(form.items.length);
			expect(there.alike.count + there.firstHigher + there.secondHigher).toBe(there.alike.outOf);
			expect([there.firstHigher, there.secondHigher]).toEqual([back.secondHigher, back.firstHigher]);
		}),
	);
});

test('figures come from the observation that was submitted first, and never from two', () => {
	const observation = (session: string, observer: string, minute: number) => ({
		...{ sessionId: asId<SessionId>(session), observerId: asId<StaffId>(observer) },
		submittedAt: instant(`2026-03-04T10:0${minute}:00Z`),
	});
	const chosen = chooseObservations([
		observation('s1', 'bob', 2),
		observation('s1', 'ann', 3),
		observation('s2', 'cy', 4),
		observation('s2', 'ann', 4),
	]);
	expect(chosen.map(({ sessionId, observerId }) => `${sessionId} ${observerId}`)).toEqual(['s1 bob', 's2 ann']);
});

test('self-report and observation stand apart, with the direction; an item without a score is missing, not low', () => {
	const items = observedItems(form, scored('3 2 - 1 1 1'));
	const self = { adherence: { share: shareOf(9, 10), n: 10, missing: 2 }, quality: null };
	const [adherence, dose, quality] = figuresApart(self, items);
	expect(adherence).toEqual({
		dimension: 'adherence',
		self: { share: { count: 9, outOf: 10, percent: 90 }, n: 10, missing: 2 },
		observed: { share: { count: 5, outOf: 6, percent: 83 }, n: 2, missing: 1 },
		compared: { self: shareOf(9, 10), observed: shareOf(5, 6), points: 7, direction: 'self-higher' },
	});
	expect(dose).toMatchObject({ self: null, compared: null, observed: { share: { count: 3, outOf: 9 } } });
	expect(quality).toMatchObject({ compared: null, observed: { share: { percent: null }, n: 0, missing: 4 } });
});
