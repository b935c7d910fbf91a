import type { ImportCounts } from '#app/domain/imports/cohort/import-counts.ts';
import { cellSentence, rowSentence } from '#app/domain/imports/cohort/import-sentences.ts';
import { MARK_CODE_LABELS, MARK_CODES } from '#app/domain/imports/marks/mark-codes.ts';
import type { RegisterReport } from '#app/domain/imports/register-report.ts';
import { warningSentence } from '#app/domain/imports/register-sentences.ts';
import { countInWords } from '#app/domain/shared/in-words.ts';
import type { ImportReport } from '#app/use-cases/imports/import-report.ts';

export type BroughtIn = ReturnType<typeof broughtIn>;

/** What comes out of a register, cell by cell, with a sentence for everything that does not: before and after the import. */
export function broughtIn(counts: ImportCounts, { refusedRows, refusedCells, register }: Omit<ImportReport, 'counts'>) {
	const gone = new Map(refusedRows.map((one) => [one.row, one]));
	return {
		counts,
		cells: [
			...MARK_CODES.flatMap((code) => {
				const count = counts.byCode[code] ?? 0;
				return count === 0 ? [] : { label: MARK_CODE_LABELS[code], count };
			}),
			{ label: 'Refused', count: counts.refused },
		],
		refused: [...refusedRows.map(rowSentence), ...refusedCells.map(cellSentence)],
		warnings: register ? register.warnings.map((warning) => warningSentence(warning, register)) : [],
		comments: register ? register.comments.map(({ cell, text }) => `${cell}: ${text.replace(/\s+/g, ' ')}`) : [],
		people: register ? register.participants.map((person) => personLine(person, gone.has(person.row))) : [],
	};
}

type Participant = RegisterReport['participants'][number];

function personLine({ row, name, ref, recount, ...stay }: Participant, isRefused: boolean) {
	const { joined_session: joined, left_after_session: left, leaving_reason: why } = stay;
	const here = `${recount.attended_or_late} of ${countInWords(recount.held_while_enrolled, 'session')}`;
	const notes = [
		isRefused && 'not brought in',
		joined !== null && joined > 1 && `joined at session ${joined}`,
		left !== null && `left after session ${left}${why ? ` (${why})` : ''}`,
		(recount['caught-up'] ?? 0) > 0 && `${recount['caught-up']} caught up`,
		(recount['not-recorded'] ?? 0) > 0 && `${recount['not-recorded']} not recorded`,
	];
	return { row, name, reference: ref, here, note: notes.filter(Boolean).join(', ') };
}
