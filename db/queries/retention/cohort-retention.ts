import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { listMembers } from '../cohort-record.ts';
import { type CohortRow, findCohort } from '../cohorts.ts';
import { listCohortMarks } from '../registers.ts';
import { listSessions } from '../sessions.ts';
import { listExitTasks } from '../tasks/after-exits.ts';
import { mayOn } from '../visible-cohorts.ts';

export type CohortRetentionRecord = NonNullable<ReturnType<typeof findCohortRetention>>;

/**
 * What is known of who stays in a cohort and who leaves it, in a fixed number of reads; null unless the actor may read the
 * cohort and that somebody left. Reasons, and what an exit opened, only as far as they are the actor’s to read.
 */
export function findCohortRetention(db: Db, actor: Actor, cohortId: CohortId) {
	const cohort: CohortRow | null = findCohort(db, actor, cohortId);
	if (!cohort || !mayOn(db, actor, 'read', 'exit.date', cohortId)) return null;
	const readsReasons = mayOn(db, actor, 'read', 'exit.reason', cohortId);
	const all = listMembers(db, actor, cohortId, { reasons: readsReasons, notes: false });
	return {
		cohort,
		may: {
			readReasons: readsReasons,
			recordExits: mayOn(db, actor, 'write', 'exit', cohortId),
			recordCompletions:
				mayOn(db, actor, 'write', 'exit', cohortId) && mayOn(db, actor, 'read', 'delivery-log', cohortId),
			readProgramme: mayOn(db, actor, 'read', 'retention', cohortId),
		},
		sessions: listSessions(db, actor, [cohortId]),
		members: all.filter(({ isInError }) => !isInError),
		inError: all.filter(({ isInError }) => isInError).length,
		marks: listCohortMarks(db, actor, cohortId),
		exitTasks: listExitTasks(db, actor, cohortId),
	};
}
