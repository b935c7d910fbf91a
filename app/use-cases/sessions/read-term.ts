import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Pattern } from '#app/domain/scheduling/changes/lay-out-again.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listDaysOff } from '#db/queries/closures.ts';
import { findCohort, findMeetingPattern, listTeams } from '#db/queries/cohorts.ts';
import { listChangeableSessions } from '#db/queries/schedule-changes.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';

export type TermToChange = NonNullable<ReturnType<typeof readTerm>>;

/** Everything that a change of a cohort's schedule is decided on; null when its sessions are not the actor's to change. */
export function readTerm({ content }: AppContext, db: Db, actor: Actor, cohortId: CohortId) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort || !mayOn(db, actor, 'write', 'session', cohortId)) return null;
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohort;
	const { slots, skippedWeeks } = findMeetingPattern(db, cohortId);
	const { runsOnBankHoliday, skipsSchoolHolidays } = cohort;
	const { bankHolidays, closures, schoolHolidays } = listDaysOff(db, actor, { ...cohort, schoolsOf: cohort.areaId });
	const leftOut = { closures, schoolHolidays: skipsSchoolHolidays ? schoolHolidays : [], skippedWeeks };
	const pattern: Pattern = { slots, off: { bankHolidays, runsOnBankHoliday, ...leftOut } };
	return {
		cohort,
		programme: content.programmeOf({ slug, version, variant }),
		team: listTeams(db, [cohortId]).map(({ staffId }) => staffId),
		pattern,
		/** Of its area, whether it leaves them out or not. */
		schoolHolidays,
		...listChangeableSessions(db, actor, cohortId),
	};
}

/** The sessions of the cohort that are for some of its people only, and have no place in the order of the plan. */
export function besideTheTerm({ booked, catchUps }: Pick<TermToChange, 'booked' | 'catchUps'>): readonly SessionRow[] {
	return [...booked, ...catchUps];
}
