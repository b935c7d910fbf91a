import { basename } from 'node:path';
import { loadContent } from '#app/content/load-content.ts';
import { fileSentence } from '#app/delivery/spreadsheet/file-sentences.ts';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import { facilitatorReport } from '#app/domain/imports/facilitators/facilitator-report.ts';
import { type FacilitatorList, readFacilitators } from '#app/domain/imports/facilitators/read-facilitators.ts';
import { facilitatorsLook, type ListLook, plansLook } from '#app/domain/imports/lists/list-look.ts';
import { listRefusalSentence } from '#app/domain/imports/lists/list-sentences.ts';
import { cohortReport } from '#app/domain/imports/planned-cohorts/cohort-report.ts';
import { knownFromList } from '#app/domain/imports/planned-cohorts/known-from-list.ts';
import { planCohorts } from '#app/domain/imports/planned-cohorts/plan-cohorts.ts';
import { readCohorts } from '#app/domain/imports/planned-cohorts/read-cohorts.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { readBytes } from './read-file.ts';

/** A list as a document, and in words; a refusal's details hold its `message`. */
export type ListRead = { readonly document: object; readonly look: ListLook };

/** Reads a list of facilitators as it stood on a day. */
export async function facilitatorsFrom(path: string, sheet: string | undefined, asOf: CalendarDay) {
	const workbook = await workbookFrom(path, sheet);
	if (!workbook.done) return workbook;
	const read = listIn(workbook.value, asOf);
	if (!read.done) return read;
	const document = withWriting(facilitatorReport(read.value, basename(path), asOf), workbook.value);
	return done({ document, look: facilitatorsLook(read.value) });
}

/** Reads a plan of cohorts against a list of facilitators (nobody when none is named) and the bank holidays that ship. */
export async function cohortsFrom(
	path: string,
	{ sheet, asOf, facilitators }: { sheet: string | undefined; asOf: CalendarDay; facilitators: string | undefined },
): Promise<Outcome<ListRead>> {
	const workbook = await workbookFrom(path, sheet);
	if (!workbook.done) return workbook;
	const read = readCohorts(workbook.value);
	if (!read.done) return refused(read.code, { message: `${listRefusalSentence('cohorts', read)}.` });
	const known = facilitators === undefined ? done([]) : await knownFrom(facilitators, asOf);
	if (!known.done) return known;
	const { programmes, bankHolidays } = loadContent();
	const holidays = {
		'england-and-wales': bankHolidays['england-and-wales'].days,
		scotland: bankHolidays.scotland.days,
		'northern-ireland': bankHolidays['northern-ireland'].days,
	};
	const facts = { known: known.value, programmes, bankHolidays: holidays, closuresOf: () => [] };
	const plans = planCohorts(read.value, facts);
	const document = withWriting(cohortReport(read.value, plans, basename(path), asOf), workbook.value);
	return done({ document, look: plansLook(read.value, plans) });
}

async function knownFrom(path: string, asOf: CalendarDay) {
	const workbook = await workbookFrom(path, undefined);
	const read = workbook.done ? listIn(workbook.value, asOf) : workbook;
	return read.done ? done(read.value.accepted.map(knownFromList)) : read;
}

function listIn(workbook: Workbook, asOf: CalendarDay): Outcome<FacilitatorList> {
	const read = readFacilitators(workbook, asOf);
	return read.done ? read : refused(read.code, { message: `${listRefusalSentence('facilitators', read)}.` });
}

/** The workbook, with the sheet that was named alone. */
export async function workbookFrom(path: string, sheet: string | undefined): Promise<Outcome<Workbook>> {
	const workbook = await readSpreadsheet(readBytes(path), basename(path));
	if (!workbook.done) return refused(workbook.code, { ...workbook.details, message: fileSentence(workbook) });
	if (sheet === undefined) return workbook;
	const named = workbook.value.sheets.filter(({ name }) => name.toLowerCase() === sheet.toLowerCase());
	if (named.length > 0) return done({ ...workbook.value, sheets: named });
	const there = workbook.value.sheets.map(({ name }) => `“${name}”`).join(', ');
	return refused('no-such-sheet', { message: `There is no sheet “${sheet}”. There are: ${there}.` });
}

function withWriting<Report extends object>(report: Report, { written }: Workbook) {
	return written ? { ...report, ...written } : report;
}
