import type { RaterAgreement } from '#app/domain/observations/rater-agreement.ts';
import { sentenceForNoIcc } from '#app/domain/statistics/icc.ts';
import { formatCount, formatPercent } from '#app/ui/format.ts';

/**
 * How far two raters agree, a sentence each: the counts, the correlation or why there is none, the direction, what is
 * missing.
 */
export function agreementInWords(agreement: RaterAgreement, first: string, second: string): readonly string[] {
	const { alike, nearlyAlike, firstHigher, secondHigher, onlyOne, neither } = agreement;
	const missing = [
		onlyOne > 0 && `${formatCount('item', onlyOne)} scored by one only`,
		neither > 0 && `${formatCount('item', neither)} by neither`,
	].filter(Boolean);
	return [
		`Scored alike: ${formatPercent(alike.count, alike.outOf)}. At most one apart: ${formatPercent(nearlyAlike.count, nearlyAlike.outOf)}.`,
		correlationInWords(agreement),
		firstHigher + secondHigher === 0
			? 'Neither scored higher than the other.'
			: `${first} scored higher on ${formatCount('item', firstHigher)}, ${second} on ${formatCount('item', secondHigher)}.`,
		...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
	];
}

function correlationInWords({ icc }: RaterAgreement): string {
	if (icc.done) {
		return `Intraclass correlation over the items ${icc.value.toFixed(2)}, form (2,1) of Shrout and Fleiss: the same two raters, absolute agreement, one rater’s score.`;
	}
	if (icc.code === 'too-few-items')
		return 'The intraclass correlation is not calculated: fewer than 10 items were scored by both, so read the counts.';
	if (icc.code === 'no-spread')
		return 'The intraclass correlation is not calculable: the scores hardly differ, so there is nothing to tell apart.';
	return sentenceForNoIcc(icc.code);
}
