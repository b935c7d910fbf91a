import { and, eq, exists, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { SideOfFamily, StaffOnSide } from '#app/domain/people/both-sides.ts';
import type { CohortId, FamilyId, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, families, familyMembers, sessionObservers, sessions } from '../../schema/index.ts';
import { staffOnDuty } from '../access/session-teams.ts';

/** Everything here is for the rule that nobody staffs both sides of a family, never for a page. */

/** The families that the person belongs to. */
export function listFamilyIdsOf(db: Db, personId: PersonId): FamilyId[] {
	const own = eq(familyMembers.personId, personId);
	return db
		.select({ id: familyMembers.familyId })
		.from(familyMembers)
		.where(own)
		.all()
		.map(({ id }) => id);
}

/** The families of everybody who has, or had, a place in the cohort. */
export function listFamilyIdsOfCohort(db: Db, cohortId: CohortId): FamilyId[] {
	return db
		.selectDistinct({ id: familyMembers.familyId })
		.from(familyMembers)
		.innerJoin(enrolments, eq(enrolments.personId, familyMembers.personId))
		.where(eq(enrolments.cohortId, cohortId))
		.all()
		.map(({ id }) => id);
}

/** Who works with which side of these families now: as their worker, on duty with a member's cohort, or as an observer of it. */
export function listSidesOfFamilies(db: Db, familyIds: readonly FamilyId[]): SideOfFamily[] {
	const theirs = inArray(familyMembers.familyId, [...familyIds]);
	const workers = db
		.select({ familyId: families.id, staffId: families.workerId })
		.from(families)
		.where(and(inArray(families.id, [...familyIds]), isNotNull(families.workerId)))
		.all();
	const ofMember = eq(enrolments.personId, familyMembers.personId);
	const onDuty = staffOnDuty(db);
	const teams = db
		.selectDistinct({ familyId: familyMembers.familyId, staffId: onDuty.staffId, side: cohorts.side })
		.from(familyMembers)
		.innerJoin(enrolments, ofMember)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(onDuty, eq(onDuty.cohortId, cohorts.id))
		.where(theirs)
		.all();
	const observers = db
		.selectDistinct({ familyId: familyMembers.familyId, staffId: sessionObservers.staffId, side: cohorts.side })
		.from(familyMembers)
		.innerJoin(enrolments, ofMember)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sessions, eq(sessions.cohortId, cohorts.id))
		.innerJoin(sessionObservers, eq(sessionObservers.sessionId, sessions.id))
		.where(theirs)
		.all();
	const holding = workers.map(({ familyId, staffId }) => ({ familyId, staffId: staffId!, side: 'survivor' as const }));
	return [...holding, ...teams, ...observers];
}

/** Who works with the cohort now: its team, who stands in at one of its sessions, and the observers of them. */
export function listStaffOfCohort(db: Db, cohortId: CohortId): StaffOnSide[] {
	return [...teamsWhere(db, eq(cohorts.id, cohortId)), ...observersWhere(db, eq(cohorts.id, cohortId))];
}

/** Who works now with any cohort in which the person has, or had, a place. */
export function listStaffOfPerson(db: Db, personId: PersonId): StaffOnSide[] {
	const joined = exists(
		db
			.select({ one: sql`1` })
			.from(enrolments)
			.where(and(eq(enrolments.cohortId, cohorts.id), eq(enrolments.personId, personId))),
	);
	return [...teamsWhere(db, joined), ...observersWhere(db, joined)];
}

/** Whether this member of staff works with a cohort of the perpetrator side now. */
export function worksWithPerpetratorSide(db: Db, staffId: StaffId): boolean {
	const perpetrator = eq(cohorts.side, 'perpetrator');
	const found = [...teamsWhere(db, perpetrator, staffId), ...observersWhere(db, perpetrator, staffId)];
	return found.length > 0;
}

function teamsWhere(db: Db, which: SQL, staffId?: StaffId): StaffOnSide[] {
	const onDuty = staffOnDuty(db);
	return db
		.selectDistinct({ staffId: onDuty.staffId, side: cohorts.side })
		.from(onDuty)
		.innerJoin(cohorts, eq(cohorts.id, onDuty.cohortId))
		.where(and(which, staffId && eq(onDuty.staffId, staffId)))
		.all();
}

function observersWhere(db: Db, which: SQL, staffId?: StaffId): StaffOnSide[] {
	return db
		.selectDistinct({ staffId: sessionObservers.staffId, side: cohorts.side })
		.from(sessionObservers)
		.innerJoin(sessions, eq(sessions.id, sessionObservers.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(which, staffId && eq(sessionObservers.staffId, staffId)))
		.all();
}
