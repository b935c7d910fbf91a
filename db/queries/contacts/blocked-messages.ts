import { and, asc, eq, lte, ne, or, sql } from 'drizzle-orm';
import type { SendingRefusal } from '#app/domain/reminders/may-we-send.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { TaskState } from '#app/domain/tasks/task.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { cohorts, enrolments, outbox, safeContacts, tasks } from '../../schema/index.ts';
import { isPlannedOf, type PlannedOf, shapeOfPlanned, standInForPlanned } from '../messages/planned-of.ts';
import { holdsFor } from './standing-contact.ts';

const NOT_APPROVED: SendingRefusal = 'wording-not-approved';

/** Everything here is for the rule that keeps a task for each blocked message, never for a page. */

/**
 * The messages that are blocked, with the safe contact of their person. The cause of a task names the record: what somebody
 * saw to for one record is to be seen to anew for the next.
 */
export function listBlockedMessages(db: Db, of: PlannedOf, now: Instant) {
	const name = `blocked messages ${shapeOfPlanned(of)}`;
	return prepareOnce(db, name, () => selectBlocked(db, standInForPlanned(of)).prepare()).all({ ...of, now });
}

function selectBlocked(db: Db, of: PlannedOf) {
	const record = sql`coalesce(${safeContacts.id}, 'none')`;
	const cause = sql<string>`'message-blocked:' || ${outbox.id} || ':' || ${outbox.reason} || ':' || ${record}`;
	return db
		.select({
			...{ id: outbox.id, reason: outbox.reason, useBy: outbox.useBy, sessionId: outbox.sessionId },
			...{ enrolmentId: enrolments.id, cohortId: enrolments.cohortId, personId: enrolments.personId },
			contact: { id: safeContacts.id, address: safeContacts.address },
			/** What became of the task for it; null when there never was one. */
			taskState: sql<TaskState | null>`(select ${tasks.state} from ${tasks} where ${tasks.cause} = ${cause})`,
			cause,
		})
		.from(outbox)
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.leftJoin(safeContacts, holdsFor(enrolments.personId))
		.where(and(eq(outbox.state, 'blocked'), isTheTeams, isPlannedOf(of, outbox.sessionId)))
		.orderBy(asc(outbox.useBy), asc(outbox.id));
}

/** What waits for words that a lead approves is the leads’, until it should have left: then somebody else tells the person. */
const isTheTeams = or(ne(outbox.reason, NOT_APPROVED), lte(outbox.dueAt, sql.placeholder('now')));

/** The open tasks for blocked messages. */
export function listBlockedTasks(db: Db, of: PlannedOf) {
	const name = `tasks for blocked messages ${shapeOfPlanned(of)}`;
	return prepareOnce(db, name, () => selectTasksOfBlocked(db, standInForPlanned(of)).prepare()).all({ ...of });
}

function selectTasksOfBlocked(db: Db, of: PlannedOf) {
	return db
		.select({ id: tasks.id, version: tasks.version, cause: tasks.cause })
		.from(tasks)
		.innerJoin(enrolments, eq(enrolments.id, tasks.enrolmentId))
		.where(and(sql`${tasks.state} = 'open'`, eq(tasks.kind, 'message-blocked'), isPlannedOf(of, tasks.sessionId)));
}
