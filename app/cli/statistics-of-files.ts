import type { Refused } from '#app/domain/shared/outcome.ts';
import {
	type AgreementDocument,
	agreementDocument,
	readRatings,
	sentenceForRatings,
} from '#app/domain/statistics/agreement-document.ts';
import { type PChart, pChart } from '#app/domain/statistics/p-chart.ts';
import {
	pChartWarnings,
	readCounted,
	sentenceForCounted,
	sentenceForSignal,
} from '#app/domain/statistics/p-chart-document.ts';
import { EXIT, type ExitStatus, type Io, WrongUse } from './command.ts';
import { readJson } from './read-file.ts';
import { readOptions } from './read-options.ts';

/** `statistics agreement FILE.json`: percent agreement, kappa and the intraclass correlations, or why there are none. */
export function agreement(args: readonly string[], io: Io): ExitStatus {
	const { path, json } = fileOf(args, 'ratings');
	const read = readRatings(readJson(path));
	if (!read.done) return refuse(read, sentenceForRatings(read), json, io);
	const document = agreementDocument(read.value);
	io.out(json ? JSON.stringify(document, null, 1) : agreementInWords(document));
	return EXIT.done;
}

/** `statistics control-chart FILE.json`: the p-chart’s points, limits and signals; warnings go to standard error. */
export function controlChart(args: readonly string[], io: Io): ExitStatus {
	const { path, json } = fileOf(args, 'points');
	const read = readCounted(readJson(path));
	const chart = read.done ? pChart(read.value) : read;
	if (!chart.done) return refuse(chart, sentenceForCounted(chart), json, io);
	for (const warning of pChartWarnings(chart.value)) io.err(warning);
	io.out(json ? JSON.stringify(chart.value, null, 1) : chartInWords(chart.value));
	return EXIT.done;
}

/** Says why, as JSON on standard output or as a sentence on standard error, and ends with the status of a refusal. */
export function refuse({ code, details }: Omit<Refused, 'done'>, message: string, json: boolean, io: Io): ExitStatus {
	if (json) io.out(JSON.stringify({ refused: { code, details, message } }, null, 1));
	else io.err(message);
	return EXIT.refused;
}

/** The one file that such a call names, and whether it asks for JSON. */
export function fileOf(args: readonly string[], holds: string): { readonly path: string; readonly json: boolean } {
	const { options, words } = readOptions(args, { json: { type: 'boolean' } });
	const [path, ...more] = words;
	if (path === undefined || more.length > 0) throw new WrongUse(`Name one file with ${holds}.`);
	return { path, json: options.json ?? false };
}

function agreementInWords({ n, same, percent, kappa, icc }: AgreementDocument): string {
	const forms =
		'notCalculable' in icc
			? [icc.notCalculable]
			: Object.entries(icc).map(([form, value]) => `ICC(${form}) ${value ?? 'not calculable'}`);
	return [
		percent === null ? 'Agreement: no data, nothing was rated twice' : `Agreement ${percent}%, ${same} of ${n}`,
		'notCalculable' in kappa ? kappa.notCalculable : `Kappa ${kappa.value}`,
		...forms,
	].join('\n');
}

function chartInWords({ sumX, sumN, centre, points, signals }: PChart): string {
	const rows = points.map(({ x, n, p, lcl, ucl }, index) =>
		[
			String(index + 1).padStart(5),
			`${x} of ${n}`.padStart(18),
			...[p, lcl, ucl].map((share) => share.toFixed(4).padStart(9)),
		].join(''),
	);
	const said = signals.length === 0 ? ['No signal.'] : signals.map(sentenceForSignal);
	return [
		`Centre ${centre}, ${sumX} of ${sumN}`,
		'point             count    share    lower    upper',
		...rows,
		...said,
	].join('\n');
}
