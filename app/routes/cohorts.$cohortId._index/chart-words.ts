import type { CohortSummary } from '#app/domain/cohorts/summarise-cohort.ts';
import type { CohortDelivery, SessionDelivery } from '#app/domain/cohorts/summarise-delivery.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { percentOf, type Share } from '#app/domain/statistics/percentages.ts';
import type { AdherenceBar } from '#app/ui/charts/adherence-shape.ts';
import { formatCount, formatInterval, formatPercent, formatRate } from '#app/ui/format.ts';

/** What the retention curve shows, its last value, and the numbers under it; null while nobody has attended. */
export function retentionChart({ retention, startedCount }: CohortSummary, planCount: number) {
	const last = retention.points.at(-1);
	if (!last) return null;
	const share = `${formatRate(last.share)} still taking part`;
	const counts = `${startedCount.stayed} of ${startedCount.started} who started`;
	return {
		points: retention.points,
		planCount,
		endLabel: { share, counts },
		description: `After session ${last.session}, ${share}: ${counts}. ${bandInWords(last.band)}`,
		note: retentionNote(
			retention,
			formatRate(last.share) === `${percentOf(startedCount.stayed, startedCount.started)}%`,
		),
		numbers: {
			head: ['After session', 'People at risk', 'Left', 'Still taking part', '95% band'],
			rows: retention.points
				.filter(({ session }) => session > 0)
				.map((point) => [
					String(point.session),
					String(point.atRisk),
					String(point.left),
					formatRate(point.share),
					point.band ? formatInterval({ low: point.band.lower, high: point.band.upper }) : 'none',
				]),
		},
	};
}

function bandInWords(band: CohortSummary['retention']['points'][number]['band']): string {
	return band ? `The 95% band is ${formatInterval({ low: band.lower, high: band.upper })}.` : 'There is no band yet.';
}

function retentionNote(retention: CohortSummary['retention'], matchesCount: boolean): string {
	const { people, isFew, emptiedEarlyAt, losses } = retention;
	const few = `Only ${formatCount('person', people)} started: one more who leaves moves this line by about ${percentOf(1, people)} percentage points.`;
	const list = losses.map(({ afterSession, people: left }) => `${left} after session ${afterSession}`);
	return [
		'Shade: 95% band. Each drop stands at the last session attended.',
		isFew && few,
		isFew && (list.length > 0 ? `Left: ${listInWords(list)}.` : 'Nobody has left.'),
		!matchesCount &&
			'Those who joined later count from the session at which they came, so the line differs from the plain share of all who started.',
		emptiedEarlyAt !== null &&
			`Everybody at risk after session ${emptiedEarlyAt} had left before others joined, so the line stays at 0: look at the numbers.`,
	]
		.filter(Boolean)
		.join(' ');
}

const NOT_LOGGED: Readonly<Record<Exclude<SessionDelivery['state'], 'logged'>, string>> = {
	'no-log': 'No log yet',
	'kept-back': 'Kept back until you have saved your own log',
	'not-recorded': 'Not recorded yet whether it was held',
	cancelled: 'Cancelled',
	'to-come': 'To come',
};

/** What the adherence chart shows and the numbers under it; null while no session has been held. */
export function adherenceChart({ sessions, adherence }: CohortDelivery, threshold: number) {
	if (adherence.sessions === 0) return null;
	return {
		bars: sessions.map(barOf),
		threshold,
		description: adherenceInWords(sessions, adherence),
		note: adherenceNote(sessions, threshold),
		numbers: {
			head: ['Session', 'Delivered', 'Core', 'As intended', 'Not rated'],
			rows: sessions.filter(({ state }) => state !== 'to-come').map(numbersOf),
		},
	};
}

function adherenceInWords(all: readonly SessionDelivery[], adherence: CohortDelivery['adherence']): string {
	const { sessions, sessionsWithLog, delivered } = adherence;
	const keptBack = all.filter(({ state }) => state === 'kept-back').length;
	const without = keptBack > 0 ? `; ${keptBack} kept back until you have saved your own` : '';
	const logs = `${sessionsWithLog} of ${formatCount('held session', sessions)} have a log${without}.`;
	if (delivered.outOf === 0) return logs;
	return `${logs} Over them, ${formatPercent(delivered.count, delivered.outOf)} of the activities rated were delivered.`;
}

function barOf({ planNumber: session, state, adherence }: SessionDelivery): AdherenceBar {
	const delivered = adherence?.delivered;
	if (state === 'logged' && delivered && delivered.percent !== null) {
		return { session, state, percent: delivered.percent, delivered: delivered.count, planned: delivered.outOf };
	}
	return { session, state: state === 'logged' ? 'no-log' : state };
}

function numbersOf({ planNumber, state, adherence }: SessionDelivery): readonly string[] {
	const number = String(planNumber);
	if (state !== 'logged' || !adherence) return [number, NOT_LOGGED[state === 'logged' ? 'no-log' : state], '', '', ''];
	const { delivered, core, asIntended, missing } = adherence;
	const share = ({ count, outOf }: Share) => formatPercent(count, outOf);
	return [number, share(delivered), share(core), share(asIntended), String(missing)];
}

function adherenceNote(sessions: readonly SessionDelivery[], threshold: number): string {
	const numbers = (wanted: (session: SessionDelivery) => boolean) =>
		sessions.filter(wanted).map(({ planNumber }) => planNumber);
	const coreMissed = numbers(({ adherence }) => adherence !== null && adherence.core.count < adherence.core.outOf);
	const noLog = numbers(({ state }) => state === 'no-log');
	const keptBack = numbers(({ state }) => state === 'kept-back');
	return [
		`Hollow: below ${threshold}%.`,
		coreMissed.length > 0 && `A core activity was not delivered in ${named(coreMissed)}.`,
		noLog.length > 0 && `No log yet: ${named(noLog)}.`,
		keptBack.length > 0 && `Kept back until you have saved your own log: ${named(keptBack)}.`,
	]
		.filter(Boolean)
		.join(' ');
}

function named(numbers: readonly number[]): string {
	return `${numbers.length === 1 ? 'session' : 'sessions'} ${listInWords(numbers)}`;
}
