import type { Closure } from '../../scheduling/meeting-pattern.ts';
import { faultOfSchoolHoliday, LONGEST_HOLIDAY_LABEL } from '../../scheduling/school-holidays.ts';
import { daysBetween, plusDays, weekdayOf } from '../../shared/calendar-day.ts';
import type { Listed, RefusedHoliday, WrittenHoliday, WrittenHolidays } from './written-holidays.ts';

/** What to look at in a line; the first two leave it out unless a person takes it. */
export type HolidayNote = 'already-there' | 'no-holiday-by-its-name' | 'overlaps-another' | 'label-shortened';
export type PlannedHoliday = WrittenHoliday & { readonly notes: readonly HolidayNote[]; readonly taken: boolean };
export type HolidayPlan = {
	readonly holidays: readonly PlannedHoliday[];
	readonly refused: readonly RefusedHoliday[];
};
/** Rows that a person takes or leaves out against what is proposed. */
export type HolidayChoice = { readonly take: readonly number[]; readonly leaveOut: readonly number[] };

const NO_HOLIDAY =
	/\b(?:inset|training|staff day|bank holiday|first day|last day|(?:terms?|schools?)\b.*\b(?:starts?|begins?|ends?|opens?|re-?opens?|closes?|returns?))\b/i;

/**
 * The school holidays that a list makes for an area: its lines, or the gaps between them when it lists terms. A line that
 * does not sound like a holiday (a training day, “term starts”) is left out, and so is one that the area has already;
 * both can be taken all the same, but not the same days twice.
 */
export function planHolidays(
	{ holidays, refused }: WrittenHolidays,
	listed: Listed,
	there: readonly Closure[],
	{ take, leaveOut }: HolidayChoice,
): HolidayPlan {
	const { gaps, overlapping } = listed === 'terms' ? gapsBetween(holidays) : { gaps: holidays, overlapping: [] };
	const planned: PlannedHoliday[] = [];
	const tooLong: RefusedHoliday[] = [];
	for (const holiday of gaps) {
		const known = [...there, ...planned.filter(({ taken }) => taken)];
		const fault = faultOfSchoolHoliday(holiday, known);
		if (fault?.code === 'holiday-too-long') {
			tooLong.push({ row: holiday.row, reason: 'holiday-too-long', raw: holiday.label });
			continue;
		}
		const isThere = fault?.code === 'holiday-already-there';
		const isDoubtful = listed === 'holidays' && NO_HOLIDAY.test(holiday.label);
		const overlaps = known.some(({ from, to }) => from <= holiday.to && holiday.from <= to);
		const isLong = holiday.label.length > LONGEST_HOLIDAY_LABEL;
		const notes = [
			...(isThere ? (['already-there'] as const) : []),
			...(isDoubtful ? (['no-holiday-by-its-name'] as const) : []),
			...(overlaps && !isThere ? (['overlaps-another'] as const) : []),
			...(isLong ? (['label-shortened'] as const) : []),
		];
		const taken = !isThere && !leaveOut.includes(holiday.row) && (!isDoubtful || take.includes(holiday.row));
		const label = isLong ? `${holiday.label.slice(0, LONGEST_HOLIDAY_LABEL - 1)}…` : holiday.label;
		planned.push({ ...holiday, label, notes, taken });
	}
	const all = [...refused, ...overlapping, ...tooLong].toSorted((one, other) => one.row - other.row);
	return { holidays: planned, refused: all };
}

/** The days between one term and the next; a weekend alone is none, and terms that overlap make none. */
function gapsBetween(terms: readonly WrittenHoliday[]) {
	const inOrder = terms.toSorted((one, other) => (one.from < other.from ? -1 : 1));
	const gaps: WrittenHoliday[] = [];
	const overlapping: RefusedHoliday[] = [];
	for (const [index, term] of inOrder.entries()) {
		const before = inOrder[index - 1];
		if (!before) continue;
		if (term.from <= before.to) overlapping.push({ row: term.row, reason: 'terms-overlap', raw: term.label });
		const gap = {
			row: before.row,
			label: `After ${before.label}`,
			from: plusDays(before.to, 1),
			to: plusDays(term.from, -1),
		};
		if (gap.from <= gap.to && hasWeekday(gap)) gaps.push(gap);
	}
	return { gaps, overlapping };
}

function hasWeekday({ from, to }: Pick<WrittenHoliday, 'from' | 'to'>): boolean {
	const days = Array.from({ length: Math.min(daysBetween(from, to) + 1, 7) }, (_, ahead) => plusDays(from, ahead));
	return days.some((day) => !['saturday', 'sunday'].includes(weekdayOf(day)));
}
