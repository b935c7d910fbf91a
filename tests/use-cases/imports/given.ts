import { readFileSync } from 'node:fs';
import { readSpreadsheet } from '#app/delivery/spreadsheet/read-spreadsheet.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type CohortChoice, NO_CHOICES, type RegisterReading } from '#app/domain/imports/cohort/register-choices.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { ImportId } from '#app/domain/shared/ids.ts';
import { chooseCohort } from '#app/use-cases/imports/choose-cohort.ts';
import { confirmReading } from '#app/use-cases/imports/confirm-reading.ts';
import { importRegister } from '#app/use-cases/imports/import-register.ts';
import { prepareImport } from '#app/use-cases/imports/prepare-import.ts';
import { uploadRegister } from '#app/use-cases/imports/upload-register.ts';
import { findImport } from '#db/queries/imports/imports.ts';
import { testContext } from '#tests/support/context.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';

export const REGISTER = readFileSync('tests/fixtures/imports/register.xlsx');
export const EXPECTED = JSON.parse(readFileSync('tests/fixtures/imports/register.expected.json', 'utf8'));

export async function workbookOf(bytes: Uint8Array, fileName: string): Promise<Workbook> {
	const read = await readSpreadsheet(bytes, fileName);
	if (!read.done) throw new Error(read.code);
	return read.value;
}

/** The workbook with other text in some cells; null empties one. */
export function withCells(workbook: Workbook, texts: Readonly<Record<string, string | null>>): Workbook {
	const [first, ...others] = workbook.sheets;
	const cells = first!.cells.flatMap((cell) => {
		const text = texts[cell.ref];
		if (text === undefined) return [cell];
		return text === null ? [] : [{ ...cell, kind: 'text' as const, text, value: text, isFormula: false }];
	});
	return { ...workbook, sheets: [{ ...first!, cells }, ...others] };
}

/** A sheet of a few sessions and people, as lines of a CSV file. */
export function sheetOf(...lines: readonly string[]): Promise<Workbook> {
	return workbookOf(Buffer.from(lines.join('\n')), 'group.csv');
}

/** Monday 23 November 2026, 10am: the coordinator's desk, with the wall register of the sample files on it. */
export async function desk({ now = '2026-11-23T10:00:00Z' } = {}) {
	const context = testContext({ now });
	const places = givenPlaces(context);
	const coordinator = givenStaff(context, { name: 'Cora Dale', roles: ['coordinator'], areaIds: [places.areaId] });
	const [sam, kim] = [givenStaff(context), givenStaff(context, { name: 'Kim Mensah' })];
	const workbook = await workbookOf(REGISTER, 'register.xlsx');
	const cohort: CohortChoice = {
		name: 'Wednesday group',
		programme: { slug: 'caring-dads', version: '1', variant: null },
		areaId: places.areaId,
		nation: null,
		place: { venueId: places.venueId, roomId: places.roomId },
		leadId: sam.staffId,
		coFacilitatorIds: [kim.staffId],
		startTime: clockTime('18:30'),
		places: 12,
	};
	const upload = (sheet: Workbook = workbook, as: StaffActor = coordinator) => {
		const outcome = uploadRegister(context, as, { fileName: 'register.xlsx', bytes: REGISTER, workbook: sheet });
		if (!outcome.done) throw new Error(outcome.code);
		return outcome.value;
	};
	const version = (importId: ImportId) => findImport(context.db, coordinator, importId)!.version;
	const confirm = (importId: ImportId, reading: Partial<RegisterReading> = {}) =>
		confirmReading(context, coordinator, {
			importId,
			version: version(importId),
			reading: { ...NO_CHOICES, ...reading },
			isConfirmed: true,
		});
	const choose = (importId: ImportId, change: Partial<CohortChoice> = {}, sheet: Workbook = workbook) =>
		chooseCohort(context, coordinator, {
			importId,
			version: version(importId),
			workbook: sheet,
			cohort: { ...cohort, ...change },
		});
	const prepare = (importId: ImportId, sheet: Workbook = workbook) => {
		const outcome = prepareImport(
			context,
			context.db,
			coordinator,
			findImport(context.db, coordinator, importId)!,
			sheet,
		);
		if (!outcome.done) throw new Error(outcome.code);
		return outcome.value;
	};
	/** Goes through all steps of an import; what the last of them answered. */
	const bringIn = (
		sheet: Workbook = workbook,
		{ reading = {}, change = {} }: { reading?: Partial<RegisterReading>; change?: Partial<CohortChoice> } = {},
	) => {
		const importId = upload(sheet);
		confirm(importId, reading);
		const chosen = choose(importId, change, sheet);
		if (!chosen.done) return { importId, outcome: chosen };
		const { fingerprint } = prepare(importId, sheet);
		const outcome = importRegister(context, coordinator, { importId, workbook: sheet, fingerprint, accepted: false });
		return { importId, outcome };
	};
	const row = (importId: ImportId, as: StaffActor = coordinator) => findImport(context.db, as, importId);
	return {
		context,
		...places,
		coordinator,
		sam,
		kim,
		workbook,
		cohort,
		upload,
		confirm,
		choose,
		prepare,
		bringIn,
		row,
	};
}
