import { and, asc, eq, exists, gte, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, people, referrerContacts, sessions, tasks } from '../../schema/index.ts';
import { shownWhereSeen, visiblePeople } from '../access/visible-people.ts';
import { isOfTerm } from '../sessions.ts';
import { reachesDesk } from '../tasks/visible-tasks.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

/** Which places: of cohorts at work and those that met since a day; with `cohortIds`, of these alone. */
export type PlacesWanted = { readonly since: CalendarDay; readonly cohortIds?: readonly CohortId[] };

export type GapPlace = ReturnType<typeof listGapPlaces>[number];

/**
 * The places of whose contacts the actor may know: with the referrer, who coordinates; with the partner, who may see tasks
 * of partner support, and for nobody else is anything of it read. By the name that is shown.
 */
export function listGapPlaces(db: Db, actor: Actor, wanted: PlacesWanted) {
	const ofReferrers = reachesDesk(db, actor, 'read', 'coordinator');
	const ofPartners = reachesDesk(db, actor, 'read', 'partner-support');
	const readsCohort = visibleCohorts(db, actor, 'read', 'cohort');
	const person = shownWhereSeen(db, actor);
	return db
		.select({
			...{ enrolmentId: enrolments.id, state: enrolments.state, joinsAtPlan: enrolments.joinsAtPlan },
			...{ enrolledOn: enrolments.enrolledOn, personId: people.id, person },
			readsPerson: sql<boolean>`${visiblePeople(db, actor, 'read', 'person')}`.mapWith(Boolean),
			cohort: {
				...{ id: cohorts.id, side: cohorts.side, slug: cohorts.programmeSlug },
				...{ version: cohorts.programmeVersion, variant: cohorts.programmeVariant },
				name: sql<string | null>`case when ${readsCohort} then ${cohorts.name} end`,
			},
			seesReferrers: sql<boolean>`${ofReferrers}`.mapWith(Boolean),
			seesPartners: sql<boolean>`${ofPartners}`.mapWith(Boolean),
			contacts: sql<number>`case when ${ofReferrers} then ${countContacts(db)} else 0 end`,
			isPartnerAttempted: sql<boolean>`case when ${ofPartners} then ${hasAttempt(db)} else 0 end`.mapWith(Boolean),
		})
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(
			and(
				inArray(enrolments.state, ['enrolled', 'on-programme', 'completed']),
				isAtWork(db, wanted),
				or(ofReferrers, ofPartners),
			),
		)
		.orderBy(person, asc(enrolments.id))
		.all();
}

/** On which day each plan of these cohorts was held for the whole cohort; ask for cohorts of places that the actor may know of. */
export function listHeldDays(db: Db, cohortIds: readonly CohortId[]) {
	return db
		.select({ cohortId: sessions.cohortId, planNumber: sessions.planNumber, day: sql<CalendarDay>`${sessions.day}` })
		.from(sessions)
		.where(
			and(
				inArray(sessions.cohortId, [...cohortIds]),
				isOfTerm(),
				isNull(sessions.enrolmentId),
				eq(sessions.state, 'held'),
			),
		)
		.orderBy(asc(sessions.day), asc(sessions.planNumber))
		.all();
}

/** The cohort of a place, for the rule that looks for its gaps: whether the actor may know of it is asked there. */
export function findCohortOfPlace(db: Db, enrolmentId: EnrolmentId): CohortId | null {
	const { id, cohortId } = enrolments;
	return db.select({ cohortId }).from(enrolments).where(eq(id, enrolmentId)).get()?.cohortId ?? null;
}

/** The same of a session, a catch-up too. */
export function findCohortOfSession(db: Db, sessionId: SessionId): CohortId | null {
	const { id, cohortId } = sessions;
	return db.select({ cohortId }).from(sessions).where(eq(id, sessionId)).get()?.cohortId ?? null;
}

/** The condition that leaves only cohorts at work, and those that met since the day. */
export function isAtWork(db: Db, { since, cohortIds }: PlacesWanted): SQL | undefined {
	const own = alias(sessions, 'own');
	const met = exists(
		db
			.select({ one: sql`1` })
			.from(own)
			.where(and(eq(own.cohortId, cohorts.id), gte(own.day, since))),
	);
	return and(
		notInArray(cohorts.state, ['cancelled', 'draft']),
		or(inArray(cohorts.state, ['recruiting', 'running']), met),
		cohortIds ? inArray(cohorts.id, [...cohortIds]) : undefined,
	);
}

/** Contacts with the referrer: those that are documented, and the tasks to tell them of something that say that they were told. */
function countContacts(db: Db): SQL {
	const written = db
		.select({ many: sql`count(*)` })
		.from(referrerContacts)
		.where(eq(referrerContacts.enrolmentId, enrolments.id));
	const told = db
		.select({ many: sql`count(*)` })
		.from(tasks)
		.where(
			and(
				eq(tasks.enrolmentId, enrolments.id),
				inArray(tasks.kind, ['absence-referrer', 'exit-referrer']),
				eq(tasks.outcome, 'told'),
			),
		);
	return sql`((${written}) + (${told}))`;
}

/** Whether a worker has said what came of a first contact, or has told the partner of something, or found nobody to tell. */
function hasAttempt(db: Db): SQL {
	const isSaid = or(
		eq(tasks.kind, 'partner-contact'),
		and(inArray(tasks.kind, ['absence-partner', 'exit-partner']), inArray(tasks.outcome, ['told', 'nobody-to-tell'])),
	);
	return exists(
		db
			.select({ one: sql`1` })
			.from(tasks)
			.where(and(eq(tasks.enrolmentId, enrolments.id), eq(tasks.state, 'done'), isSaid)),
	);
}
