import { dayInWords } from '../../shared/in-words.ts';
import { inOneLine } from '../lists/list-sentences.ts';
import {
	FAMILIES_OF_PROGRAMMES,
	type Facilitator,
	type FacilitatorWarning,
	type ProgrammeFamily,
} from './facilitator.ts';

const WARNINGS: Readonly<Record<FacilitatorWarning, string>> = {
	'accreditation-expiry-missing': 'an accreditation has no last day. It holds until somebody gives it one',
	'availability-has-conditions': 'the availability has a condition, which is kept as a note. Check it before you plan',
	'availability-unreadable': 'the availability could not be read. It counts neither as free nor as not free',
	'date-from-serial': 'a date was the number of a spreadsheet. Check the accreditation dates',
	'email-unreadable': 'this is not an address. It is left out, and without one they cannot have an account',
	'gender-unreadable': 'the gender could not be read. It is kept as not stated',
	'leading-zero-restored': 'the telephone number had lost its first 0, which is put back. Check it',
	'phone-unreadable': 'this is not a telephone number that can be relied on. It is left out',
};

/** Everything that is odd about a facilitator's row but was kept, a sentence for each. */
export function facilitatorWarnings({ row, name, warnings }: Facilitator): readonly string[] {
	return warnings.map(({ code, raw }) => {
		const says = raw === '' || code === 'accreditation-expiry-missing' ? '' : ` It says “${inOneLine(raw)}”.`;
		return `Row ${row}, ${name}: ${WARNINGS[code]}.${says}`;
	});
}

const PROGRAMMES: Readonly<Record<ProgrammeFamily, string>> = {
	'caring-dads': 'Caring Dads',
	'inspiring-families': 'Inspiring Families',
};

/** What a list says of a facilitator, in a few words: what they are accredited for and when they can deliver. */
export function facilitatorInWords({ accreditations, availability }: Facilitator): string {
	const accredited = FAMILIES_OF_PROGRAMMES.flatMap((family) => {
		const { status, until } = accreditations[family];
		if (status === 'none') return [];
		if (status === 'in-training') return [`${PROGRAMMES[family]}: in training`];
		return [until === null ? PROGRAMMES[family] : `${PROGRAMMES[family]} until ${dayInWords(until)}`];
	});
	return [...accredited, availability?.raw ?? 'no hours said'].join('; ');
}
