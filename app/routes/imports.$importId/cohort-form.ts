import { z } from 'zod';
import type { CohortChoice } from '#app/domain/imports/cohort/register-choices.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import type { ClockTime } from '#app/domain/shared/clock-time.ts';
import { timeInWords } from '#app/domain/shared/in-words.ts';
import { parseTypedTime } from '#app/domain/shared/typed-time.ts';
import { cohortFields, placeValue } from '#app/http/cohort-form.ts';
import { requiredText, shownVersion } from '#app/http/form-fields.ts';
import type { FormState } from '#app/ui/form-state.ts';

/** The cohort that a register becomes, as the form says it. */
export function cohortForm(programmes: readonly Programme[]) {
	const startTime = requiredText('Enter the start time of the sessions, such as 6:30pm', 20).transform(timeFrom);
	return z.object({ ...cohortFields(programmes), startTime, version: shownVersion() });
}

function timeFrom(typed: string, issues: { addIssue(issue: { code: 'custom'; message: string }): void }): ClockTime {
	const time = parseTypedTime(typed);
	if (!time)
		issues.addIssue({ code: 'custom', message: `“${typed}” is not a start time. Enter it as 6:30pm or 18:30` });
	return time as ClockTime;
}

/** The form as it was saved, to change something of it. */
export function savedForm(cohort: CohortChoice): FormState {
	const { name, programme, areaId, nation, place, onlineRoom, leadId, coFacilitatorIds, startTime, places } = cohort;
	return {
		values: {
			name,
			programme: programmeIdOf(programme),
			areaId,
			nation: nation ?? '',
			place: placeValue(place),
			onlineRoom: onlineRoom ?? '',
			leadId,
			coFacilitatorIds,
			startTime: timeInWords(startTime),
			places: String(places),
		},
		errors: {},
	};
}
