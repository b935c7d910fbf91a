import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { SessionPlan } from '#app/domain/programmes/programme.ts';
import { VERSION_STATES } from '#app/domain/programmes/versions/own-version.ts';
import type { ProgrammeVersionId, StaffId } from '#app/domain/shared/ids.ts';
import { day, id, isDay, moment, oneOf, version } from '../columns.ts';
import { staff } from '../staff.ts';

/**
 * Versions of a programme in the provider's own wording, which is in no file (decision 0024). One that is published is
 * never changed nor taken away: triggers in the migration refuse it. Of each programme one draft at a time.
 */
export const programmeVersions = sqliteTable(
	'programme_versions',
	{
		id: id<ProgrammeVersionId>().primaryKey(),
		slug: text().notNull(),
		/** Its own number, as cohorts keep it: `1.1`. */
		number: text().notNull(),
		/** The shipped version under it: all but the plans is of that one. */
		shipped: text().notNull(),
		/** The version whose wording it began with. */
		startedFrom: text().notNull(),
		state: text({ enum: VERSION_STATES }).notNull(),
		plans: text({ mode: 'json' }).$type<readonly SessionPlan[]>().notNull(),
		version: version(),
		createdAt: moment().notNull(),
		createdBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		changedAt: moment().notNull(),
		changedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		publishedAt: moment(),
		publishedBy: id<StaffId>().references(() => staff.id),
		takesEffectOn: day(),
	},
	(table) => [
		uniqueIndex('programme_versions_number').on(table.slug, table.number),
		uniqueIndex('programme_versions_one_draft').on(table.slug).where(sql`${table.state} = 'draft'`),
		index('programme_versions_state').on(table.state),
		oneOf('programme_versions_states', table.state, VERSION_STATES),
		isDay('programme_versions_day', table.takesEffectOn),
		check('programme_versions_plans', sql`json_valid(${table.plans})`),
		check(
			'programme_versions_published',
			sql`(${table.state} = 'published') = (${table.publishedAt} is not null)
				and (${table.publishedAt} is null) = (${table.publishedBy} is null)
				and (${table.publishedAt} is null) = (${table.takesEffectOn} is null)`,
		),
	],
);
