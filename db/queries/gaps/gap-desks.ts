import { inArray, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { TASK_DESKS, type TaskDesk } from '#app/domain/tasks/task-kinds.ts';
import type { Db } from '../../client.ts';
import { cohorts } from '../../schema/index.ts';
import { reachesDesk } from '../tasks/visible-tasks.ts';

/** How the actor stands to the desks of one cohort: whose gaps they see, and at which they may hand on and decide. */
export type DesksReached = { readonly sees: readonly TaskDesk[]; readonly decides: readonly TaskDesk[] };

/** The desks of these cohorts that the actor reaches, as the policy grants their tasks; a cohort without one is not in it. */
export function listDesksReached(
	db: Db,
	actor: Actor,
	cohortIds: readonly CohortId[],
): ReadonlyMap<CohortId, DesksReached> {
	const sees = TASK_DESKS.map((desk) => reachesDesk(db, actor, 'read', desk));
	const decides = TASK_DESKS.map((desk) => reachesDesk(db, actor, 'write', desk));
	const bits = (conditions: typeof sees) =>
		sql<string>`${sql.join(
			conditions.map((one) => sql`(${one})`),
			sql` || `,
		)}`;
	const rows = db
		.select({ id: cohorts.id, sees: bits(sees), decides: bits(decides) })
		.from(cohorts)
		.where(inArray(cohorts.id, [...cohortIds]))
		.all();
	const desksIn = (found: string) => TASK_DESKS.filter((_, at) => found[at] === '1');
	return new Map(rows.map(({ id, ...found }) => [id, { sees: desksIn(found.sees), decides: desksIn(found.decides) }]));
}
