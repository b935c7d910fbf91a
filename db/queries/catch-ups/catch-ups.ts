import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { BookedCatchUp, DoneCatchUp } from '#app/domain/attendance/catch-ups.ts';
import type { CohortId, EnrolmentId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { catchUps, cohorts, enrolments, people, registerRows, sessions } from '../../schema/index.ts';
import { inOrderOfNames, shownPerson, visibleByPerson } from '../access/visible-people.ts';
import { listCohortMarks } from '../registers.ts';
import { anyOf, visibleCohorts } from '../visible-cohorts.ts';

/** Of a whole cohort, or of one person in all of theirs. */
type Whose = { readonly cohortId: CohortId } | { readonly personId: PersonId };

/** The plans that people have made up for, whose marks the actor may read. */
export function listDoneCatchUps(db: Db, actor: Actor, whose: Whose): (DoneCatchUp & { enrolmentId: EnrolmentId })[] {
	return db
		.select({
			enrolmentId: catchUps.enrolmentId,
			planNumber: catchUps.planNumber,
			doneOn: catchUps.doneOn,
			sessionId: catchUps.sessionId,
		})
		.from(catchUps)
		.innerJoin(enrolments, eq(enrolments.id, catchUps.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(of(whose), readable(db, actor, whose)))
		.orderBy(asc(catchUps.planNumber))
		.all();
}

/** People’s rows at catch-ups that stand and at which they are expected, whose marks the actor may read. */
export function listBookedCatchUps(
	db: Db,
	actor: Actor,
	whose: Whose,
): (BookedCatchUp & { enrolmentId: EnrolmentId })[] {
	return db
		.select({
			enrolmentId: registerRows.enrolmentId,
			planNumber: sessions.planNumber,
			sessionId: sessions.id,
			startsAt: sql<Instant>`${sessions.startsAt}`,
			mark: registerRows.mark,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(of(whose), isStanding, registerRows.expected, readable(db, actor, whose)))
		.orderBy(asc(sessions.startsAt), asc(sessions.id))
		.all();
}

const isStanding = and(eq(sessions.kind, 'catch-up'), ne(sessions.state, 'cancelled'));

/**
 * Everybody with a place in the cohort, by name, with what their catch-ups are computed from; nobody of a cohort that is not
 * the actor’s to read.
 */
export function listCatchUpRecords(db: Db, actor: Actor, cohortId: CohortId) {
	const members = db
		.select({ enrolmentId: enrolments.id, ...shownPerson(db, actor), state: enrolments.state })
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(cohorts.id, cohortId), visibleCohorts(db, actor, 'read', 'person')))
		.orderBy(...inOrderOfNames(db, actor), asc(enrolments.id))
		.all();
	const by = <Row extends { enrolmentId: EnrolmentId }>(rows: readonly Row[]) =>
		Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);
	const facts = by(listCohortMarks(db, actor, cohortId));
	const done = by(listDoneCatchUps(db, actor, { cohortId }));
	const booked = by(listBookedCatchUps(db, actor, { cohortId }));
	return members.map((member) => ({
		...member,
		facts: facts.get(member.enrolmentId) ?? [],
		done: done.get(member.enrolmentId) ?? [],
		booked: booked.get(member.enrolmentId) ?? [],
	}));
}

/** One person’s rows at the catch-ups of a plan that stand, the earliest first: for the rule, never for a page. */
export function listMarksAtCatchUps(db: Db, enrolmentId: EnrolmentId, planNumber: number) {
	const { sessionId, expected, mark, minutes } = registerRows;
	return db
		.select({ sessionId, expected, mark, minutes, day: sessions.day })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.where(and(eq(registerRows.enrolmentId, enrolmentId), eq(sessions.planNumber, planNumber), isStanding))
		.orderBy(asc(sessions.startsAt), asc(sessions.id))
		.all();
}

/**
 * Whether anybody who is expected at this catch-up is booked for another of its plan, or has made up for it elsewhere: for
 * the rule, never for a page.
 */
export function isTakenElsewhere(db: Db, sessionId: SessionId, planNumber: number): boolean {
	const own = db
		.select({ id: registerRows.enrolmentId })
		.from(registerRows)
		.where(and(eq(registerRows.sessionId, sessionId), registerRows.expected));
	const done = db
		.select({ one: sql`1` })
		.from(catchUps)
		.where(and(sql`${catchUps.enrolmentId} in ${own}`, eq(catchUps.planNumber, planNumber)));
	const booked = db
		.select({ one: sql`1` })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.where(
			and(
				sql`${registerRows.enrolmentId} in ${own}`,
				registerRows.expected,
				eq(sessions.planNumber, planNumber),
				ne(sessions.id, sessionId),
				isStanding,
			),
		);
	return done.get() !== undefined || booked.get() !== undefined;
}

function of(whose: Whose): SQL {
	return 'cohortId' in whose ? eq(enrolments.cohortId, whose.cohortId) : eq(enrolments.personId, whose.personId);
}

/** Of one person also by what lets their marks be read without their cohort. */
function readable(db: Db, actor: Actor, whose: Whose): SQL {
	const ofCohort = visibleCohorts(db, actor, 'read', 'register.marks');
	return 'cohortId' in whose ? ofCohort : anyOf([ofCohort, visibleByPerson(db, actor, 'read', 'register.marks')]);
}
