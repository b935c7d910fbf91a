import { z } from 'zod';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { Closure, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import { readSkippedWeeks } from '#app/domain/scheduling/typed-weeks.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { parseTypedTime } from '#app/domain/shared/typed-time.ts';
import { cohortFields } from '#app/http/cohort-form.ts';
import { typedDay, withDays } from '#app/http/form-fields.ts';
import { sentenceForWeeks } from './sentences.ts';

/** The names of the fields by which a person goes from the form to the plan and back; not part of the cohort. */
export const STEP_FIELDS = ['intent', 'fingerprint', 'planId', 'accept'] as const;

/** What the form says, once it can be read: the cohort as the coordinator entered it. */
export function layOutForm(programmes: readonly Programme[]) {
	const cohort = z.object({
		...cohortFields(programmes),
		time1: slot({ needed: true }),
		time2: slot({ needed: false }),
		earliestStart: typedDay({ missing: 'Enter the earliest start' }).refine(
			(day) => day === undefined || ('2000' <= day && day < '2100'),
			'Enter a year from 2000 to 2099',
		),
		skippedWeeks: z.string('Answer this once').max(3000, 'Enter at most 30 weeks').default('').transform(weeksFrom),
		bankHolidays: z.enum(['', 'run'], 'Choose only what the page offers').default(''),
		schoolHolidays: z.enum(['', 'skip'], 'Choose only what the page offers').default(''),
	});
	const gathered = z.preprocess((values) => withSlots(values as Readonly<Record<string, unknown>>), cohort);
	return withDays(['earliestStart'], gathered).transform(({ time1, time2, bankHolidays, schoolHolidays, ...rest }) => ({
		...rest,
		slots: [time1, time2].filter((one) => one !== null),
		runsOnBankHoliday: bankHolidays === 'run',
		skipsSchoolHolidays: schoolHolidays === 'skip',
	}));
}

type Issues = { addIssue(issue: { code: 'custom'; message: string }): void };

function weeksFrom(text: string, issues: Issues): readonly Closure[] {
	const weeks = readSkippedWeeks(text);
	if (weeks.done) return weeks.value;
	issues.addIssue({ code: 'custom', message: sentenceForWeeks(weeks) });
	return [];
}

/** Puts weekday and time of each slot under the name of its time, so that what is wrong with either stands there. */
function withSlots(sent: Readonly<Record<string, unknown>>) {
	return { ...sent, time1: [sent.weekday1 ?? '', sent.time1 ?? ''], time2: [sent.weekday2 ?? '', sent.time2 ?? ''] };
}

function slot({ needed }: { needed: boolean }) {
	const once = 'Enter each weekday and start time once';
	return z.tuple([z.string(once), z.string(once)], once).transform(([weekday, typed], issues): Slot | null => {
		const refuse = (message: string) => {
			issues.addIssue({ code: 'custom', message });
			return null;
		};
		const time = typed.trim();
		if (!weekday && !time) return needed ? refuse('Choose a weekday and enter a start time') : null;
		if (!time) return refuse('Enter a start time, such as 6:30pm');
		const startTime = parseTypedTime(time);
		if (!startTime) return refuse(`“${time.slice(0, 20)}” is not a start time. Enter it as 6:30pm or 18:30`);
		const named = WEEKDAYS.find((one) => one === weekday);
		return named ? { weekday: named, startTime } : refuse('Choose the weekday of this start time');
	});
}
