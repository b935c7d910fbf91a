import { type ListLook, rowsInWords } from '#app/domain/imports/lists/list-look.ts';
import type { RegisterReport } from '#app/domain/imports/register-report.ts';
import { refusalSentence, warningSentence } from '#app/domain/imports/register-sentences.ts';
import { countInWords, listInWords } from '#app/domain/shared/in-words.ts';

/** A register's report for who reads it in a terminal: the counts, then a sentence for everything that is in doubt. */
export function reportInSentences(report: RegisterReport): string {
	const { counts, sessions, totals, refused, warnings } = report;
	const people = countInWords(counts.participants, 'person', 'people');
	const marks = Object.entries(counts.marks_by_code).map(([code, count]) => `${count} ${code}`);
	const became = [`${counts.held} held`, `${counts.cancelled} cancelled`, `${counts.moved} moved`];
	return [
		`Sheet “${report.sheet}”: ${people}, ${countInWords(sessions.length, 'session')} (${became.join(', ')}).`,
		`${totals.cells} cells = ${totals.accepted} accepted + ${totals.refused} refused: ${listInWords(marks)}.`,
		...(refused.length > 0 ? ['', 'Refused:'] : []),
		...refused.map((cell) => `  ${refusalSentence({ likely: null, ...cell, row: 0, session: 0 })}`),
		...(warnings.length > 0 ? ['', 'To look at:'] : []),
		...warnings.map((warning) => `  ${warningSentence(warning, report)}`),
	].join('\n');
}

/** A list for who reads it in a terminal: the counts, then a sentence for everything that is in doubt. */
export function lookInSentences({ rows, refused, clashes, toLookAt }: ListLook): string {
	const part = (title: string, sentences: readonly string[]) =>
		sentences.length > 0 ? ['', title, ...sentences.map((sentence) => `  ${sentence}`)] : [];
	return [
		rowsInWords(rows),
		...part('Refused:', refused),
		...part('Clashes:', clashes),
		...part('To look at:', toLookAt),
	].join('\n');
}
