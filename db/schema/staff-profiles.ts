import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { GENDERS, type Gender } from '#app/domain/imports/facilitators/facilitator.ts';
import type { ImportId, StaffId } from '#app/domain/shared/ids.ts';
import { id, oneOf } from './columns.ts';
import { imports } from './imports.ts';
import { staff } from './staff.ts';

/** What a list of facilitators says of somebody beside their name, address, accreditations and hours. */
export const staffProfiles = sqliteTable(
	'staff_profiles',
	{
		staffId: id<StaffId>()
			.primaryKey()
			.references(() => staff.id),
		/** The first name by which colleagues know them, where it is another one. */
		knownAs: text(),
		gender: text().$type<Gender>().notNull(),
		phone: text(),
		employer: text(),
		/** When they can deliver, in the words of the list; what of it could be read as hours stands in `staff_availability`. */
		availability: text(),
		/** Slugs of the programmes for which they are being trained, as JSON. */
		inTraining: text().notNull().default('[]'),
		notes: text(),
		importId: id<ImportId>().references(() => imports.id),
	},
	(table) => [oneOf('staff_profiles_gender', table.gender, GENDERS)],
);
