import { and, asc, eq, exists, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import type { Db } from '../../client.ts';
import { enrolments, people, safeContacts, staff } from '../../schema/index.ts';
import { inOrderOfNames, mayBeReached, shownPerson, visiblePeople } from '../access/visible-people.ts';
import { toSafeContact } from '../safe-contacts.ts';
import { holdsFor } from './standing-contact.ts';
import { isShared } from './who-shares.ts';

/**
 * Everybody with a place now whose safe contact the actor may write, by name, with what is held of them; of whom a
 * restriction keeps from the actor the reference alone, and nothing of what is held or how it stands (`isKept`).
 */
export function listContactsToReview(db: Db, actor: Actor) {
	const place = db
		.select({ one: sql`1` })
		.from(enrolments)
		.where(and(eq(enrolments.personId, people.id), inArray(enrolments.state, ENROLMENT_STATES.filter(isActive))));
	return db
		.select({
			...{ person: shownPerson(db, actor), record: safeContacts, setBy: staff.name, setById: staff.id },
			isShared: isShared(db),
			isReached: sql<boolean>`${mayBeReached(db, actor)}`.mapWith(Boolean),
		})
		.from(people)
		.leftJoin(safeContacts, holdsFor(people.id))
		.leftJoin(staff, eq(staff.id, safeContacts.setBy))
		.where(and(exists(place), visiblePeople(db, actor, 'write', 'safe-contact')))
		.orderBy(...inOrderOfNames(db, actor), asc(people.id))
		.all()
		.map(({ person, record, isReached, ...rest }) =>
			isReached
				? { ...person, ...rest, isKept: false, contact: record && toSafeContact(record) }
				: { ...person, isKept: true, contact: null, isShared: false, setBy: null, setById: null },
		);
}
