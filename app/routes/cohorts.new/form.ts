import { z } from 'zod';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { cohortFields } from '#app/http/cohort-form.ts';
import { withDays } from '#app/http/form-fields.ts';
import { patternFields, patternFrom, startDay, withSlots } from '#app/http/schedule/pattern-form.ts';

/** The names of the fields by which a person goes from the form to the plan and back; not part of the cohort. */
export const STEP_FIELDS = ['intent', 'fingerprint', 'planId', 'accept'] as const;

/** What the form says, once it can be read: the cohort as the coordinator entered it. */
export function layOutForm(programmes: readonly Programme[]) {
	const cohort = z.object({
		...cohortFields(programmes),
		...patternFields,
		earliestStart: startDay('Enter the earliest start'),
		inStepWith: z
			.string('Open this page again from the linked cohort')
			.max(100)
			.default('')
			.transform((id) => (id === '' ? null : asId<CohortId>(id))),
	});
	return withDays(['earliestStart'], withSlots(cohort)).transform(
		({ time1, time2, bankHolidays, schoolHolidays, ...rest }) => ({
			...rest,
			...patternFrom({ time1, time2, bankHolidays, schoolHolidays }),
		}),
	);
}
