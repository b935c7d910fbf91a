import { and, desc, eq } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, people, referrerContacts, staff } from '../../schema/index.ts';
import { wordsShown } from '../access/visible-people.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

/** The contacts with the referrer that are documented at this place, the newest first, for who may read who referred. */
export function listReferrerContacts(db: Db, actor: Actor, enrolmentId: EnrolmentId) {
	const { id, contactedOn, recordedAt, recordedBy } = referrerContacts;
	return db
		.select({
			...{ id, contactedOn, by: staff.name },
			words: wordsShown(db, actor, { words: referrerContacts.words, by: recordedBy }),
		})
		.from(referrerContacts)
		.innerJoin(enrolments, eq(enrolments.id, referrerContacts.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(staff, eq(staff.id, recordedBy))
		.where(and(eq(referrerContacts.enrolmentId, enrolmentId), visibleCohorts(db, actor, 'read', 'referrer')))
		.orderBy(desc(contactedOn), desc(recordedAt), desc(id))
		.all();
}
