import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { messageStops, people, staff } from '../../schema/index.ts';
import { mayBeReached, visiblePeople } from '../access/visible-people.ts';

/** Whether the actor decides on messages to the person, and may be shown how they are reached. */
export function mayStop(db: Db, actor: Actor, personId: PersonId): boolean {
	const theirs = and(
		eq(people.id, personId),
		visiblePeople(db, actor, 'write', 'message-decision'),
		mayBeReached(db, actor),
	);
	return db.select({ id: people.id }).from(people).where(theirs).get() !== undefined;
}

/** The stop that holds for the person, with who set it; ask for one on whose messages the actor decides. */
export function findStop(db: Db, personId: PersonId) {
	const { id, reason, setAt } = messageStops;
	return (
		db
			.select({ id, reason, setAt, setBy: staff.name })
			.from(messageStops)
			.innerJoin(staff, eq(staff.id, messageStops.setBy))
			.where(and(eq(messageStops.personId, personId), isNull(messageStops.endedAt)))
			.get() ?? null
	);
}
