import type { Bands } from '#app/domain/fidelity/bands.ts';

/** `Good is 80% or more, watch is 60% to 79%, and below 60% is to act upon.` */
export function bandsInWords({ good, watch }: Bands): string {
	const middle = watch === good - 1 ? `${watch}%` : `${watch}% to ${good - 1}%`;
	const rest = watch === 0 ? 'nothing is below that' : `below ${watch}% is to act upon`;
	return `Good is ${good}% or more, watch is ${middle}, and ${rest}.`;
}
