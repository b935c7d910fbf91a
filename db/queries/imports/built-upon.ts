import { and, count, eq, gt, inArray, isNotNull, isNull, ne, notInArray, or, type SQL } from 'drizzle-orm';
import type { BuiltUpon } from '#app/domain/imports/cohort/built-upon.ts';
import type { Made } from '#app/domain/imports/lists/made.ts';
import type { MessageState } from '#app/domain/reminders/message-states.ts';
import type { ImportId, StaffId } from '#app/domain/shared/ids.ts';
import { areSameHours } from '#app/domain/team/staff-time.ts';
import type { Db } from '../../client.ts';
import {
	adaptations,
	agreedNotes,
	brokenGlass,
	catchUps,
	cohorts,
	concerns,
	debriefNotes,
	deliveryLogs,
	drawnSessions,
	enrolments,
	formerTeamMembers,
	gapAcceptances,
	observations,
	oneTimeLinks,
	outbox,
	people,
	planDecisions,
	referrerContacts,
	referrers,
	registerRows,
	safeContacts,
	sessionCovers,
	sessions,
	staff,
	staffAccreditations,
	staffLeave,
	supervisionEntries,
	takingPartEntries,
	tasks,
	teamMembers,
} from '../../schema/index.ts';
import { listHours } from '../team/staff-time.ts';

/** A planned message in one of these has not been handed to anybody. */
const NEVER_LEFT: readonly MessageState[] = ['queued', 'blocked', 'suppressed', 'expired'];

/** An import makes no catch-up with a time: one that is booked was booked since. */
const isNewOrChanged = or(gt(sessions.version, 1), eq(sessions.kind, 'catch-up'));

/**
 * Done or taken. What lies with partner support, and what leads are told of an address that somebody else may read, must not
 * tell by a refusal that it is there. What leads are told of words of messages is only placed here.
 */
const isWorkedOn = and(
	or(eq(tasks.state, 'done'), isNotNull(tasks.ownerId)),
	and(ne(tasks.desk, 'partner-support'), notInArray(tasks.kind, ['shared-contact', 'message-wording'])),
);

/** A record that held. An attempt that was refused is kept, too, and shows to nobody: a refusal must not tell of it either. */
const didHold = or(isNull(safeContacts.supersededAt), gt(safeContacts.supersededAt, safeContacts.setAt));

/**
 * What has been built on an import since, counted by kind; everything that an import writes has version 1. Ask for an
 * import that the actor may undo.
 */
export function countBuiltUpon(db: Db, importId: ImportId): BuiltUpon {
	const cohortIds = db.select({ id: cohorts.id }).from(cohorts).where(eq(cohorts.importId, importId));
	const sessionIds = db.select({ id: sessions.id }).from(sessions).where(inArray(sessions.cohortId, cohortIds));
	const personIds = db.select({ id: people.id }).from(people).where(eq(people.importId, importId));
	const inCohort = inArray(enrolments.cohortId, cohortIds);
	const enrolmentIds = db.select({ id: enrolments.id }).from(enrolments).where(inCohort);
	const many = countIn.bind(null, db);
	const ofCohort = or(inArray(outbox.sessionId, sessionIds), inArray(outbox.enrolmentId, enrolmentIds));
	const isNew = or(isNull(catchUps.importId), ne(catchUps.importId, importId));
	return {
		marks:
			many(registerRows, and(inArray(registerRows.sessionId, sessionIds), gt(registerRows.version, 1))) +
			many(catchUps, and(inArray(catchUps.enrolmentId, enrolmentIds), isNew)) +
			many(takingPartEntries, inArray(takingPartEntries.sessionId, sessionIds)),
		sessions:
			many(sessions, and(inArray(sessions.cohortId, cohortIds), isNewOrChanged)) +
			many(planDecisions, inArray(planDecisions.sessionId, sessionIds)),
		logs: many(deliveryLogs, inArray(deliveryLogs.sessionId, sessionIds)),
		places:
			many(enrolments, and(inCohort, gt(enrolments.version, 1))) +
			many(referrers, inArray(referrers.enrolmentId, enrolmentIds)),
		'new-members': many(enrolments, and(inCohort, notInArray(enrolments.personId, personIds))),
		people: many(people, and(eq(people.importId, importId), gt(people.version, 1))),
		// Who was asked to stand in, and who was on the team before: both are part of what was delivered and by whom.
		teams:
			many(sessionCovers, inArray(sessionCovers.sessionId, sessionIds)) +
			many(formerTeamMembers, inArray(formerTeamMembers.cohortId, cohortIds)),
		// Whoever opened a record in an emergency answers for it to a lead, and what concerned somebody goes to one;
		// a debrief is only ever added to. All of them stay.
		'kept-records': many(brokenGlass, inArray(brokenGlass.personId, personIds)) + countSaid(db, importId),
		'other-cohorts': many(
			enrolments,
			and(inArray(enrolments.personId, personIds), notInArray(enrolments.cohortId, cohortIds)),
		),
		tasks: many(tasks, and(inArray(tasks.cohortId, cohortIds), isWorkedOn)),
		'safe-contacts': many(safeContacts, and(inArray(safeContacts.personId, personIds), didHold)),
		messages: many(outbox, and(ofCohort, notInArray(outbox.state, [...NEVER_LEFT]))),
		cohort: many(cohorts, and(eq(cohorts.importId, importId), gt(cohorts.version, 1))),
	};
}

