import { readObservations, sentenceForObservations } from '#app/domain/statistics/observation.ts';
import { proportionDocument } from '#app/domain/statistics/proportion.ts';
import { type SurvivalDocument, survivalDocument, survivalWarnings } from '#app/domain/statistics/survival-document.ts';
import { type Command, EXIT, type ExitStatus, type Io, WrongUse } from './command.ts';
import { readJson } from './read-file.ts';
import { readOptions } from './read-options.ts';
import { agreement, controlChart, fileOf, refuse } from './statistics-of-files.ts';

const help = `plumbline statistics survival FILE.json [--json]
  FILE.json: [{ "entry": 0, "exit": 17, "event": false, "group": "A" }, …] (entry 0 and group "all" when left out)
  Kaplan–Meier curves by group with Greenwood's standard error and 95% limits, the mean up to the last time at which
  every group was still observed (the area under the curve), and the log-rank test between groups.

plumbline statistics proportion --of 27 --in 45 [--json]
  A share with its 95% intervals by Wilson and by Clopper and Pearson.

plumbline statistics agreement FILE.json [--json]
  FILE.json: { "ratings": [[9, 2, 5, 8], …] }, one row a target, one column a rater, null for not rated
  Agreement in percent over every two raters, Cohen’s kappa of two raters, and the intraclass correlation in six forms.

plumbline statistics control-chart FILE.json [--json]
  FILE.json: { "x": [40, 44, …], "n": [200, 200, …] }, x counted out of n at each point
  A p-chart with limits that vary with n. Rule 1: outside the limits. Rule 2: seven in a row on one side of the centre.

Needs no database and writes nothing.`;

export const statistics: Command = {
	name: 'statistics',
	summary: 'Compute survival curves, proportions, agreement and control charts, as the pages do',
	help,
	run([kind, ...args], io) {
		if (kind === 'survival') return survival(args, io);
		if (kind === 'proportion') return proportion(args, io);
		if (kind === 'agreement') return agreement(args, io);
		if (kind === 'control-chart') return controlChart(args, io);
		throw new WrongUse(
			`Say which statistics: survival, proportion, agreement or control-chart${kind ? `, not “${kind}”` : ''}.`,
		);
	},
};

function survival(args: readonly string[], io: Io): ExitStatus {
	const { path, json } = fileOf(args, 'observations');
	const read = readObservations(readJson(path));
	if (!read.done) return refuse(read, sentenceForObservations(read), json, io);
	for (const warning of survivalWarnings(read.value)) io.err(warning);
	const document = survivalDocument(read.value);
	io.out(json ? JSON.stringify(document, null, 1) : asTable(document));
	return EXIT.done;
}

function proportion(args: readonly string[], io: Io): ExitStatus {
	const { options, words } = readOptions(args, {
		of: { type: 'string' },
		in: { type: 'string' },
		json: { type: 'boolean' },
	});
	if (words.length > 0) throw new WrongUse(`“${words[0]}” is not part of this command.`);
	const [count, outOf] = [readCount('--of', options.of), readCount('--in', options.in)];
	const result = proportionDocument(count, outOf);
	if (!result.done) {
		return refuse(result, `${count} of ${outOf} is no share: give --of at most --in.`, options.json ?? false, io);
	}
	const { estimate, wilson, clopperPearson } = result.value;
	if (options.json) io.out(JSON.stringify(result.value, null, 1));
	else if (estimate === null || !wilson || !clopperPearson) io.out('No data: 0 of 0 is no share.');
	else
		io.out(
			[
				`Share ${estimate}`,
				`Wilson ${wilson.lower} to ${wilson.upper}`,
				`Clopper–Pearson ${clopperPearson.lower} to ${clopperPearson.upper}`,
			].join('\n'),
		);
	return EXIT.done;
}

function readCount(option: string, text: string | undefined): number {
	if (text === undefined || !/^\d{1,9}$/.test(text))
		throw new WrongUse(`Give ${option} a whole number${text ? `, not “${text}”` : ''}.`);
	return Number(text);
}

function asTable({ groups, logRank }: SurvivalDocument): string {
	const curves = groups.flatMap(({ group, n, events, steps, median, restrictedMean: mean }) => [
		`Group ${group}: ${n} observed, ${events} events, median ${median ?? 'not reached'}`,
		`  mean up to ${mean.upTo}: ${mean.estimate.toFixed(4)}, 95% ${mean.ciLower.toFixed(4)} to ${mean.ciUpper.toFixed(4)}`,
		'  time  at risk  events  survival  95% log-log',
		...steps.map(
			({ time, atRisk, events: lost, survival: share, ciLogLogLower, ciLogLogUpper }) =>
				`${String(time).padStart(6)}${String(atRisk).padStart(9)}${String(lost).padStart(8)}${share.toFixed(4).padStart(10)}  ${ciLogLogLower === null ? '–' : `${ciLogLogLower.toFixed(4)} to ${ciLogLogUpper?.toFixed(4)}`}`,
		),
	]);
	const test = logRank
		? [`Log-rank: chi-square ${logRank.chiSquare.toFixed(4)}, df ${logRank.df}, p ${logRank.pValue.toPrecision(4)}`]
		: [];
	return [...curves, ...test].join('\n');
}
