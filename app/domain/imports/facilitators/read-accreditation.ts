import type { CalendarDay } from '../../shared/calendar-day.ts';
import { saysNothing } from '../lists/cell-text.ts';
import type { ListRow } from '../lists/list-reading.ts';
import { readUkDate } from '../lists/uk-dates.ts';
import type { Accreditation, AccreditationStatus, FacilitatorField, RefusedFacilitator } from './facilitator.ts';

export type AccreditationReading = {
	readonly accreditation: Accreditation;
	readonly fromSerial: boolean;
	readonly lacksExpiry: boolean;
	readonly refused: readonly RefusedFacilitator[];
};

/**
 * Reads the two cells of one accreditation. Words where the first day should be are training; a date that is none refuses
 * the row, and so do a last day before the first and a last day alone.
 */
export function readAccreditation(
	row: ListRow<FacilitatorField>,
	[fromField, untilField]: readonly [FacilitatorField, FacilitatorField],
	asOf: CalendarDay,
): AccreditationReading {
	const from = row.text(fromField);
	const until = row.text(untilField);
	const isInTraining = !saysNothing(from) && !/\d/.test(from) && saysNothing(until);
	if (isInTraining || (saysNothing(from) && saysNothing(until)))
		return nothing(isInTraining ? 'in-training' : 'none', []);
	if (saysNothing(from)) return nothing('none', [row.refusal(fromField, 'date-missing')]);
	const [first, last] = [readUkDate(from), saysNothing(until) ? null : readUkDate(until)];
	const faults = [
		...('problem' in first ? [row.refusal(fromField, first.problem)] : []),
		...(last && 'problem' in last ? [row.refusal(untilField, last.problem)] : []),
	];
	if ('problem' in first || (last && 'problem' in last)) return nothing('none', faults);
	if (last && last.day < first.day) return nothing('none', [row.refusal(untilField, 'dates-in-wrong-order')]);
	return {
		accreditation: { status: statusOf(last?.day ?? null, asOf), from: first.day, until: last?.day ?? null },
		fromSerial: first.fromSerial || (last?.fromSerial ?? false),
		lacksExpiry: last === null,
		refused: [],
	};
}

function statusOf(until: CalendarDay | null, asOf: CalendarDay): AccreditationStatus {
	if (until === null) return 'expiry-missing';
	return until >= asOf ? 'current' : 'lapsed';
}

function nothing(status: 'in-training' | 'none', refused: readonly RefusedFacilitator[]): AccreditationReading {
	return { accreditation: { status, from: null, until: null }, fromSerial: false, lacksExpiry: false, refused };
}
