import { type CalendarDay, mondayOf, plusDays } from '../shared/calendar-day.ts';
import type { CohortId } from '../shared/ids.ts';
import { type Clash, findClashesAmong, type OtherCohortPlan, occupiedDays } from './clashes.ts';
import { type KeptApart, NOBODY_APART, partnersIn } from './clashing/kept-apart.ts';

/** A cohort in a week; a draft stands in nobody's way, and others may stand in its own. */
export type CohortInWeek = OtherCohortPlan & { readonly isDraft: boolean };

/** The seven days of the week that holds the day, from Monday on. */
export function weekOf(day: CalendarDay): readonly CalendarDay[] {
	const monday = mondayOf(day);
	return [0, 1, 2, 3, 4, 5, 6].map((ahead) => plusDays(monday, ahead));
}

/**
 * Every clash of the sessions on these days, by the cohort whose sessions they are: each is found from both of its ends, but
 * for that of a draft. Only the cohorts that are given are looked at: give those that the reader may see, and nothing that
 * they may not see can show (docs/security.md).
 */
export function clashesInWeek(
	cohorts: readonly CohortInWeek[],
	week: readonly CalendarDay[],
	apart: KeptApart = NOBODY_APART,
): ReadonlyMap<CohortId, readonly Clash[]> {
	const days = occupiedDays(cohorts.filter(({ isDraft }) => !isDraft));
	const prepared = { partners: partnersIn(apart), bufferMinutes: apart.bufferMinutes };
	const isOther = (clash: Clash, own: CohortId) => !('otherCohortId' in clash) || clash.otherCohortId !== own;
	return new Map(
		cohorts.map((cohort) => {
			const sessions = cohort.sessions.filter(({ time }) => time !== null && week.includes(time.day));
			const found = findClashesAmong({ ...cohort, sessions }, days, prepared);
			return [cohort.cohortId, found.filter((clash) => isOther(clash, cohort.cohortId))];
		}),
	);
}
