import { agreementOfLogs, type LogAgreement } from '#app/domain/fidelity/log-agreement.ts';
import type { Activity } from '#app/domain/programmes/programme.ts';
import { sentenceForNoKappa } from '#app/domain/statistics/agreement.ts';
import { formatCount, formatPercent } from '#app/ui/format.ts';
import type { SavedLog } from '#db/queries/delivery-logs.ts';
import { ratingInWords } from './sentences.ts';

export type TwoLogsView = ReturnType<typeof twoLogs>[number];

/** The log that the figures come from beside each other one that may be seen: how far they agree, and where they differ. */
export function twoLogs(logs: readonly SavedLog[], activities: readonly Activity[]) {
	const [first, ...others] = logs;
	return others.map((second) => {
		const agreement = agreementOfLogs(activities, first!.ratings, second.ratings);
		return {
			...{ first: first!.staffName, second: second.staffName },
			alike: `Rated alike: ${formatPercent(agreement.alike.count, agreement.alike.outOf)}`,
			kappa: kappaInWords(agreement),
			direction: directionInWords(agreement, first!.staffName, second.staffName),
			open: openInWords(agreement),
			rows: activities.flatMap((activity) => rowOf(activity, first!, second)),
		};
	});
}

/** Kappa with its word from ten activities on; before, and where there is none, why. */
function kappaInWords({ kappa, band }: LogAgreement): string {
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

function openInWords({ onlyOne, neither }: LogAgreement): string | null {
	const parts = [
		onlyOne > 0 && `${formatCount('activity', onlyOne)} answered by one only`,
		neither > 0 && `${formatCount('activity', neither)} by neither`,
	].filter(Boolean);
	return parts.length > 0 ? `Missing: ${parts.join(', ')}.` : null;
}

/** Nothing where both say the same, minutes and reason included. */
function rowOf({ key, title, core }: Activity, first: SavedLog, second: SavedLog) {
	const said = ({ ratings }: SavedLog) => ratingInWords(ratings.find(({ activityKey }) => activityKey === key));
	if (said(first) === said(second)) return [];
	return [{ title: core ? `${title} (core)` : title, first: said(first), second: said(second) }];
}
