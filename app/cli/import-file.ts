import { basename } from 'node:path';
import { loadContent } from '#app/content/load-content.ts';
import type { RegisterQuestion } from '#app/domain/imports/propose-register.ts';
import { type Command, EXIT, type ExitStatus, type Io, WrongUse } from './command.ts';
import { cohortFrom, REGISTER_OPTIONS, type RegisterOptions, readingFrom, today } from './import-options.ts';
import { importRegisterNow } from './import-register-now.ts';
import { importRegisterReport } from './import-register-report.ts';
import { reportInSentences } from './import-sentences.ts';
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

Referrals, cohorts and facilitators cannot be imported yet.`;

const LATER = ['referrals', 'cohorts', 'facilitators'];

export const importFile: Command = {
	name: 'import',
	summary: 'Bring in a register from a spreadsheet',
	help,
	async run(args, io) {
		const { options, words } = readOptions(args, REGISTER_OPTIONS);
		const [kind, file, ...others] = words;
		if (kind === undefined) throw new WrongUse('Say what to import: register FILE.');
		if (LATER.includes(kind)) {
			io.err(`Importing ${kind} is not built yet. Only a register can be imported: plumbline import register FILE.`);
			return EXIT.wrongUse;
		}
		if (kind !== 'register') throw new WrongUse(`“${kind}” cannot be imported. Say register.`);
		if (file === undefined) throw new WrongUse('Name the file of the register.');
		if (others.length > 0) throw new WrongUse(`“${others[0]}” is not part of this command.`);
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

type RefusedFile = { readonly code: string; readonly details: Readonly<Record<string, unknown>> };

function refuse({ code, details: { message, ...details } }: RefusedFile, json: boolean, io: Io): ExitStatus {
	if (json) io.out(JSON.stringify({ refused: { code, details, message } }, null, 1));
	else io.err(String(message));
	return EXIT.refused;
}
