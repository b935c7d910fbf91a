import { asc, eq, isNull, max, or } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { DayOff } from '#app/domain/scheduling/day-off.ts';
import type { BankHoliday, Closure, Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { AreaId, BankHolidayId, ClosureId, VenueId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { bankHolidays, closures, venues } from '../schema/index.ts';
import { listSchoolHolidays } from './days-off/school-holidays.ts';

/** Every closure in order of its first day, with the venue that it closes (null: the whole organisation). */
export function listClosures(db: Db, actor: Actor) {
	return mayAtAll(actor, 'read', 'closures')
		? selectClosures(db).orderBy(asc(closures.fromDay), asc(closures.id)).all()
		: [];
}

/** The closure; null when there is none or the actor may not read closures. */
export function findClosure(db: Db, actor: Actor, closureId: ClosureId) {
	if (!mayAtAll(actor, 'read', 'closures')) return null;
	return selectClosures(db).where(eq(closures.id, closureId)).get() ?? null;
}

/** Every bank holiday of the three nations, by nation and day. */
export function listBankHolidays(db: Db, actor: Actor) {
	if (!mayAtAll(actor, 'read', 'closures')) return [];
	return db.select().from(bankHolidays).orderBy(asc(bankHolidays.nation), asc(bankHolidays.day)).all();
}

/** One bank holiday; null when there is none or the actor may not read closures. */
export function findBankHoliday(db: Db, actor: Actor, holidayId: BankHolidayId) {
	if (!mayAtAll(actor, 'read', 'closures')) return null;
	return db.select().from(bankHolidays).where(eq(bankHolidays.id, holidayId)).get() ?? null;
}

export type DaysOffAt = {
	readonly bankHolidays: readonly BankHoliday[];
	readonly closures: readonly Closure[];
	/** Of the area, for a cohort that leaves them out. */
	readonly schoolHolidays: readonly Closure[];
	/** The last day for which the nation's bank holidays are known; null when none is. */
	readonly holidaysKnownUntil: CalendarDay | null;
};

type At = {
	readonly nation: Nation;
	/** Null: online. */
	readonly venueId: VenueId | null;
	/** The area whose school holidays are left out; absent or null for a cohort that meets in them. */
	readonly schoolsOf?: AreaId | null;
};

/** The days on which nothing is held in this nation and at this venue; empty for who may not read closures. */
export function listDaysOff(db: Db, actor: Actor, { nation, venueId, schoolsOf = null }: At): DaysOffAt {
	if (!mayAtAll(actor, 'read', 'closures'))
		return { bankHolidays: [], closures: [], schoolHolidays: [], holidaysKnownUntil: null };
	const ofNation = eq(bankHolidays.nation, nation);
	const here =
		venueId === null ? isNull(closures.venueId) : or(isNull(closures.venueId), eq(closures.venueId, venueId));
	const days = db.select({ date: bankHolidays.day, title: bankHolidays.title }).from(bankHolidays).where(ofNation);
	const closed = db
		.select({ from: closures.fromDay, to: closures.toDay, label: closures.label })
		.from(closures)
		.where(here);
	const last = db
		.select({ day: max(bankHolidays.day) })
		.from(bankHolidays)
		.where(ofNation)
		.get();
	return {
		bankHolidays: days.orderBy(asc(bankHolidays.day)).all(),
		closures: closed.orderBy(asc(closures.fromDay)).all(),
		schoolHolidays:
			schoolsOf === null
				? []
				: listSchoolHolidays(db, actor, schoolsOf).map(({ from, to, label }) => ({ from, to, label })),
		holidaysKnownUntil: last?.day ?? null,
	};
}

/** Every closure, bank holiday and school holiday, in order of their first day; none for who may not read closures. */
export function listEveryDayOff(db: Db, actor: Actor): readonly DayOff[] {
	const closed = listClosures(db, actor).map(
		({ id, from, to, label, venueId }): DayOff => ({ kind: 'closure', id, from, to, label, venueId }),
	);
	const holidays = listBankHolidays(db, actor).map(
		({ id, day, title, nation }): DayOff => ({ kind: 'bank-holiday', id, from: day, to: day, label: title, nation }),
	);
	const ofSchools = listSchoolHolidays(db, actor).map(
		({ id, from, to, label, areaId }): DayOff => ({ kind: 'school-holiday', id, from, to, label, areaId }),
	);
	return [...closed, ...holidays, ...ofSchools].toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

/** The years for which this nation has bank holidays in the table already; read by the process at its start, not for anybody. */
export function listHolidayYears(db: Db, nation: Nation): readonly string[] {
	const days = db.select({ day: bankHolidays.day }).from(bankHolidays).where(eq(bankHolidays.nation, nation)).all();
	return [...new Set(days.map(({ day }) => day.slice(0, 4)))];
}

function selectClosures(db: Db) {
	return db
		.select({
			id: closures.id,
			from: closures.fromDay,
			to: closures.toDay,
			label: closures.label,
			venueId: closures.venueId,
			venue: venues.name,
		})
		.from(closures)
		.leftJoin(venues, eq(venues.id, closures.venueId));
}
