import { primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Side } from '#app/domain/programmes/programme.ts';
import { NATIONS, type Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import { SIDES_WITH_DAYS } from '#app/domain/scheduling/venue-days.ts';
import { WEEKDAYS, type Weekday } from '#app/domain/shared/calendar-day.ts';
import type { AreaId, Id, RoomId, VenueId } from '#app/domain/shared/ids.ts';
import { day, id, isDay, oneOf, version } from './columns.ts';

export const areas = sqliteTable(
	'areas',
	{
		id: id<AreaId>().primaryKey(),
		name: text().notNull(),
		nation: text().$type<Nation>().notNull(),
		version: version(),
	},
	(table) => [uniqueIndex('areas_name').on(table.name), oneOf('areas_nation', table.nation, NATIONS)],
);

export const venues = sqliteTable(
	'venues',
	{
		id: id<VenueId>().primaryKey(),
		areaId: id<AreaId>()
			.notNull()
			.references(() => areas.id),
		name: text().notNull(),
		/** The stop or station by which people come: venues with one name here are one place for the two sides of a family. */
		travelPoint: text(),
		version: version(),
	},
	(table) => [uniqueIndex('venues_area_name').on(table.areaId, table.name)],
);

/**
 * To which side a weekday of a venue belongs. Without a row it is neither's, and neither meets there on it: the two sides
 * are kept apart by what was decided, not by what is booked (docs/decisions/0013-days-of-a-venue.md).
 */
export const venueDays = sqliteTable(
	'venue_days',
	{
		venueId: id<VenueId>()
			.notNull()
			.references(() => venues.id),
		weekday: text().$type<Weekday>().notNull(),
		side: text().$type<Side>().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.venueId, table.weekday] }),
		oneOf('venue_days_weekday', table.weekday, WEEKDAYS),
		oneOf('venue_days_side', table.side, SIDES_WITH_DAYS),
	],
);

export const rooms = sqliteTable(
	'rooms',
	{
		id: id<RoomId>().primaryKey(),
		venueId: id<VenueId>()
			.notNull()
			.references(() => venues.id),
		name: text().notNull(),
		version: version(),
	},
	(table) => [uniqueIndex('rooms_venue_name').on(table.venueId, table.name)],
);

/** Days on which the organisation (no venue) or one venue is closed, both ends included. */
export const closures = sqliteTable(
	'closures',
	{
		id: id<Id<'closure'>>().primaryKey(),
		venueId: id<VenueId>().references(() => venues.id),
		fromDay: day().notNull(),
		toDay: day().notNull(),
		label: text().notNull(),
	},
	(table) => [isDay('closures_from', table.fromDay), isDay('closures_to', table.toDay)],
);

/** Seeded from content/closures and editable: one-off holidays are proclaimed at short notice (facts/calendar §1). */
export const bankHolidays = sqliteTable(
	'bank_holidays',
	{
		id: id<Id<'bank-holiday'>>().primaryKey(),
		nation: text().$type<Nation>().notNull(),
		day: day().notNull(),
		title: text().notNull(),
		/** The day on which somebody checked it against the official list. */
		checkedOn: day().notNull(),
	},
	(table) => [
		uniqueIndex('bank_holidays_nation_day').on(table.nation, table.day),
		oneOf('bank_holidays_nation', table.nation, NATIONS),
		isDay('bank_holidays_day', table.day),
	],
);
