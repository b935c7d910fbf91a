import { fileSentence } from '#app/delivery/spreadsheet/file-sentences.ts';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import { proposeRegister, type RegisterQuestion } from '#app/domain/imports/propose-register.ts';
import { type RegisterReport, registerReport } from '#app/domain/imports/register-report.ts';
import { notARegisterSentence } from '#app/domain/imports/register-sentences.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';

/** Reads a wall register and reports what an import of it would do; a refusal's details hold its `message`. */
export async function importRegisterReport(
	bytes: Uint8Array,
	fileName: string,
	question: RegisterQuestion,
): Promise<Outcome<RegisterReport>> {
	const workbook = await readSpreadsheet(bytes, fileName);
	if (!workbook.done) return refused(workbook.code, { ...workbook.details, message: fileSentence(workbook) });
	const proposal = proposeRegister(workbook.value, question);
	if (proposal.done) return done(registerReport(proposal.value, fileName));
	return refused(proposal.code, { ...proposal.details, message: notARegisterSentence(proposal) });
}
