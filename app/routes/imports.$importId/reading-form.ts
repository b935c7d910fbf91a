import { z } from 'zod';
import type { RegisterReading } from '#app/domain/imports/cohort/register-choices.ts';
import { MARK_CODES, type MarkMeanings } from '#app/domain/imports/marks/mark-codes.ts';
import type { MarkMet, ProposedSession, RegisterProposal } from '#app/domain/imports/proposal.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { shownVersion, ticked, typedDay, withDays } from '#app/http/form-fields.ts';

/** The fields of this page's form: one for each mark that can be given a meaning, one for each date that is asked for. */
export const markField = (index: number) => `mark-${index}`;
export const dateField = (session: Pick<ProposedSession, 'column'>) => `date-${session.column}`;

/** What stands in a cell that no word about marks can mend: an error of the spreadsheet, a formula without a result. */
export function canBeExplained({ mark }: MarkMet): boolean {
	return mark !== '' && !mark.startsWith('#');
}

/** Sessions whose date a person is asked for: it is in doubt, or falls on a weekday unlike the others. */
export function datesToAsk({ sessions, warnings, layout }: RegisterProposal): readonly ProposedSession[] {
	const odd = warnings.filter(({ code }) => code === 'weekday-unlike-others').map(({ cell }) => cell);
	const headings = (column: string) => layout.headingRows.map((row) => `${column}${row}`);
	return sessions.filter(({ column, doubt }) => doubt !== null || headings(column).some((cell) => odd.includes(cell)));
}

const MEANING = 'Choose one of the meanings on the page';

/** How the sheet is to be read, as the page's form says it; only what differs from the plain reading is kept. */
export function readingForm(plain: RegisterProposal) {
	const marks = Object.fromEntries(
		plain.marksMet.map((_, index) => [markField(index), z.enum(['', ...MARK_CODES], MEANING).default('')]),
	);
	const asked = datesToAsk(plain);
	const dates = Object.fromEntries(
		asked.map((session) => [
			dateField(session),
			typedDay({ missing: `Enter the date of the session in column ${session.column}` }),
		]),
	);
	const shape = z.object({ ...marks, ...dates, leftOut: ticked(), version: shownVersion() });
	return withDays(asked.map(dateField), shape).transform((sent) => {
		const values = sent as Readonly<Record<string, unknown>>;
		const reading: Omit<RegisterReading, 'sheet'> = {
			markMeanings: meaningsIn(values, plain.marksMet),
			sessionDates: datesIn(values, asked),
			leftOut: sent.leftOut.map(Number).filter((row) => plain.participants.some((person) => person.row === row)),
		};
		return { version: sent.version, reading };
	});
}

function meaningsIn(values: Readonly<Record<string, unknown>>, met: readonly MarkMet[]): MarkMeanings {
	const said = met.map(({ mark, code }, index) => ({ mark, code, chosen: values[markField(index)] as string }));
	const changed = said.filter(({ code, chosen }) => chosen !== '' && chosen !== code);
	return Object.fromEntries(changed.map(({ mark, chosen }) => [mark, chosen])) as MarkMeanings;
}

function datesIn(values: Readonly<Record<string, unknown>>, asked: readonly ProposedSession[]) {
	const said = asked.map((session) => ({ session, day: values[dateField(session)] as CalendarDay }));
	return Object.fromEntries(
		said.filter(({ session, day }) => day !== session.day).map(({ session, day }) => [session.column, day]),
	);
}
