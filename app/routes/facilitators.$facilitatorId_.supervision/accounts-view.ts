import type { Direction } from '#app/domain/fidelity/log-agreement.ts';
import { FEWEST_TO_JUDGE, sentenceForNoKappa } from '#app/domain/statistics/agreement.ts';
import { paths } from '#app/paths.ts';
import { kappaInWords, openInWords } from '#app/ui/fidelity/two-logs.ts';
import { formatCount, formatDate, formatPercent } from '#app/ui/format.ts';
import { DIMENSION_NAMES } from '#app/ui/observations/dimensions.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import type { PracticeSession } from '#app/use-cases/team/practice-sessions.ts';
import type { PracticeReview } from '#app/use-cases/team/review-practice.ts';

/** How their own log agrees with the other log of the same session: over all of them, and one by one; null without any. */
export function agreementView({ sessions, together }: PracticeReview) {
	const rows = sessions.flatMap((one) => {
		const agreement = one.logs?.agreement;
		if (!agreement) return [];
		const { kappa } = agreement;
		return [
			{
				...{ ...whereOf(one), href: paths.debrief(one.session.id), ...agreementInWords(agreement) },
				kappa: kappa.done ? kappa.value.toFixed(2) : 'not calculable',
			},
		];
	});
	if (rows.length === 0) return null;
	const whyNone = [...new Set(sessions.flatMap(({ logs }) => whyNoKappa(logs?.agreement ?? null)))];
	return { many: rows.length, together: agreementInWords(together), rows, whyNone };
}

function whyNoKappa(agreement: PracticeReview['together'] | null): readonly string[] {
	return agreement && !agreement.kappa.done ? [sentenceForNoKappa(agreement.kappa.code)] : [];
}

function agreementInWords(agreement: PracticeReview['together']) {
	const { count, outOf } = agreement.alike;
	return {
		alike: formatPercent(count, outOf),
		isFew: outOf < FEWEST_TO_JUDGE,
		kappa: kappaInWords(agreement),
		direction: nearerInWords(agreement.direction),
		open: openInWords(agreement),
	};
}

/** Which log is nearer to “as intended”, and in how many activities. */
function nearerInWords({ firstHigher, secondHigher }: Direction): string {
	if (firstHigher + secondHigher === 0) return 'Neither: no activity differs.';
	return `Their own in ${formatCount('activity', firstHigher)}, the other in ${secondHigher}.`;
}

/** What observers saw at their sessions, in the order of the days, and who is higher on adherence. */
export function observationsView(sessions: readonly PracticeSession[]) {
	const rows = sessions.flatMap((one) => {
		if (!one.observed) return [];
		const { figures, compared } = one.observed;
		return [
			{
				...{ ...whereOf(one), href: paths.observationFeedback(one.session.id) },
				logHref: paths.deliveryLog(one.session.id),
				dimensions: figures.map(({ dimension, figure: { share, n, missing } }) => ({
					name: DIMENSION_NAMES[dimension],
					figure: n === 0 ? 'not scored' : `${share.count} of ${share.outOf}`,
					note: `${formatCount('item', n)}${missing > 0 ? `, ${missing} not scored` : ''}`,
				})),
				compared: compared
					? {
							own: formatPercent(compared.self.count, compared.self.outOf),
							observed: formatPercent(compared.observed.count, compared.observed.outOf),
							direction: DIRECTIONS[compared.direction],
						}
					: null,
			},
		];
	});
	const higher = (words: string) => rows.filter(({ compared }) => compared?.direction === words).length;
	const compared = rows.filter((row) => row.compared !== null).length;
	const counts = `Their own log is higher in ${higher(DIRECTIONS['self-higher'])}, the observer in ${higher(DIRECTIONS['observer-higher'])}, and both are the same in ${higher(DIRECTIONS.same)} of ${formatCount('session', compared)} with both.`;
	return rows.length === 0 ? null : { rows, direction: compared === 0 ? 'No session has both.' : counts };
}

const DIRECTIONS = { 'self-higher': 'Own log', 'observer-higher': 'Observer', same: 'The same' } as const;

function whereOf({ session, cohort }: PracticeSession) {
	return {
		session: `${cohort.name}, ${sessionTitle(session).toLowerCase()}`,
		day: session.time ? formatDate(session.time.day) : '',
	};
}
