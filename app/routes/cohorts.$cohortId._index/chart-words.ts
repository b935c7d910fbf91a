import type { CohortDelivery, SessionDelivery } from '#app/domain/cohorts/summarise-delivery.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import type { Share } from '#app/domain/statistics/percentages.ts';
import type { AdherenceBar } from '#app/ui/charts/adherence-shape.ts';
import { formatCount, formatPercent } from '#app/ui/format.ts';

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
