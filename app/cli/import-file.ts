import { basename } from 'node:path';
import { loadContent } from '#app/content/load-content.ts';
import type { RegisterQuestion } from '#app/domain/imports/propose-register.ts';
import { type Command, EXIT, type ExitStatus, type Io, WrongUse } from './command.ts';
import { cohortsFrom, facilitatorsFrom } from './import-list.ts';
import { importListNow } from './import-list-now.ts';
import { cohortFrom, REGISTER_OPTIONS, type RegisterOptions, readingFrom, today } from './import-options.ts';
import { importRegisterNow } from './import-register-now.ts';
import { importRegisterReport } from './import-register-report.ts';
import { lookInSentences, reportInSentences } from './import-sentences.ts';
import { readBytes } from './read-file.ts';
import { readOptions } from './read-options.ts';

const help = `plumbline import register FILE --dry-run [--sheet NAME] [--as-of DATE] [--json]
plumbline import register FILE [--sheet NAME] [--json]
  --cohort-name NAME --programme caring-dads[@VERSION][/VARIANT] --area NAME --start-time 18:30
  (--venue NAME [--room NAME] | --online) --lead EMAIL [--co EMAIL]… [--places N] [--nation NATION]
  [--accept-few-facilitators]

Reads the register of a cohort from an Excel workbook (.xlsx) or a CSV file.

--dry-run says what an import would do, needs no database and writes nothing. --json prints that as one document.
Without --dry-run the register becomes a cohort with its past, in the database.

  --sheet NAME           which sheet, when more than one looks like a register
  --as-of DATE           with --dry-run: nothing after this day has happened; today when left out
  --mark MARK=CODE       what a mark means, such as --mark Z=attended; as often as needed
  --date COLUMN=DATE     the date of the session in this column, such as --date H=2026-03-04; as often as needed
  --leave-out ROW        a row that is not brought in; as often as needed

Ends with 0 when the register could be read, also when single cells are refused: each stands in the document with its
reason. Ends with 1 when the file as a whole, or the cohort, is refused; with 3 when there is no such file.

plumbline import facilitators FILE --dry-run [--sheet NAME] [--as-of DATE] [--json]
plumbline import facilitators FILE [--sheet NAME] [--json]
plumbline import cohorts FILE --dry-run [--facilitators FILE] [--sheet NAME] [--as-of DATE] [--json]
plumbline import cohorts FILE [--area NAME] [--sheet NAME] [--json]

Reads a list of facilitators, or a plan of cohorts with the clashes in it, and says what is accepted, refused and to look
at, row by row.

--dry-run needs no database and writes nothing: facilitators are looked for in a file, and a plan is laid out over the bank
holidays that ship with the program. Without --dry-run every row that can come in does: facilitators become invited
accounts, to which an administrator sends the link; cohorts are laid out, those with a clash as drafts.

  --facilitators FILE    with --dry-run: the list in which the facilitators of a plan are looked for
  --area NAME            where the venues of a plan are looked for first, when two areas have one of the same name

Referrals cannot be imported yet.`;

const LATER = ['referrals'];

export const importFile: Command = {
	name: 'import',
	summary: 'Bring in a register, read a list of facilitators or a plan of cohorts',
	help,
	async run(args, io) {
		const { options, words } = readOptions(args, REGISTER_OPTIONS);
		const [kind, file, ...others] = words;
		if (kind === undefined) throw new WrongUse('Say what to import: register FILE, facilitators FILE or cohorts FILE.');
		if (LATER.includes(kind)) {
			io.err(`Importing ${kind} is not built yet. Say register, facilitators or cohorts.`);
			return EXIT.wrongUse;
		}
		if (kind !== 'register' && kind !== 'facilitators' && kind !== 'cohorts')
			throw new WrongUse(`“${kind}” cannot be imported. Say register, facilitators or cohorts.`);
		if (file === undefined) throw new WrongUse(`Name the file of the ${kind}.`);
		if (others.length > 0) throw new WrongUse(`“${others[0]}” is not part of this command.`);
		if (kind !== 'register') return readList(kind, file, options, io);
		if (options.facilitators !== undefined) throw new WrongUse('Give --facilitators only with cohorts.');
		return options['dry-run'] ? dryRun(file, options, io) : importNow(file, options, io);
	},
};

