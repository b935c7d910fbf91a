import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { OPEN_MINUTES } from '#app/domain/access/opening.ts';
import { RELATIONSHIPS, type Relationship } from '#app/domain/people/family.ts';
import type {
	AreaId,
	BrokenGlassId,
	CohortId,
	FamilyId,
	NonAssociationId,
	PersonId,
	SessionId,
	StaffId,
} from '#app/domain/shared/ids.ts';
import { cohorts } from './cohorts.ts';
import { id, isWithin, moment, oneOf, version } from './columns.ts';
import { people } from './people.ts';
import { areas } from './places.ts';
import { sessions } from './sessions.ts';
import { staff } from './staff.ts';

/** The people of one family, on all its sides. Only partner-support workers of its area and leads know that it exists. */
export const families = sqliteTable(
	'families',
	{
		id: id<FamilyId>().primaryKey(),
		areaId: id<AreaId>()
			.notNull()
			.references(() => areas.id),
		/** What the workers of the area call it on paper, such as F-12: never a name. */
		reference: text().notNull(),
		/** The partner-support worker who holds it; null while nobody does. */
		workerId: id<StaffId>().references(() => staff.id),
		createdAt: moment().notNull(),
		version: version(),
	},
	(table) => [uniqueIndex('families_area_reference').on(table.areaId, table.reference)],
);

/** Who belongs to a family and how; the side is the person's own. */
export const familyMembers = sqliteTable(
	'family_members',
	{
		familyId: id<FamilyId>()
			.notNull()
			.references(() => families.id),
		personId: id<PersonId>()
			.notNull()
			.references(() => people.id),
		relationship: text().$type<Relationship>().notNull(),
		addedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		addedAt: moment().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.familyId, table.personId] }),
		index('family_members_person').on(table.personId),
		oneOf('family_members_relationship', table.relationship, RELATIONSHIPS),
	],
);

/** Two people who may not meet, whatever their sides. The pair is kept in the order of its ids, so that it is kept once. */
export const nonAssociations = sqliteTable(
	'non_associations',
	{
		id: id<NonAssociationId>().primaryKey(),
		personId: id<PersonId>()
			.notNull()
			.references(() => people.id),
		otherPersonId: id<PersonId>()
			.notNull()
			.references(() => people.id),
		reason: text().notNull(),
		setBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		setAt: moment().notNull(),
		endedAt: moment(),
	},
	(table) => [
		uniqueIndex('non_associations_pair').on(table.personId, table.otherPersonId).where(sql`${table.endedAt} is null`),
		index('non_associations_other').on(table.otherPersonId),
		check('non_associations_order', sql`${table.personId} < ${table.otherPersonId}`),
	],
);

/** Two cohorts that run in step for the two sides of the same families. */
export const cohortPairs = sqliteTable(
	'cohort_pairs',
	{
		perpetratorCohortId: id<CohortId>()
			.primaryKey()
			.references(() => cohorts.id),
		survivorCohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		linkedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		linkedAt: moment().notNull(),
	},
	(table) => [uniqueIndex('cohort_pairs_survivor').on(table.survivorCohortId)],
);

/** Who observes which session: the only session of that cohort that they may open. */
export const sessionObservers = sqliteTable(
	'session_observers',
	{
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		assignedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		assignedAt: moment().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.sessionId, table.staffId] }),
		index('session_observers_staff').on(table.staffId),
	],
);

/** A lead's decision that a coordinator works on both sides; it holds until it is ended. */
export const bothSidesDecisions = sqliteTable(
	'both_sides_decisions',
	{
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		reason: text().notNull(),
		decidedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		decidedAt: moment().notNull(),
		endedAt: moment(),
	},
	(table) => [
		primaryKey({ columns: [table.staffId, table.decidedAt] }),
		uniqueIndex('both_sides_decisions_current').on(table.staffId).where(sql`${table.endedAt} is null`),
	],
);

/** A record opened for an hour at the most by somebody who may not see it otherwise, with the reason that they gave. */
export const brokenGlass = sqliteTable(
	'broken_glass',
	{
		id: id<BrokenGlassId>().primaryKey(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		personId: id<PersonId>()
			.notNull()
			.references(() => people.id),
		reason: text().notNull(),
		openedAt: moment().notNull(),
		opensUntil: moment().notNull(),
		closedAt: moment(),
		reviewedBy: id<StaffId>().references(() => staff.id),
		reviewedAt: moment(),
		reviewNote: text(),
		version: version(),
	},
	(table) => [
		index('broken_glass_staff').on(table.staffId),
		/** One at a time: whoever opens another first has the one before closed at its end. */
		uniqueIndex('broken_glass_one_open').on(table.staffId).where(sql`${table.closedAt} is null`),
		check('broken_glass_reviewer', sql`${table.reviewedBy} is null or ${table.reviewedBy} <> ${table.staffId}`),
		check(
			'broken_glass_review',
			sql`(${table.reviewedBy} is null) = (${table.reviewedAt} is null) and (${table.reviewedBy} is null) = (${table.reviewNote} is null)`,
		),
		isWithin('broken_glass_hour', table.openedAt, table.opensUntil, OPEN_MINUTES),
	],
);

/** References that somebody tried to open and that led to nothing, in the running hour. */
export const openingAttempts = sqliteTable('opening_attempts', {
	staffId: id<StaffId>()
		.primaryKey()
		.references(() => staff.id),
	failures: integer().notNull(),
	windowStartedAt: moment().notNull(),
});

/** How often in the running hour a slot was refused to somebody without a reason: asking on and on would tell one. */
export const slotRefusals = sqliteTable('slot_refusals', {
	staffId: id<StaffId>()
		.primaryKey()
		.references(() => staff.id),
	failures: integer().notNull(),
	windowStartedAt: moment().notNull(),
});
