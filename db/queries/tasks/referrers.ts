import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access } from '#app/domain/access/policy.ts';
import type { EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, people, referrers } from '../../schema/index.ts';
import { mayBeNamed, shownPerson } from '../access/visible-people.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

export type ReferrerRow = ReturnType<typeof listReferrersOf>[number];

/**
 * Who referred the person to this place, nothing set yet included (version 0); null when the actor may not do this to it,
 * or a restriction keeps the person’s name from them.
 */
export function findReferrer(db: Db, actor: Actor, enrolmentId: EnrolmentId, may: Access): ReferrerRow | null {
	return select(db, actor, may, eq(enrolments.id, enrolmentId))[0] ?? null;
}

/** The same for several places, to read, by the place. */
export function listReferrersOfPlaces(db: Db, actor: Actor, enrolmentIds: readonly EnrolmentId[]) {
	const found = enrolmentIds.length === 0 ? [] : select(db, actor, 'read', inArray(enrolments.id, [...enrolmentIds]));
	return new Map(found.map((referrer) => [referrer.enrolmentId, referrer]));
}

/** The same for every place of the person. */
export function listReferrersOf(db: Db, actor: Actor, personId: PersonId) {
	return select(db, actor, 'read', eq(enrolments.personId, personId));
}

function select(db: Db, actor: Actor, may: Access, which: SQL) {
	return db
		.select({
			...{ enrolmentId: enrolments.id, enrolledOn: enrolments.enrolledOn, person: shownPerson(db, actor) },
			...{ name: referrers.name, agency: referrers.agency, email: referrers.email },
			version: sql<number>`coalesce(${referrers.version}, 0)`,
			mayWrite: sql<boolean>`${visibleCohorts(db, actor, 'write', 'referrer')}`.mapWith(Boolean),
		})
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(referrers, eq(referrers.enrolmentId, enrolments.id))
		.where(and(which, visibleCohorts(db, actor, may, 'referrer'), mayBeNamed(db, actor)))
		.all();
}