async function dryRun(path: string, options: RegisterOptions, io: Io): Promise<ExitStatus> {
	const { sheet, markMeanings, sessionDates } = readingFrom(options);
	const asOf = today(options['as-of']);
	const { programmes } = loadContent();
	const question: RegisterQuestion = { asOf, sheet: sheet ?? undefined, markMeanings, sessionDates, programmes };
	const outcome = await importRegisterReport(readBytes(path), basename(path), question);
	if (!outcome.done) return refuse(outcome, options.json === true, io);
	io.out(options.json ? JSON.stringify(outcome.value, null, 1) : reportInSentences(outcome.value));
	return EXIT.done;
}

async function importNow(path: string, options: RegisterOptions, io: Io): Promise<ExitStatus> {
	if (options['as-of'] !== undefined) throw new WrongUse('Give --as-of only with --dry-run: an import goes by today.');
	const reading = readingFrom(options);
	const named = cohortFrom(options, loadContent().programmes);
	const accepted = options['accept-few-facilitators'] === true;
	const file = { bytes: readBytes(path), fileName: basename(path) };
	const outcome = await importRegisterNow(io.context(), { file, reading, named, accepted });
	if (!outcome.done) return refuse(outcome, options.json === true, io);
	const { importId, cohortId, report } = outcome.value;
	const register = report.register!;
	if (options.json)
		io.out(JSON.stringify({ imported: { importId, cohortId, counts: report.counts }, ...register }, null, 1));
	else io.out(`${reportInSentences(register)}\nImported. The cohort is ${cohortId}, the import ${importId}.`);
	return EXIT.done;
}

async function readList(
	kind: 'facilitators' | 'cohorts',
	path: string,
	options: RegisterOptions,
	io: Io,
): Promise<ExitStatus> {
	const { sheet, facilitators, json, 'dry-run': isDry } = options;
	const strange = (Object.keys(options) as (keyof RegisterOptions)[]).find((name) => !LIST_OPTIONS.includes(name));
	if (strange) throw new WrongUse(`--${strange} is not for a list of ${kind}.`);
	if (kind === 'facilitators' && facilitators !== undefined)
		throw new WrongUse('Give --facilitators only with cohorts.');
	if (!isDry) return importNowList(kind, path, options, io);
	if (options.area !== undefined) throw new WrongUse('Give --area only without --dry-run.');
	const asOf = today(options['as-of']);
	const outcome = await (kind === 'facilitators'
		? facilitatorsFrom(path, sheet, asOf)
		: cohortsFrom(path, { sheet, asOf, facilitators }));
	if (!outcome.done) return refuse(outcome, json === true, io);
	io.out(json ? JSON.stringify(outcome.value.document, null, 1) : lookInSentences(outcome.value.look));
	return EXIT.done;
}

async function importNowList(
	kind: 'facilitators' | 'cohorts',
	path: string,
	{ sheet, area, facilitators, json, 'as-of': asOf }: RegisterOptions,
	io: Io,
): Promise<ExitStatus> {
	if (asOf !== undefined) throw new WrongUse('Give --as-of only with --dry-run: an import goes by today.');
	if (facilitators !== undefined) throw new WrongUse('Give --facilitators only with --dry-run.');
	if (kind === 'facilitators' && area !== undefined) throw new WrongUse('Give --area only with cohorts.');
	const outcome = await importListNow(io.context(), { kind, path, sheet, area });
	if (!outcome.done) return refuse(outcome, json === true, io);
	const { importId, prepared } = outcome.value;
	const { look, lines } = prepared;
	const broughtIn = lines.filter(({ comesIn }) => comesIn).length;
	if (json) io.out(JSON.stringify({ imported: { importId, broughtIn }, rows: look.rows, lines }, null, 1));
	else io.out(`${lookInSentences(look)}\nBrought in ${broughtIn}. The import is ${importId}.`);
	return EXIT.done;
}

const LIST_OPTIONS: readonly (keyof RegisterOptions)[] = [
	...(['sheet', 'facilitators', 'as-of', 'dry-run', 'json'] as const),
	'area',
];

type RefusedFile = { readonly code: string; readonly details: Readonly<Record<string, unknown>> };

function refuse({ code, details: { message, ...details } }: RefusedFile, json: boolean, io: Io): ExitStatus {
	if (json) io.out(JSON.stringify({ refused: { code, details, message } }, null, 1));
	else io.err(String(message));
	return EXIT.refused;
}
