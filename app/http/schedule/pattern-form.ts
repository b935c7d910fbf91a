import { z } from 'zod';
import { sentenceForLayOut } from '#app/domain/scheduling/lay-out-refusals.ts';
import type { Closure, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import { readSkippedWeeks, type TypedWeeksRefusal } from '#app/domain/scheduling/typed-weeks.ts';
import { type CalendarDay, WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { parseTypedTime } from '#app/domain/shared/typed-time.ts';
import { typedDay } from '../form-fields.ts';
import type { RefusalSentences } from '../refusal.ts';

/**
 * The fields of a meeting pattern: up to two slots a week, the weeks to skip, and whether bank
 * holidays and school holidays count.
 */
export const patternFields = {
	time1: slot({ needed: true }),
	time2: slot({ needed: false }),
	skippedWeeks: z.string('Answer this once').max(3000, 'Enter at most 30 weeks').default('').transform(weeksFrom),
	bankHolidays: z.enum(['', 'run'], 'Choose only what the page offers').default(''),
	schoolHolidays: z.enum(['', 'skip'], 'Choose only what the page offers').default(''),
};

/** A day from which sessions are laid out, in this century. */
export function startDay(missing: string) {
	return typedDay({ missing }).refine(
		(day) => day === undefined || ('2000' <= day && day < '2100'),
		'Enter a year from 2000 to 2099',
	);
}

/** Puts weekday and time of each slot under the name of its time, so that what is wrong with either stands there. */
export function withSlots<Schema extends z.ZodType>(schema: Schema) {
	return z.preprocess((values) => {
		const sent = values as Readonly<Record<string, unknown>>;
		const [one, two] = [1, 2].map((index) => [sent[`weekday${index}`] ?? '', sent[`time${index}`] ?? '']);
		return { ...sent, time1: one, time2: two };
	}, schema);
}

type TypedPattern = {
	readonly time1: Slot | null;
	readonly time2: Slot | null;
	readonly bankHolidays: '' | 'run';
	readonly schoolHolidays: '' | 'skip';
};

/** The slots and the answers on bank holidays and school holidays, as a pattern says them. */
export function patternFrom({ time1, time2, bankHolidays, schoolHolidays }: TypedPattern) {
	return {
		slots: [time1, time2].filter((one) => one !== null),
		runsOnBankHoliday: bankHolidays === 'run',
		skipsSchoolHolidays: schoolHolidays === 'skip',
	};
}

const layOut = (field: string, code: string): RefusalSentences => ({
	[code]: (details) => ({ field, sentence: sentenceForLayOut({ done: false, code, details }) }),
});

/** What to do about a pattern that sessions cannot be laid over. */
export const PATTERN_SENTENCES: RefusalSentences = {
	...layOut('time1', 'no-slot'),
	...layOut('time2', 'slot-twice'),
	...layOut('time2', 'slots-overlap'),
	...layOut('skippedWeeks', 'closure-ends-before-start'),
	...layOut('time1', 'start-in-clock-change-gap'),
	...layOut('skippedWeeks', 'never-clear'),
};

type Issues = { addIssue(issue: { code: 'custom'; message: string }): void };

function weeksFrom(text: string, issues: Issues): readonly Closure[] {
	const weeks = readSkippedWeeks(text);
	if (weeks.done) return weeks.value;
	issues.addIssue({ code: 'custom', message: sentenceForWeeks(weeks) });
	return [];
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

const WEEKS = 'Enter one week a line, such as 16 February 2026, or 30 March to 10 April 2026';

/** What to do about the weeks to skip that could not be read. */
function sentenceForWeeks({ code, details }: Refused<TypedWeeksRefusal>): string {
	switch (code) {
		case 'week-not-understood':
			return `Line ${details.line}, “${String(details.text).slice(0, 40)}”, is not a week. ${WEEKS}`;
		case 'week-ends-before-start': {
			const { line, from, to } = details as { line: number; from: CalendarDay; to: CalendarDay };
			return `Line ${line} ends on ${dayInWords(to)}, before it starts on ${dayInWords(from)}. Change one of the two days`;
		}
		case 'week-label-too-long':
			return `Line ${details.line} has a label of more than ${details.most} characters. Shorten it`;
		case 'too-many-weeks':
			return `Enter at most ${details.most} weeks`;
	}
}
