/** Numbers from 0 up to but not including 1, in an order that the seed decides: the same everywhere and always. */
export type SeededRandom = () => number;

/** A small generator (mulberry32, Tommy Ettinger, public domain) over a seed of 32 bits. No secret may hang on it. */
export function randomFrom(seed: number): SeededRandom {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** A seed of 32 bits from a text, by FNV-1a over its UTF-8 bytes. */
export function seedOf(text: string): number {
	return new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
}

/** The items in an order of chance, each order as likely as another (Fisher and Yates); the list itself stays as it is. */
export function shuffled<Item>(items: readonly Item[], random: SeededRandom): readonly Item[] {
	const order = [...items];
	for (let last = order.length - 1; last > 0; last -= 1) {
		const other = Math.floor(random() * (last + 1));
		[order[last], order[other]] = [order[other]!, order[last]!];
	}
	return order;
}
