import { FAMILIES_OF_PROGRAMMES, type Facilitator } from '../facilitators/facilitator.ts';
import { hoursOf } from '../facilitators/read-availability.ts';
import type { KnownAccreditation, KnownFacilitator } from './planned-cohort.ts';

/** Somebody of a list of facilitators, as a plan of cohorts looks for them. */
export function knownFromList({
	row,
	name,
	knownAs,
	gender,
	accreditations,
	availability,
}: Facilitator): KnownFacilitator {
	const accredited = FAMILIES_OF_PROGRAMMES.flatMap((family): readonly (readonly [string, KnownAccreditation])[] => {
		const { status, until } = accreditations[family];
		if (status === 'none') return [];
		return [[family, status === 'in-training' ? 'in-training' : { until }]];
	});
	const hours = availability ? hoursOf(availability) : [];
	return {
		key: `row ${row}`,
		name,
		knownAs,
		gender,
		accredited: Object.fromEntries(accredited),
		hours: hours.length > 0 ? hours : null,
		availability: availability?.raw ?? null,
	};
}
