import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, check, integer, text } from 'drizzle-orm/sqlite-core';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { ClockTime } from '#app/domain/shared/clock-time.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';

/** Columns of the house's own types, so that no day is ever read as a moment, nor one id as another. */
export const id = <AnyId extends Id<string>>() => text().$type<AnyId>();
export const day = () => text().$type<CalendarDay>();
export const time = () => text().$type<ClockTime>();
export const moment = () => text().$type<Instant>();

/** Goes up with every change; a change that names another version is refused. */
export const version = () => integer().notNull().default(1);

/** A constraint in the schema: this column holds one of these words, or nothing where it may be empty. */
export function oneOf(name: string, column: AnySQLiteColumn, words: readonly string[]) {
	return check(name, sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`);
}

/** A constraint in the schema: from one moment to the other it is at least a second and at most so many minutes. */
export function isWithin(name: string, from: AnySQLiteColumn, until: AnySQLiteColumn, minutes: number) {
	return check(name, sql`unixepoch(${until}) - unixepoch(${from}) between 1 and ${sql.raw(String(minutes * 60))}`);
}

/** A constraint in the schema: this column looks like a day, `2026-01-13`. */
export function isDay(name: string, column: AnySQLiteColumn) {
	return check(name, sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`);
}
