import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, outbox, people, sessions } from '../../schema/index.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

/** Every message that has not left and is of use still at this moment, by the reference of its person: no name, no address. */
export function listOutstanding(db: Db, actor: Actor, now: Instant) {
	return db
		.select({
			...{ person: people.reference, side: people.side, kind: outbox.kind, sessionId: outbox.sessionId },
			...{ startsAt: sessions.startsAt, state: outbox.state, reason: outbox.reason, dueAt: outbox.dueAt },
		})
		.from(outbox)
		.innerJoin(sessions, eq(sessions.id, outbox.sessionId))
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(
			and(inArray(outbox.state, [...OPEN_STATES]), gt(outbox.useBy, now), visibleCohorts(db, actor, 'read', 'message')),
		)
		.orderBy(asc(people.reference), asc(people.side), asc(outbox.dueAt), asc(outbox.id))
		.all();
}

export type Outstanding = ReturnType<typeof listOutstanding>[number];
