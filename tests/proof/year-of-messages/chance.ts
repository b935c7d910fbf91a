/** Numbers by chance that come again with the same seed: what fails can be looked at. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 to below 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	below(count: number): number {
		return Math.floor(this.next() * count);
	}

	oneOf<Thing>(things: readonly Thing[]): Thing {
		return things[this.below(things.length)]!;
	}

	isLucky(share: number): boolean {
		return this.next() < share;
	}
}
