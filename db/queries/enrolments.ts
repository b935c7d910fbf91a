import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access, AccessTarget } from '#app/domain/access/policy.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, enrolments, people, registerRows, sessions } from '../schema/index.ts';
import { shownPerson, visibleByPerson } from './access/visible-people.ts';
import { anyOf, visibleCohorts } from './visible-cohorts.ts';

const ACTIVE = ENROLMENT_STATES.filter(isActive);

const columns = {
	id: enrolments.id,
	cohortId: enrolments.cohortId,
	cohortState: cohorts.state,
	side: cohorts.side,
	programmeSlug: enrolments.programmeSlug,
	programmeVersion: cohorts.programmeVersion,
	programmeVariant: cohorts.programmeVariant,
	enrolledOn: enrolments.enrolledOn,
	joinsAtPlan: enrolments.joinsAtPlan,
	state: enrolments.state,
	exitOn: enrolments.exitOn,
	exitKind: enrolments.exitKind,
	version: enrolments.version,
};

export type EnrolmentRow = NonNullable<ReturnType<typeof findEnrolment>>;

/** The enrolment with its person and cohort, if the actor may do this to such a record of the cohort; null otherwise. */
export function findEnrolment(db: Db, actor: Actor, id: EnrolmentId, may: Access, record: AccessTarget) {
	return (
		selectEnrolments(db, actor)
			.where(and(eq(enrolments.id, id), visibleCohorts(db, actor, may, record)))
			.get() ?? null
	);
}

/** The person's places as far as the actor may read them, by the cohort or by the person, newest first. */
export function listEnrolmentsOfPerson(db: Db, actor: Actor, personId: PersonId): EnrolmentRow[] {
	return selectEnrolments(db, actor)
		.where(and(eq(enrolments.personId, personId), visiblePlaces(db, actor)))
		.orderBy(desc(enrolments.enrolledOn), asc(enrolments.id))
		.all();
}

/** The places of these people as far as the actor may read them, newest first. */
export function listEnrolmentsOfPeople(db: Db, actor: Actor, personIds: readonly PersonId[]): EnrolmentRow[] {
	return selectEnrolments(db, actor)
		.where(and(inArray(enrolments.personId, [...personIds]), visiblePlaces(db, actor)))
		.orderBy(desc(enrolments.enrolledOn), asc(enrolments.id))
		.all();
}

/** Which of the person's places the actor may end, or take the end of back. */
export function listPlacesToEnd(db: Db, actor: Actor, personId: PersonId): readonly EnrolmentId[] {
	const found = db
		.select({ id: enrolments.id })
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(enrolments.personId, personId), visibleCohorts(db, actor, 'write', 'exit')))
		.all();
	return found.map(({ id }) => id);
}

/** How many places of the cohort are taken now; ask for a cohort that the actor may read. */
export function countPlacesTaken(db: Db, cohortId: CohortId): number {
	const taken = and(eq(enrolments.cohortId, cohortId), inArray(enrolments.state, ACTIVE));
	return db.select({ taken: count() }).from(enrolments).where(taken).get()?.taken ?? 0;
}

/** Whether the person has an active place in any cohort of the programme: for the rule that allows one, never for a page. */
export function hasActivePlace(db: Db, personId: PersonId, programmeSlug: string): boolean {
	const active = and(
		eq(enrolments.personId, personId),
		eq(enrolments.programmeSlug, programmeSlug),
		inArray(enrolments.state, ACTIVE),
	);
	return db.select({ id: enrolments.id }).from(enrolments).where(active).get() !== undefined;
}

/**
 * Whether the person has a place in this cohort that began on this day, ended or not: for the rule
 * that allows one, never for a page.
 */
export function hasPlaceFrom(db: Db, personId: PersonId, cohortId: CohortId, enrolledOn: CalendarDay): boolean {
	const from = and(
		eq(enrolments.personId, personId),
		eq(enrolments.cohortId, cohortId),
		eq(enrolments.enrolledOn, enrolledOn),
	);
	return db.select({ id: enrolments.id }).from(enrolments).where(from).get() !== undefined;
}

/** The enrolment's rows in registers with the session of each, in plan order, if the actor may read the cohort; else none. */
export function listRowsOfEnrolment(db: Db, actor: Actor, id: EnrolmentId) {
	return db
		.select({
			sessionId: sessions.id,
			planNumber: sessions.planNumber,
			kind: sessions.kind,
			isOwn: sql<boolean>`${sessions.enrolmentId} is not null`.mapWith(Boolean),
			state: sessions.state,
			day: sessions.day,
			startsAt: sessions.startsAt,
			sequence: sessions.sequence,
			version: sessions.version,
			expected: registerRows.expected,
			mark: registerRows.mark,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(registerRows.enrolmentId, id), visibleCohorts(db, actor, 'read', 'cohort')))
		.orderBy(asc(sessions.planNumber))
		.all();
}

function visiblePlaces(db: Db, actor: Actor): SQL {
	return anyOf([visibleCohorts(db, actor, 'read', 'person'), visibleByPerson(db, actor, 'read', 'exit.date')]);
}

/**
 * The cohort's name is null for somebody who may see the place and not the cohort, and an exit's
 * reason for who may not read it.
 */
function selectEnrolments(db: Db, actor: Actor) {
	const readsCohort = visibleCohorts(db, actor, 'read', 'cohort');
	const readsReason = anyOf([
		visibleCohorts(db, actor, 'read', 'exit.reason'),
		visibleByPerson(db, actor, 'read', 'exit.reason'),
	]);
	return db
		.select({
			...columns,
			...shownPerson(db, actor),
			cohort: sql<string | null>`case when ${readsCohort} then ${cohorts.name} end`,
			exitReason: sql<string | null>`case when ${readsReason} then ${enrolments.exitReason} end`,
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId));
}
