import { and, asc, eq, sql } from 'drizzle-orm';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId, StaffId, TaskId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { prepareFor } from '../../prepared.ts';
import { cohorts, concernEntries, concerns, enrolments, people, sessions, staff, tasks } from '../../schema/index.ts';
import { inOrderOfNames, shownPerson, wordsShown } from '../access/visible-people.ts';
import { visibleSessions } from '../visible-cohorts.ts';

export type ConcernRow = ReturnType<typeof listConcerns>[number];

/**
 * The concerns that were raised at a session, each with all that was said of it, in the order of names. Words that the
 * actor may not be shown are null, as `wordsShown` says, and `hasWords` that there are some.
 */
export function listConcerns(db: Db, actor: Actor, sessionId: SessionId) {
	const said = sayings(db, actor, sessionId);
	return db
		.select({
			...{ id: concerns.id, enrolmentId: concerns.enrolmentId, raisedBy: concerns.raisedBy, taskId: concerns.taskId },
			...{ raisedByName: staff.name, raisedAt: concerns.raisedAt, taskState: tasks.state },
			...shownPerson(db, actor),
		})
		.from(concerns)
		.innerJoin(sessions, eq(sessions.id, concerns.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, concerns.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(tasks, eq(tasks.id, concerns.taskId))
		.innerJoin(staff, eq(staff.id, concerns.raisedBy))
		.where(and(eq(concerns.sessionId, sessionId), visibleSessions(db, actor, 'read', 'concern')))
		.orderBy(...inOrderOfNames(db, actor), asc(concerns.raisedAt), asc(concerns.id))
		.all()
		.map((row) => ({ ...row, history: said.get(row.id) ?? [] }));
}

function sayings(db: Db, actor: Actor, sessionId: SessionId) {
	const rows = db
		.select({
			...{ concernId: concernEntries.concernId, at: concernEntries.at, by: staff.name },
			words: wordsShown(db, actor, { words: concernEntries.words, by: concernEntries.by }),
			hasWords: sql<boolean>`${concernEntries.words} is not null`.mapWith(Boolean),
			tellReferrer: concernEntries.tellReferrer,
		})
		.from(concernEntries)
		.innerJoin(concerns, eq(concerns.id, concernEntries.concernId))
		.innerJoin(sessions, eq(sessions.id, concerns.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, concerns.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(staff, eq(staff.id, concernEntries.by))
		.where(and(eq(concerns.sessionId, sessionId), visibleSessions(db, actor, 'read', 'concern')))
		.orderBy(asc(concernEntries.concernId), asc(concernEntries.number))
		.all();
	return Map.groupBy(rows, ({ concernId }) => concernId);
}

/** The concerns that this member of staff raised at the session, and whether each has been said in words. */
export function listOwnConcerns(db: Db, actor: StaffActor, sessionId: SessionId) {
	const { query, values } = prepareFor(db, actor, 'own concerns', (standIn) =>
		db
			.select({
				enrolmentId: concerns.enrolmentId,
				isDescribed: sql<boolean>`exists (select 1 from ${concernEntries}
					where ${concernEntries.concernId} = ${concerns.id} and ${concernEntries.words} is not null)`.mapWith(Boolean),
			})
			.from(concerns)
			.innerJoin(sessions, eq(sessions.id, concerns.sessionId))
			.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
			.where(
				and(
					eq(concerns.sessionId, sql.placeholder('sessionId')),
					eq(concerns.raisedBy, sql.placeholder('raisedBy') as unknown as StaffId),
					visibleSessions(db, standIn, 'read', 'concern'),
				),
			)
			.prepare(),
	);
	return query.all({ ...values, sessionId, raisedBy: actor.staffId });
}

/** How many concerns were raised at the session, as far as the actor may read them. */
export function countConcerns(db: Db, actor: Actor, sessionId: SessionId): number {
	const found = db
		.select({ many: sql<number>`count(*)` })
		.from(concerns)
		.innerJoin(sessions, eq(sessions.id, concerns.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(concerns.sessionId, sessionId), visibleSessions(db, actor, 'read', 'concern')))
		.get();
	return found?.many ?? 0;
}

/** What the leads’ task about a concern leads to, and whether the referrer is to be told; null for a task of another kind. */
export function findConcernOfTask(db: Db, actor: Actor, taskId: TaskId) {
	const told = sql<number | null>`(
		select ${concernEntries.tellReferrer} from ${concernEntries}
		where ${concernEntries.concernId} = ${concerns.id} and ${concernEntries.tellReferrer} is not null
		order by ${concernEntries.number} desc limit 1
	)`;
	const words = sql<boolean>`exists (select 1 from ${concernEntries}
		where ${concernEntries.concernId} = ${concerns.id} and ${concernEntries.words} is not null)`;
	const found = db
		.select({
			...{ sessionId: concerns.sessionId, raisedByName: staff.name },
			isDescribed: words.mapWith(Boolean),
			tellReferrer: told,
		})
		.from(concerns)
		.innerJoin(sessions, eq(sessions.id, concerns.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(staff, eq(staff.id, concerns.raisedBy))
		.where(and(eq(concerns.taskId, taskId), visibleSessions(db, actor, 'read', 'concern')))
		.get();
	return found ? { ...found, tellReferrer: found.tellReferrer === null ? null : found.tellReferrer === 1 } : null;
}
