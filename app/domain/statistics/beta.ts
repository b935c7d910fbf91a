import { logGamma } from './gamma.ts';

const PRECISION = 1e-15;
const SMALLEST = 1e-300;
const MOST_TERMS = 10_000;

/**
 * The probability that a beta variable with these two positive shapes is at most `x` (0 to 1): the regularised incomplete
 * beta function by its continued fraction (Abramowitz and Stegun 26.5.8), taken from the side on which it converges.
 */
export function betaBelow(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
	const nearer = x < (a + 1) / (a + b + 2);
	return nearer ? (front * continuedFraction(x, a, b)) / a : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/** The `x` below which a beta variable lies with this probability, by halving until the two ends are neighbours. */
export function quantileOfBeta(probability: number, a: number, b: number): number {
	let [low, high] = [0, 1];
	for (;;) {
		const middle = (low + high) / 2;
		if (middle <= low || middle >= high) return middle;
		if (betaBelow(middle, a, b) < probability) low = middle;
		else high = middle;
	}
}

// Lentz's method, two steps (an even and an odd term) at a time.
function continuedFraction(x: number, a: number, b: number): number {
	let above = 1;
	let below = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
	let value = below;
	for (let count = 1; count < MOST_TERMS; count += 1) {
		const even = (count * (b - count) * x) / ((a + 2 * count - 1) * (a + 2 * count));
		const odd = (-(a + count) * (a + b + count) * x) / ((a + 2 * count) * (a + 2 * count + 1));
		let change = 1;
		for (const term of [even, odd]) {
			below = 1 / awayFromZero(1 + term * below);
			above = awayFromZero(1 + term / above);
			change = above * below;
			value *= change;
		}
		if (Math.abs(change - 1) < PRECISION) break;
	}
	return value;
}

function awayFromZero(number: number): number {
	return Math.abs(number) < SMALLEST ? SMALLEST : number;
}
