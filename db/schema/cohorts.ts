import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ENROLMENT_STATES, type EnrolmentState } from '#app/domain/attrition/enrolment-states.ts';
import { EXIT_KINDS } from '#app/domain/attrition/exit-kinds.ts';
import { COHORT_STATES, type CohortState, TEAM_DUTIES, type TeamDuty } from '#app/domain/cohorts/cohort.ts';
import { SIDES, type Side } from '#app/domain/programmes/programme.ts';
import { NATIONS, type Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { Weekday } from '#app/domain/shared/calendar-day.ts';
import type {
	AreaId,
	CohortId,
	EnrolmentId,
	ImportId,
	PersonId,
	ReferrerContactId,
	RoomId,
	StaffId,
	VenueId,
} from '#app/domain/shared/ids.ts';
import { day, id, isDay, moment, oneOf, time, version } from './columns.ts';
import { imports } from './imports.ts';
import { people } from './people.ts';
import { areas, rooms, venues } from './places.ts';
import { staff } from './staff.ts';

export const cohorts = sqliteTable(
	'cohorts',
	{
		id: id<CohortId>().primaryKey(),
		name: text().notNull(),
		programmeSlug: text().notNull(),
		programmeVersion: text().notNull(),
		programmeVariant: text(),
		/** Copied from the pinned version, so that every query can tell the sides apart by itself. */
		side: text().$type<Side>().notNull(),
		areaId: id<AreaId>()
			.notNull()
			.references(() => areas.id),
		nation: text().$type<Nation>().notNull(),
		/** No venue: it meets online. */
		venueId: id<VenueId>().references(() => venues.id),
		roomId: id<RoomId>().references(() => rooms.id),
		/** The room on the web, where it meets online and the team has several. */
		onlineRoom: text(),
		earliestStart: day().notNull(),
		runsOnBankHoliday: integer({ mode: 'boolean' }).notNull(),
		/** Leaves out the school holidays of its area, as far as they are known. */
		skipsSchoolHolidays: integer({ mode: 'boolean' }).notNull().default(false),
		places: integer().notNull(),
		state: text().$type<CohortState>().notNull(),
		createdAt: moment().notNull(),
		importId: id<ImportId>().references(() => imports.id),
		version: version(),
	},
	(table) => [
		index('cohorts_area').on(table.areaId),
		index('cohorts_venue').on(table.venueId),
		oneOf('cohorts_state', table.state, COHORT_STATES),
		oneOf('cohorts_side', table.side, SIDES),
		oneOf('cohorts_nation', table.nation, NATIONS),
		isDay('cohorts_earliest_start', table.earliestStart),
		check('cohorts_places', sql`${table.places} between 1 and 99`),
	],
);

/** The cohort's meeting pattern: one row for each slot in the week. */
export const meetingSlots = sqliteTable(
	'meeting_slots',
	{
		cohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		weekday: text().$type<Weekday>().notNull(),
		startTime: time().notNull(),
	},
	(table) => [primaryKey({ columns: [table.cohortId, table.weekday, table.startTime] })],
);

/** Weeks that this cohort leaves out, both ends included. */
export const skippedWeeks = sqliteTable(
	'skipped_weeks',
	{
		cohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		fromDay: day().notNull(),
		toDay: day().notNull(),
		label: text().notNull(),
	},
	(table) => [primaryKey({ columns: [table.cohortId, table.fromDay, table.toDay] })],
);

/** Who delivers a cohort. `endedAt` is set when the days for corrections are over: the duty lets them in no longer. */
export const teamMembers = sqliteTable(
	'team_members',
	{
		cohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		duty: text().$type<TeamDuty>().notNull(),
		/** Null for who is on it from the beginning: else they are on the team of no session that had begun before. */
		joinedAt: moment(),
		endedAt: moment(),
	},
	(table) => [
		primaryKey({ columns: [table.cohortId, table.staffId] }),
		index('team_members_staff').on(table.staffId),
		uniqueIndex('team_members_one_lead').on(table.cohortId).where(sql`${table.duty} = 'lead-facilitator'`),
		oneOf('team_members_duty', table.duty, TEAM_DUTIES),
	],
);

export const enrolments = sqliteTable(
	'enrolments',
	{
		id: id<EnrolmentId>().primaryKey(),
		personId: id<PersonId>()
			.notNull()
			.references(() => people.id),
		cohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		/** Stands here too, because one person has one active enrolment in a programme, whatever its version. */
		programmeSlug: text().notNull(),
		enrolledOn: day().notNull(),
		/** The first session plan at which the person is expected. */
		joinsAtPlan: integer().notNull(),
		state: text().$type<EnrolmentState>().notNull(),
		exitOn: day(),
		exitKind: text({ enum: EXIT_KINDS }),
		exitReason: text(),
		exitNote: text(),
		version: version(),
	},
	(table) => [
		index('enrolments_cohort').on(table.cohortId),
		index('enrolments_person').on(table.personId),
		uniqueIndex('enrolments_one_active')
			.on(table.personId, table.programmeSlug)
			.where(sql`${table.state} in ('enrolled', 'on-programme')`),
		uniqueIndex('enrolments_person_cohort_start').on(table.personId, table.cohortId, table.enrolledOn),
		oneOf('enrolments_state', table.state, ENROLMENT_STATES),
		isDay('enrolments_enrolled_on', table.enrolledOn),
		check(
			'enrolments_exit',
			sql`(${table.state} in ('left', 'removed')) = (${table.exitOn} is not null and ${table.exitKind} is not null and ${table.exitReason} is not null)`,
		),
	],
);

/** Who referred somebody to the place that they have: told of absences and of the end, by hand. */
export const referrers = sqliteTable('referrers', {
	enrolmentId: id<EnrolmentId>()
		.primaryKey()
		.references(() => enrolments.id),
	name: text().notNull(),
	agency: text().notNull(),
	email: text(),
	setAt: moment().notNull(),
	setBy: id<StaffId>().references(() => staff.id),
	version: version(),
});

/** What was said with a referrer about somebody’s goals and progress, and when: only ever added to (§3.9). */
export const referrerContacts = sqliteTable(
	'referrer_contacts',
	{
		id: id<ReferrerContactId>().primaryKey(),
		enrolmentId: id<EnrolmentId>()
			.notNull()
			.references(() => enrolments.id),
		contactedOn: day().notNull(),
		words: text().notNull(),
		recordedAt: moment().notNull(),
		recordedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		index('referrer_contacts_enrolment').on(table.enrolmentId),
		isDay('referrer_contacts_on', table.contactedOn),
		check('referrer_contacts_said', sql`length(${table.words}) > 0`),
	],
);
