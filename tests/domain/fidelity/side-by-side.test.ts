import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITY_RATINGS } from '#app/domain/fidelity/activity-ratings.ts';
import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import { isDifferent, layLogsSideBySide } from '#app/domain/fidelity/side-by-side.ts';

const activities = ['welcome', 'story', 'close'].map((key) => ({
	key,
	title: key,
	core: key === 'story',
	minutes: 20,
}));
const rated = (activityKey: string, more: Partial<RatedActivity> = {}): RatedActivity => ({
	...{ activityKey, rating: 'as-intended', minutes: 20, reason: null },
	...more,
});

test('two logs stand side by side in the order of the plan, with every difference marked', () => {
	const first = [
		rated('close'),
		rated('welcome'),
		rated('story', { rating: 'not-delivered', minutes: 0, reason: 'late' }),
	];
	const second = [rated('story', { minutes: 15 }), rated('welcome', { minutes: 25 })];
	const rows = layLogsSideBySide(activities, first, second);
	expect(rows.map(({ key, differs }) => [key, differs])).toEqual([
		['welcome', { rating: false, minutes: true, answered: false }],
		['story', { rating: true, minutes: true, answered: false }],
		['close', { rating: false, minutes: false, answered: true }],
	]);
	expect(rows[1]).toMatchObject({ core: true, plannedMinutes: 20, first: { reason: 'late' }, second: { minutes: 15 } });
});

test('one difference of any kind makes a row different', () => {
	const none = { rating: false, minutes: false, answered: false };
	const [row] = layLogsSideBySide(activities, [], []);
	const differing = (more: Partial<typeof none>) => isDifferent({ ...row!, differs: { ...none, ...more } });
	expect(differing({})).toBe(false);
	expect([{ rating: true }, { minutes: true }, { answered: true }].map(differing)).toEqual([true, true, true]);
});

test('minutes that one of them did not say, and reasons in other words, are no difference', () => {
	const one = [rated('welcome', { minutes: null, rating: 'delivery-changed', reason: 'noise' })];
	const other = [rated('welcome', { rating: 'delivery-changed', reason: 'loud' })];
	const [welcome, story] = layLogsSideBySide(activities, one, other);
	expect([welcome, story].map((row) => isDifferent(row!))).toEqual([false, false]);
	expect(story).toMatchObject({ first: null, second: null });
});

const logs = fc.uniqueArray(
	fc.record({
		activityKey: fc.constantFrom(...activities.map(({ key }) => key)),
		rating: fc.constantFrom(...ACTIVITY_RATINGS),
		minutes: fc.option(fc.integer({ min: 0, max: 60 })),
		reason: fc.constant(null),
	}),
	{ selector: ({ activityKey }) => activityKey },
);

test('a log beside itself differs in nothing, and changing sides changes only the sides', () => {
	fc.assert(
		fc.property(logs, logs, (one, other) => {
			expect(layLogsSideBySide(activities, one, one).some(isDifferent)).toBe(false);
			const swapped = layLogsSideBySide(activities, other, one);
			expect(layLogsSideBySide(activities, one, other)).toEqual(
				swapped.map(({ first, second, ...row }) => ({ ...row, first: second, second: first })),
			);
		}),
	);
});
