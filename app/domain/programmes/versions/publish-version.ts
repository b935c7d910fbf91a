import type { CalendarDay } from '../../shared/calendar-day.ts';
import { done, type Outcome, refused } from '../../shared/outcome.ts';
import { checkProgramme } from '../check-programme.ts';
import type { Programme } from '../programme.ts';

/** What keeps a version from being published: a sentence, and the number of the session plan that it is about, if one. */
export type VersionFault = { readonly planNumber: number | null; readonly sentence: string };

/** Everything that the check of content files finds in a version, each with the plan in which to mend it (§1.2). */
export function faultsOfVersion(programme: Programme): readonly VersionFault[] {
	return checkProgramme(programme).map(({ path: [part, at], sentence }) => ({
		planNumber: part === 'plans' ? (programme.plans[Number(at)]?.number ?? null) : null,
		sentence,
	}));
}

/**
 * Whether a draft may be published from this day: refused while a check finds a fault, and for a day that has passed,
 * because cohorts that began then have the version that was in force.
 */
export function checkPublishing(
	programme: Programme,
	takesEffectOn: CalendarDay,
	today: CalendarDay,
): Outcome<undefined, 'version-has-faults' | 'day-has-passed'> {
	const faults = faultsOfVersion(programme);
	if (faults.length > 0) return refused('version-has-faults', { faults });
	return takesEffectOn < today ? refused('day-has-passed') : done();
}
