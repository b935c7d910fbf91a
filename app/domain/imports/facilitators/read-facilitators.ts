import type { CalendarDay } from '../../shared/calendar-day.ts';
import { done, type Outcome } from '../../shared/outcome.ts';
import { isLikeFormula, orNull, saysNothing } from '../lists/cell-text.ts';
import { findTable, type ListShape } from '../lists/find-table.ts';
import type { ListRefusal, ListRow, ListTable } from '../lists/list-reading.ts';
import { readPhone } from '../lists/phone-numbers.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { Facilitator, FacilitatorField, FacilitatorWarning, Gender, RefusedFacilitator } from './facilitator.ts';
import { readAccreditation } from './read-accreditation.ts';
import { readAvailability } from './read-availability.ts';

const SHAPE: ListShape<FacilitatorField> = {
	headings: {
		name: /^(?:full )?name$|^facilitator$/i,
		known_as: /^known as$|^nickname$|^preferred name$/i,
		gender: /^m ?\/ ?f$|^gender$|^sex$/i,
		email: /^e-?mail(?: address)?$/i,
		phone: /^(?:mobile|phone|telephone|tel)(?: (?:no|number))?\.?$/i,
		employer: /^employer$|^organisation$|^agency$/i,
		cd_from: /^(?:cd|caring dads) (?:accredited|trained|licensed)(?: (?:on|from))?$/i,
		cd_until: /^(?:cd|caring dads) (?:licen[cs]e|accreditation) (?:expires|until|ends)$/i,
		if_from: /^(?:ifp?|inspiring families) (?:accredited|trained|licensed)(?: (?:on|from))?$/i,
		if_until: /^(?:ifp?|inspiring families) (?:licen[cs]e|accreditation) (?:expires|until|ends)$/i,
		availability: /^can do$|^availab(?:le|ility)$/i,
		notes: /^notes?$|^comments?$/i,
	},
	needed: ['name', 'email'],
};

export type FacilitatorList = {
	readonly table: ListTable<FacilitatorField>;
	readonly accepted: readonly Facilitator[];
	readonly refused: readonly RefusedFacilitator[];
};

/**
 * Reads a list of facilitators as of a day: who they are, for what they are accredited until when, and when they can
 * deliver. A row without a name, with an address that an earlier row has, or with a date that is none is refused; what is
 * odd but can be kept is a warning. Nothing is guessed.
 */
export function readFacilitators(workbook: Workbook, asOf: CalendarDay): Outcome<FacilitatorList, ListRefusal> {
	const found = findTable(workbook, SHAPE);
	if (!found.done) return found;
	const addresses = new Set<string>();
	const accepted: Facilitator[] = [];
	const refused: RefusedFacilitator[] = [];
	for (const row of found.value.rows) {
		const read = readRow(row, asOf);
		const email = row.text('email').toLowerCase();
		const isTwice = email.includes('@') && addresses.has(email);
		addresses.add(email);
		const faults = [...read.refused, ...(isTwice ? [row.refusal('email', 'duplicate-email')] : [])];
		if (faults.length > 0) refused.push(...faults);
		else accepted.push(read.facilitator);
	}
	return done({ table: found.value, accepted, refused });
}

type Row = ListRow<FacilitatorField>;

function readRow(row: Row, asOf: CalendarDay): { facilitator: Facilitator; refused: readonly RefusedFacilitator[] } {
	const name = row.text('name');
	const caringDads = readAccreditation(row, ['cd_from', 'cd_until'], asOf);
	const inspiringFamilies = readAccreditation(row, ['if_from', 'if_until'], asOf);
	const email = row.text('email').toLowerCase();
	const phone = saysNothing(row.text('phone')) ? null : readPhone(row.text('phone'));
	const gender = genderOf(row.text('gender'));
	const said = row.text('availability');
	const availability = said === '' ? null : readAvailability(said);
	const warnings: readonly (readonly [FacilitatorWarning, boolean, FacilitatorField])[] = [
		['accreditation-expiry-missing', [caringDads, inspiringFamilies].some((one) => one.lacksExpiry), 'cd_until'],
		['availability-has-conditions', availability !== null && availability.conditions !== null, 'availability'],
		['availability-unreadable', availability !== null && availability.days === null, 'availability'],
		['date-from-serial', caringDads.fromSerial || inspiringFamilies.fromSerial, 'cd_from'],
		['email-unreadable', email !== '' && !isAddress(email), 'email'],
		['gender-unreadable', gender === null, 'gender'],
		['leading-zero-restored', phone?.problem === 'leading-zero-restored', 'phone'],
		['phone-unreadable', phone?.problem === 'phone-unreadable', 'phone'],
	];
	const facilitator: Facilitator = {
		row: row.row,
		name,
		knownAs: orNull(row.text('known_as')),
		gender: gender ?? 'not-stated',
		email: isAddress(email) ? email : null,
		phone: phone?.number ?? null,
		employer: orNull(row.text('employer')),
		accreditations: { 'caring-dads': caringDads.accreditation, 'inspiring-families': inspiringFamilies.accreditation },
		availability,
		notes: orNull(row.text('notes')),
		warnings: warnings.filter(([, is]) => is).map(([code, , field]) => ({ code, raw: row.raw(field) })),
	};
	return { facilitator, refused: [...faultsOfName(row, name), ...caringDads.refused, ...inspiringFamilies.refused] };
}

function faultsOfName(row: Row, name: string): readonly RefusedFacilitator[] {
	if (name === '') return [row.refusal('name', 'name-missing')];
	if (isLikeFormula(name)) return [row.refusal('name', 'formula-in-name')];
	return name.length > 100 ? [row.refusal('name', 'name-too-long')] : [];
}

function isAddress(email: string): boolean {
	return email.length <= 200 && /^[^\s@,;<>()"\\]+@[^\s@,;<>()"\\]+$/.test(email);
}

const GENDER_WORDS: Readonly<Record<string, Gender>> = {
	...{ m: 'male', male: 'male', man: 'male' },
	...{ f: 'female', female: 'female', woman: 'female' },
	...{ nb: 'other', 'non-binary': 'other', other: 'other' },
};

function genderOf(text: string): Gender | null {
	return saysNothing(text) ? 'not-stated' : (GENDER_WORDS[text.toLowerCase()] ?? null);
}
