/** Chance for the story: the same seed gives the same numbers, everywhere and always. */
export type Chance = {
	/** From 0 up to but not including 1. */
	next(): number;
	/** True in this share of cases. */
	happens(share: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
};

/** A small generator (mulberry32) that has no other use than to tell the same story twice. */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		next,
		happens: (share) => next() < share,
		pick: (items) => items[Math.floor(next() * items.length)]!,
	};
}
