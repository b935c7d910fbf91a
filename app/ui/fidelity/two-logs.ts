import { chooseLog, type DeliveryLog } from '#app/domain/fidelity/delivery-log.ts';
import { agreementOfLogs, type LogAgreement } from '#app/domain/fidelity/log-agreement.ts';
import { isDifferent, layLogsSideBySide, type SideBySideRow } from '#app/domain/fidelity/side-by-side.ts';
import type { Activity } from '#app/domain/programmes/programme.ts';
import { writtenAlone } from '#app/domain/shared/written-alone.ts';
import { sentenceForNoKappa } from '#app/domain/statistics/agreement.ts';
import { formatCount, formatPercent } from '../format.ts';
import { ratingInWords } from './rating-in-words.ts';

type Log = DeliveryLog & { readonly staffName: string };
export type TwoLogsView = ReturnType<typeof twoLogs>[number];

/**
 * The log that the figures come from beside each other one, from every version of those that may be seen: how far they
 * agreed as each was written alone, and where they differ as they stand.
 */
export function twoLogs(versions: readonly Log[], activities: readonly Activity[]) {
	const { used: first, apart } = chooseLog(versions);
	if (!first) return [];
	const versionsOf = (log: Log) => versions.filter(({ staffId }) => staffId === log.staffId);
	return apart.map((second) => {
		const [one, other] = writtenAlone(versionsOf(first), versionsOf(second))!;
		const agreement = agreementOfLogs(activities, one.ratings, other.ratings);
		const rows = layLogsSideBySide(activities, first.ratings, second.ratings);
		return {
			...{ first: first.staffName, second: second.staffName },
			alike: formatPercent(agreement.alike.count, agreement.alike.outOf),
			kappa: kappaInWords(agreement),
			direction: directionInWords(agreement, first.staffName, second.staffName),
			open: openInWords(agreement),
			isCorrected: one.id !== first.id || other.id !== second.id,
			rows: rows.filter(isDifferent).map(rowInWords),
		};
	});
}

function rowInWords({ title, core, first, second, differs: { rating, minutes, answered } }: SideBySideRow) {
	return {
		title: core ? `${title} (core)` : title,
		first: ratingInWords(first),
		second: ratingInWords(second),
		isRating: rating,
		differsIn: [rating && 'rating', minutes && 'minutes', answered && 'answered by one only']
			.filter(Boolean)
			.join(', '),
	};
}

/** Kappa with its word from ten activities on; before, and where there is none, why. */
export function kappaInWords({ kappa, band }: LogAgreement): string {
	if (!kappa.done) return sentenceForNoKappa(kappa.code);
	const value = `Kappa ${kappa.value.toFixed(2)}`;
	return band
		? `${value}, ${band} agreement (Landis and Koch).`
		: `${value}. With fewer than 10 activities it has no word: read the counts.`;
}

function directionInWords({ direction }: LogAgreement, first: string, second: string): string | null {
	const { firstHigher, secondHigher } = direction;
	if (firstHigher + secondHigher === 0) return null;
	const nearer = (name: string, count: number) =>
		`${name}’s is nearer to “as intended” in ${formatCount('activity', count)}`;
	return `${nearer(first, firstHigher)}, ${nearer(second, secondHigher)}.`;
}

/** What one or both left open; null where both answered all. */
export function openInWords({ onlyOne, neither }: LogAgreement): string | null {
	const parts = [
		onlyOne > 0 && `${formatCount('activity', onlyOne)} answered by one only`,
		neither > 0 && `${formatCount('activity', neither)} by neither`,
	].filter(Boolean);
	return parts.length > 0 ? `Missing: ${parts.join(', ')}.` : null;
}
