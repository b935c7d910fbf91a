import type { RaterAgreement } from '#app/domain/observations/rater-agreement.ts';
import { formatCount, formatPercent } from '#app/ui/format.ts';

/**
 * How far two raters agree, a sentence each: the counts, the direction, what is missing.
 */
export function agreementInWords(agreement: RaterAgreement, first: string, second: string): readonly string[] {
	const { alike, nearlyAlike, firstHigher, secondHigher, onlyOne, neither } = agreement;
	const missing = [
		onlyOne > 0 && `${formatCount('item', onlyOne)} scored by one only`,
		neither > 0 && `${formatCount('item', neither)} by neither`,
	].filter(Boolean);
	return [
		`Scored alike: ${formatPercent(alike.count, alike.outOf)}. At most one apart: ${formatPercent(nearlyAlike.count, nearlyAlike.outOf)}.`,
		firstHigher + secondHigher === 0
			? 'Neither scored higher than the other.'
			: `${first} scored higher on ${formatCount('item', firstHigher)}, ${second} on ${formatCount('item', secondHigher)}.`,
		...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
	];
}
