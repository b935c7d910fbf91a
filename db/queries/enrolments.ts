import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access, AccessRecord } from '#app/domain/access/policy.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, enrolments, people, registerRows, sessions } from '../schema/index.ts';
import { visibleCohorts } from './visible-cohorts.ts';

const ACTIVE = ENROLMENT_STATES.filter(isActive);

const columns = {
	id: enrolments.id,
	personId: enrolments.personId,
	givenName: people.givenName,
	familyName: people.familyName,
	reference: people.reference,
	cohortId: enrolments.cohortId,
	cohort: cohorts.name,
	cohortState: cohorts.state,
	programmeSlug: enrolments.programmeSlug,
	enrolledOn: enrolments.enrolledOn,
	joinsAtPlan: enrolments.joinsAtPlan,
	state: enrolments.state,
	exitOn: enrolments.exitOn,
	exitKind: enrolments.exitKind,
	exitReason: enrolments.exitReason,
	version: enrolments.version,
};

export type EnrolmentRow = NonNullable<ReturnType<typeof findEnrolment>>;

/** The enrolment with its person and cohort, if the actor may do this to such a record of the cohort; null otherwise. */
export function findEnrolment(db: Db, actor: Actor, id: EnrolmentId, may: Access, record: AccessRecord) {
	return (
		selectEnrolments(db)
			.where(and(eq(enrolments.id, id), visibleCohorts(db, actor, may, record)))
			.get() ?? null
	);
}

/** The person's places in cohorts whose people the actor may read, newest first. */
export function listEnrolmentsOfPerson(db: Db, actor: Actor, personId: PersonId): EnrolmentRow[] {
	return selectEnrolments(db)
		.where(and(eq(enrolments.personId, personId), visibleCohorts(db, actor, 'read', 'person')))
		.orderBy(desc(enrolments.enrolledOn), asc(enrolments.id))
		.all();
}

/** The places of these people in cohorts whose people the actor may read, newest first. */
export function listEnrolmentsOfPeople(db: Db, actor: Actor, personIds: readonly PersonId[]): EnrolmentRow[] {
	return selectEnrolments(db)
		.where(and(inArray(enrolments.personId, [...personIds]), visibleCohorts(db, actor, 'read', 'person')))
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

/** Whether the person has a place in this cohort that began on this day, ended or not: for the rule that allows one, never for a page. */
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
			state: sessions.state,
			day: sessions.day,
			startsAt: sessions.startsAt,
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

function selectEnrolments(db: Db) {
	return db
		.select(columns)
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId));
}
