// Lanczos approximation, g = 7 with nine terms: relative error below 1e-14 for positive arguments.
const LANCZOS = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
	12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const PRECISION = 1e-15;
const SMALLEST = 1e-300;
const MOST_TERMS = 10_000;

/** The natural logarithm of the gamma function of a positive number (Lanczos 1964). */
export function logGamma(x: number): number {
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
	const shifted = x - 1;
	const base = shifted + 7.5;
	const sum = LANCZOS.slice(1).reduce((total, term, index) => total + term / (shifted + index + 1), LANCZOS[0]!);
	return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** The probability that a chi-square variable with so many degrees of freedom is larger than `x`; 1 at 0. */
export function chiSquareAbove(x: number, degreesOfFreedom: number): number {
	return upperGammaShare(degreesOfFreedom / 2, x / 2);
}

/**
 * The regularised upper incomplete gamma function Q(a, x) for a > 0 and x ≥ 0: the series below a + 1, the continued
 * fraction from there on, because each converges fast only on its own side (Abramowitz and Stegun 6.5.29, 6.5.31).
 */
export function upperGammaShare(a: number, x: number): number {
	if (x <= 0) return 1;
	const front = Math.exp(a * Math.log(x) - x - logGamma(a));
	return x < a + 1 ? 1 - front * series(a, x) : front * continuedFraction(a, x);
}

function series(a: number, x: number): number {
	let term = 1 / a;
	let sum = term;
	for (let count = 1; count < MOST_TERMS && term > sum * PRECISION; count += 1) {
		term *= x / (a + count);
		sum += term;
	}
	return sum;
}

// Lentz's method: `above` and `below` are the ratios of successive numerators and denominators.
function continuedFraction(a: number, x: number): number {
	let even = x + 1 - a;
	let above = 1 / SMALLEST;
	let below = 1 / even;
	let value = below;
	for (let count = 1; count < MOST_TERMS; count += 1) {
		const odd = -count * (count - a);
		even += 2;
		below = 1 / awayFromZero(odd * below + even);
		above = awayFromZero(even + odd / above);
		value *= above * below;
		if (Math.abs(above * below - 1) < PRECISION) break;
	}
	return value;
}

function awayFromZero(number: number): number {
	return Math.abs(number) < SMALLEST ? SMALLEST : number;
}
