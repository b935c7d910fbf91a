import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom, seedOf, shuffled } from '#app/domain/shared/seeded-random.ts';

/** The published generator once more, in whole numbers without end that are cut to 32 bits by hand. */
function* slowNumbers(seed: number): Generator<number> {
	const cut = (value: bigint) => value & 0xffff_ffffn;
	let state = BigInt(seed);
	for (;;) {
		state = cut(state + 0x6d2b79f5n);
		let mixed = cut((state ^ (state >> 15n)) * (state | 1n));
		mixed = mixed ^ cut(mixed + cut((mixed ^ (mixed >> 7n)) * (mixed | 61n)));
		yield Number(mixed ^ (mixed >> 14n)) / 2 ** 32;
	}
}

function slowSeed(text: string): number {
	let hash = 2_166_136_261n;
	for (const byte of Buffer.from(text, 'utf8')) hash = ((hash ^ BigInt(byte)) * 16_777_619n) % 2n ** 32n;
	return Number(hash);
}

test('the numbers are those of the published generator, from 0 up to but not including 1', () => {
	fc.assert(
		fc.property(fc.nat({ max: 0xffff_ffff }), (seed) => {
			const [random, slow] = [randomFrom(seed), slowNumbers(seed)];
			for (let at = 0; at < 20; at += 1) {
				const number = random();
				expect(number).toBe(slow.next().value);
				expect(number >= 0 && number < 1).toBe(true);
			}
		}),
	);
});

test('a seed is FNV-1a of the text, in 32 bits', () => {
	// From the authors’ own list of test values.
	expect(seedOf('')).toBe(0x811c9dc5);
	expect(seedOf('a')).toBe(0xe40c292c);
	expect(seedOf('foobar')).toBe(0xbf9cf968);
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(seedOf(text)).toBe(slowSeed(text));
		}),
	);
});

test('an order of chance holds the same things, is the same for the same seed, and leaves the list alone', () => {
	fc.assert(
		fc.property(fc.array(fc.nat()), fc.nat(), (items, seed) => {
			const before = [...items];
			const order = shuffled(items, randomFrom(seed));
			expect(order.toSorted()).toEqual(items.toSorted());
			expect(shuffled(items, randomFrom(seed))).toEqual(order);
			expect(items).toEqual(before);
		}),
	);
});

test('each of the six orders of three things comes about as often', () => {
	const counts = new Map<string, number>();
	const random = randomFrom(seedOf('orders'));
	for (let round = 0; round < 6000; round += 1) {
		const order = shuffled(['a', 'b', 'c'], random).join('');
		counts.set(order, (counts.get(order) ?? 0) + 1);
	}
	expect(counts.size).toBe(6);
	for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});
