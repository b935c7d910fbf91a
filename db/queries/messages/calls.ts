import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { RUNG_FOR } from '#app/domain/reminders/texts/call.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, messageCalls, outbox, people, sessions, staff, tasks } from '../../schema/index.ts';
import { mayBeReached, shownPerson, visiblePeople } from '../access/visible-people.ts';
import { selectToJudge } from '../reminder-facts.ts';
import { visibleTasks } from '../tasks/visible-tasks.ts';
import { visibleCohorts } from '../visible-cohorts.ts';
import type { Moment } from './may-be-wanted.ts';

/**
 * The messages that wait for somebody to ring, of people whose safe contact the actor may read, with everything that
 * decides on each. Ask the rule before anything of it is shown.
 */
export function listMessagesToRing(db: Db, actor: Actor, moment: Moment) {
	const waits = and(eq(outbox.state, 'blocked'), inArray(outbox.reason, [...RUNG_FOR]), gt(outbox.useBy, moment.now));
	return selectToJudge(db, moment, and(waits, visible(db, actor)));
}

/**
 * A message to somebody whose safe contact the actor may read and whose name is not kept from them, whatever became of it;
 * asked so, only if they decide on their messages too. Null otherwise.
 */
export function findMessageToRing(
	db: Db,
	actor: Actor,
	{ id, ...moment }: Moment & { readonly id: MessageId },
	may: 'read' | 'write' = 'read',
) {
	const decides =
		may === 'write'
			? and(
					visiblePeople(db, actor, 'write', 'message-decision'),
					visibleCohorts(db, actor, 'write', 'message-decision'),
				)
			: undefined;
	const theirs = and(eq(outbox.id, id), visible(db, actor), mayBeReached(db, actor), decides);
	return selectToJudge(db, moment, theirs)[0] ?? null;
}

function visible(db: Db, actor: Actor): SQL | undefined {
	return and(visibleCohorts(db, actor, 'read', 'message'), visiblePeople(db, actor, 'read', 'safe-contact'));
}

/**
 * What a list of calls says of each of these messages: whom it is for, as far as the actor may be told, what it is about and
 * whose task it is. Ask for messages that `listMessagesToRing` or `findMessageToRing` let through.
 */
export function listCallDetails(db: Db, actor: Actor, ids: readonly MessageId[]) {
	const open = db
		.select({ id: tasks.id })
		.from(tasks)
		.where(
			and(
				eq(tasks.state, 'open'),
				eq(tasks.kind, 'message-blocked'),
				eq(tasks.enrolmentId, outbox.enrolmentId),
				sql`instr(${tasks.cause}, 'message-blocked:' || ${outbox.id} || ':') = 1`,
				visibleTasks(db, actor, 'read'),
			),
		)
		.limit(1);
	return db
		.select({
			...{ id: outbox.id, kind: outbox.kind, state: outbox.state, reason: outbox.reason, useBy: outbox.useBy },
			...shownPerson(db, actor),
			isReached: sql<boolean>`${mayBeReached(db, actor)}`.mapWith(Boolean),
			...{
				cohort: cohorts.name,
				cohortId: cohorts.id,
				planNumber: sessions.planNumber,
				sessionKind: sessions.kind,
				taskId: tasks.id,
			},
			...{ startsAt: sessions.startsAt, owner: staff.name, ownerId: staff.id },
		})
		.from(outbox)
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sessions, eq(sessions.id, outbox.sessionId))
		.leftJoin(tasks, eq(tasks.id, sql`(${open})`))
		.leftJoin(staff, eq(staff.id, tasks.ownerId))
		.where(inArray(outbox.id, [...ids]))
		.all();
}

/** What came of ringing about these messages, in the order of the calls; ask as for their details. */
export function listCallsAbout(db: Db, ids: readonly MessageId[]) {
	return db
		.select({
			...{ messageId: messageCalls.messageId, outcome: messageCalls.outcome, at: messageCalls.at },
			...{ note: messageCalls.note, by: staff.name, byId: staff.id, recordedAt: messageCalls.recordedAt },
		})
		.from(messageCalls)
		.innerJoin(staff, eq(staff.id, messageCalls.by))
		.where(inArray(messageCalls.messageId, [...ids]))
		.orderBy(asc(messageCalls.at), asc(messageCalls.recordedAt), asc(messageCalls.id))
		.all();
}