/**
 * Adaptations, accepted gaps, contacts with referrers, concerns, debrief and agreed notes, wishes for supervision, observations and what was drawn for
 * one: what somebody said of a session or a person.
 */
function countSaid(db: Db, importId: ImportId): number {
	const many = countIn.bind(null, db);
	const cohortIds = db.select({ id: cohorts.id }).from(cohorts).where(eq(cohorts.importId, importId));
	const sessionIds = db.select({ id: sessions.id }).from(sessions).where(inArray(sessions.cohortId, cohortIds));
	const inCohort = inArray(enrolments.cohortId, cohortIds);
	const enrolmentIds = db.select({ id: enrolments.id }).from(enrolments).where(inCohort);
	return (
		many(referrerContacts, inArray(referrerContacts.enrolmentId, enrolmentIds)) +
		many(concerns, inArray(concerns.sessionId, sessionIds)) +
		many(adaptations, inArray(adaptations.sessionId, sessionIds)) +
		many(gapAcceptances, inArray(gapAcceptances.cohortId, cohortIds)) +
		many(agreedNotes, inArray(agreedNotes.sessionId, sessionIds)) +
		many(debriefNotes, inArray(debriefNotes.sessionId, sessionIds)) +
		many(supervisionEntries, inArray(supervisionEntries.sessionId, sessionIds)) +
		many(observations, inArray(observations.sessionId, sessionIds)) +
		many(drawnSessions, inArray(drawnSessions.sessionId, sessionIds))
	);
}

function countIn(db: Db, table: Countable, where: SQL | undefined): number {
	return db.select({ many: count() }).from(table).where(where).get()?.many ?? 0;
}

/** Whose hours a list set and are others by now: for the rule that leaves them alone. */
export function listChangedHours(db: Db, { hours }: Pick<Made, 'hours'>): readonly StaffId[] {
	const now = Map.groupBy(
		listHours(
			db,
			hours.map(({ staffId }) => staffId),
		),
		({ staffId }) => staffId,
	);
	return hours.filter((set) => !areSameHours(set.hours, now.get(set.staffId) ?? [])).map(({ staffId }) => staffId);
}

/**
 * How many of the accounts that a list made are in use: changed, given a link, on a team now or before, asked to stand
 * in, with leave, or with hours or an accreditation that are not the list’s. Ask for an import that the actor may undo.
 */
export function countInUse(db: Db, made: Pick<Made, 'staff' | 'accreditations' | 'hours'>): number {
	const ids = [...made.staff];
	const of = (table: NamesStaff) =>
		inArray(staff.id, db.select({ id: table.staffId }).from(table).where(inArray(table.staffId, ids)));
	const covering = db.select({ id: sessionCovers.coveringId }).from(sessionCovers);
	const accreditedSince = db
		.select({ id: staffAccreditations.staffId })
		.from(staffAccreditations)
		.where(
			and(inArray(staffAccreditations.staffId, ids), notInArray(staffAccreditations.id, [...made.accreditations])),
		);
	const isInUse = or(
		gt(staff.version, 1),
		...[of(teamMembers), of(formerTeamMembers), of(oneTimeLinks), of(staffLeave)],
		...[inArray(staff.id, covering), inArray(staff.id, accreditedSince)],
		inArray(staff.id, [...listChangedHours(db, made)]),
	);
	const found = db
		.select({ many: count() })
		.from(staff)
		.where(and(inArray(staff.id, ids), isInUse))
		.get();
	return found?.many ?? 0;
}

type NamesStaff = typeof teamMembers | typeof formerTeamMembers | typeof oneTimeLinks | typeof staffLeave;

type Countable =
	| typeof adaptations
	| typeof agreedNotes
	| typeof brokenGlass
	| typeof catchUps
	| typeof cohorts
	| typeof concerns
	| typeof debriefNotes
	| typeof deliveryLogs
	| typeof drawnSessions
	| typeof enrolments
	| typeof gapAcceptances
	| typeof observations
	| typeof outbox
	| typeof people
	| typeof planDecisions
	| typeof referrerContacts
	| typeof referrers
	| typeof registerRows
	| typeof safeContacts
	| typeof sessions
	| typeof sessionCovers
	| typeof supervisionEntries
	| typeof takingPartEntries
	| typeof tasks
	| typeof formerTeamMembers;
