import { randomFrom } from '#app/domain/shared/seeded-random.ts';

/** Chance for the story: the same seed gives the same numbers, everywhere and always. */
export type Chance = {
	/** From 0 up to but not including 1. */
	next(): number;
	/** True in this share of cases. */
	happens(share: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
};

/** Chance by the seeded generator, which tells the same story twice. */
export function chanceFrom(seed: number): Chance {
	const next = randomFrom(seed);
	return {
		next,
		happens: (share) => next() < share,
		pick: (items) => items[Math.floor(next() * items.length)]!,
	};
}
