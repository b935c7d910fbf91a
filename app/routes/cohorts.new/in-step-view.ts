import type { FormState } from '#app/ui/form-state.ts';
import { formatDate } from '#app/ui/format.ts';
import type { InStepStart } from '#app/use-cases/pairs/lay-out-in-step.ts';

/** The form as it is filled in at first for the linked cohort of another one. */
export function inStepView({ cohort, places, earliestStart, skippedWeeks, runsOnBankHoliday }: InStepStart) {
	const [year = '', month = '', day = ''] = earliestStart?.split('-') ?? [];
	const weeks = skippedWeeks.map(
		({ from, to, label }) => `${formatDate(from)} to ${formatDate(to)}${label ? `, ${label}` : ''}`,
	);
	const form: FormState = {
		values: {
			...{ inStepWith: cohort.id, areaId: cohort.areaId, places: String(places) },
			...{ 'earliestStart-day': trimmed(day), 'earliestStart-month': trimmed(month), 'earliestStart-year': year },
			...{ skippedWeeks: weeks.join('\n'), bankHolidays: runsOnBankHoliday ? 'run' : '' },
		},
		errors: {},
	};
	return { name: cohort.name, form };
}

function trimmed(number: string): string {
	return number.replace(/^0/, '');
}
