import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { prepareFor } from '../../prepared.ts';
import { cohorts, enrolments, people, registerEntries, sessions, staff } from '../../schema/index.ts';
import { inOrderOfNames, shownPerson, wordsShown } from '../access/visible-people.ts';
import { visibleSessions } from '../visible-cohorts.ts';

/**
 * Every version of every row of a register, by the order of names and the newest first, with who saved it and when. Only for
 * who may read reasons and notes: earlier notes are part of it. What others wrote of a person whose name a restriction keeps
 * is left out, because it may hold it.
 */
export function listRegisterHistory(db: Db, actor: Actor, sessionId: SessionId) {
	return db
		.select({
			...{ enrolmentId: registerEntries.enrolmentId, version: registerEntries.version, mark: registerEntries.mark },
			...{ minutes: registerEntries.minutes, reason: registerEntries.reason, at: registerEntries.markedAt },
			note: wordsShown(db, actor, { words: registerEntries.note, by: registerEntries.markedBy }),
			correctionReason: wordsShown(db, actor, {
				words: registerEntries.correctionReason,
				by: registerEntries.markedBy,
			}),
			by: sql<string | null>`${staff.name}`,
			...shownPerson(db, actor),
		})
		.from(registerEntries)
		.innerJoin(sessions, eq(sessions.id, registerEntries.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, registerEntries.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(staff, eq(staff.id, registerEntries.markedBy))
		.where(and(eq(registerEntries.sessionId, sessionId), visibleSessions(db, actor, 'read', 'register.notes')))
		.orderBy(...inOrderOfNames(db, actor), asc(registerEntries.enrolmentId), desc(registerEntries.version))
		.all();
}

/** Those of these two sessions whose register the actor may take. */
export function listRegistersAmong(db: Db, actor: Actor, [one, other]: readonly (SessionId | null)[]) {
	const { query, values } = prepareFor(db, actor, 'registers among', (standIn) =>
		db
			.select({ id: sessions.id })
			.from(sessions)
			.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
			.where(
				and(
					inArray(sessions.id, [sql.placeholder('one'), sql.placeholder('other')] as unknown as SessionId[]),
					visibleSessions(db, standIn, 'write', 'register'),
				),
			)
			.prepare(),
	);
	return query.all({ ...values, one: one ?? null, other: other ?? null }).map(({ id }) => id);
}
