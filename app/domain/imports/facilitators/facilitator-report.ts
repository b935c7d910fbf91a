import type { CalendarDay } from '../../shared/calendar-day.ts';
import { type Accreditation, FAMILIES_OF_PROGRAMMES, type Facilitator, type ProgrammeFamily } from './facilitator.ts';
import type { FacilitatorList } from './read-facilitators.ts';

/** A list of facilitators as it was read, as a document: names as in tests/fixtures/imports/facilitators.expected.json. */
export function facilitatorReport({ table, accepted, refused }: FacilitatorList, file: string, asOf: CalendarDay) {
	const lapsed = (family: ProgrammeFamily) =>
		accepted.filter(({ accreditations }) => accreditations[family].status === 'lapsed').map(({ name }) => name);
	return {
		file,
		as_of: asOf,
		header_row: table.headerRow,
		column_mapping: table.columns.map(({ column, heading, field }) => ({ column, heading, field })),
		counts: {
			people_rows: table.rows.length,
			accepted: accepted.length,
			refused_rows: new Set(refused.map(({ row }) => row)).size,
			refusal_reasons: refused.length,
			skipped: table.skipped.length,
		},
		lapsed_on_as_of: Object.fromEntries(FAMILIES_OF_PROGRAMMES.map((family) => [underscored(family), lapsed(family)])),
		accepted: accepted.map(acceptedRow),
		refused,
		skipped: table.skipped,
		warnings: accepted.flatMap(({ row, warnings }) => warnings.map(({ code }) => ({ row, code }))),
	};
}

function acceptedRow({ row, name, knownAs, gender, email, phone, employer, ...rest }: Facilitator) {
	const { accreditations, availability, notes, warnings } = rest;
	return {
		...{ row, name, known_as: knownAs, gender, email, phone, employer },
		caring_dads: accreditationOf(accreditations['caring-dads']),
		inspiring_families: accreditationOf(accreditations['inspiring-families']),
		availability: availability && {
			raw: availability.raw,
			days: Array.isArray(availability.days) ? availability.days.map((day) => day.slice(0, 3)) : availability.days,
			part: availability.part,
			conditions: availability.conditions,
		},
		notes,
		warnings: warnings.map(({ code }) => code),
	};
}

function accreditationOf({ status, from, until }: Accreditation) {
	return { status, accredited_from: from, accredited_until: until };
}

function underscored(family: ProgrammeFamily): string {
	return family.replace('-', '_');
}
