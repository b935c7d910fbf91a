import type { AppContext } from '#app/context.ts';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { RegisterChoices } from '#app/domain/imports/cohort/register-choices.ts';
import type { RegisterProposal } from '#app/domain/imports/proposal.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { choicesOf, readRegister } from '#app/use-cases/imports/read-register.ts';
import { findImportFile, type ImportRow } from '#db/queries/imports/imports.ts';

export type Step = 'sheet' | 'reading' | 'cohort' | 'check';

/** An upload on its way to a cohort: the file as it was read, what was confirmed, and the step that it is at. */
export type OpenUpload = {
	readonly row: ImportRow;
	readonly workbook: Workbook;
	readonly choices: RegisterChoices;
	/** More than one sheet looks like a register: their names; empty otherwise. */
	readonly sheets: readonly string[];
	/** As the sheet says it by itself, before anything but the sheet was confirmed; null until that is. */
	readonly plain: RegisterProposal | null;
	readonly step: Step;
};

/** Opens an upload at the step that is asked for, or at the last one before it that is still to be done. */
export async function openUpload(
	context: AppContext,
	actor: Actor,
	row: ImportRow,
	request: Request,
): Promise<OpenUpload> {
	const bytes = orNotFound(findImportFile(context.db, actor, row.id));
	const read = await readSpreadsheet(bytes, row.fileName);
	if (!read.done) throw new Error(`import ${row.id} was readable when it was uploaded and is not now: ${read.code}`);
	const workbook = read.value;
	const choices = choicesOf(row);
	const alone = readRegister(context, workbook);
	const sheets = alone.done ? [] : (alone.details.sheets as readonly string[]);
	const proposal = readRegister(context, workbook, {
		sheet: choices.sheet,
		markMeanings: {},
		sessionDates: {},
		leftOut: [],
	});
	const plain = proposal.done ? proposal.value : null;
	const asked = new URL(request.url).searchParams.get('step');
	return { row, workbook, choices, sheets, plain, step: stepFor(asked, choices, sheets, plain) };
}

function stepFor(
	asked: string | null,
	{ isConfirmed, cohort }: RegisterChoices,
	sheets: readonly string[],
	plain: RegisterProposal | null,
): Step {
	if (plain === null || (asked === 'sheet' && sheets.length > 0)) return 'sheet';
	if (asked === 'check' && isConfirmed && cohort) return 'check';
	return (asked === 'cohort' || asked === 'check') && isConfirmed ? 'cohort' : 'reading';
}
