import { asc, count, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, test } from 'vitest';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';

const { areas, rooms, staff, venues } = schema;

test('a statement that is asked again with other values answers for those', () => {
	const { db } = givenWorld();
	const named = (name: string) => db.select({ name: staff.name }).from(staff).where(eq(staff.name, name)).all();
	expect(named('Ann')).toEqual([{ name: 'Ann' }]);
	expect(named('Nobody')).toEqual([]);
	expect(named('Bea')).toEqual([{ name: 'Bea' }]);
});

test('one text asked for objects and for lists answers each as asked, in any order', () => {
	const { db } = givenWorld();
	const text = sql`select name from staff order by name`;
	const asObjects = [{ name: 'Ann' }, { name: 'Bea' }];
	expect(db.all(text)).toEqual(asObjects);
	expect(db.values(text)).toEqual([['Ann'], ['Bea']]);
	expect(db.all(text)).toEqual(asObjects);
	expect(db.get(text)).toEqual({ name: 'Ann' });
});

test('more texts than are kept all answer, the first ones again as well', () => {
	const { db } = givenWorld();
	for (const round of [1, 2]) {
		for (let number = 0; number < 900; number += 1) {
			expect(db.get(sql.raw(`select ${number} as number, ${round} as round`))).toEqual({ number, round });
		}
	}
});

test('a change of the tables is seen by a statement that was kept before it', () => {
	const { db } = givenWorld();
	const all = () => db.all(sql`select * from areas`) as Record<string, unknown>[];
	expect(all()[0]).not.toHaveProperty('extra');
	db.run(sql`alter table areas add column extra text default 'yes'`);
	expect(all()[0]).toMatchObject({ extra: 'yes' });
});

test('flat rows are what drizzle makes of them: names, decoders, nothing where nothing is', () => {
	const { db } = givenWorld();
	const flat = db
		.select({
			room: rooms.name,
			venue: venues.name,
			nothing: sql<string | null>`null`,
			doubled: sql`2`.mapWith((value: number) => value * 2),
			area: areas.name,
		})
		.from(rooms)
		.innerJoin(venues, eq(venues.id, rooms.venueId))
		.leftJoin(areas, sql`0`)
		.orderBy(asc(rooms.name));
	const nested = db
		.select({ row: { room: rooms.name, venue: venues.name } })
		.from(rooms)
		.innerJoin(venues, eq(venues.id, rooms.venueId))
		.orderBy(asc(rooms.name));
	const rows = flat.all();
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.map(({ room, venue }) => ({ row: { room, venue } }))).toEqual(nested.all());
	expect(rows[0]).toMatchObject({ nothing: null, doubled: 4, area: null });
	expect(flat.get()).toEqual(rows[0]);
	expect(db.select({ count: count() }).from(rooms).all()).toEqual([{ count: rows.length }]);
});

test('a whole object of a left join that found nothing is null, as drizzle has it', () => {
	const { db } = givenWorld();
	const query = db.select({ room: rooms, area: areas }).from(rooms).leftJoin(areas, sql`0`);
	expect(query.all()[0]?.area).toBeNull();
	expect(query.get()?.area).toBeNull();
});

test('rows with objects in them are drizzle’s own, one or all, with and without a join that found nothing', () => {
	const { db } = givenWorld();
	const own = drizzle(db.$client, { casing: 'snake_case' });
	const queriesOf = (asked: typeof own) => [
		asked
			.select({ room: rooms, venue: { id: venues.id, name: venues.name }, one: sql`1` })
			.from(rooms)
			.innerJoin(venues, eq(venues.id, rooms.venueId)),
		asked
			.select({ room: rooms, both: { room: rooms.name, area: areas.name } })
			.from(rooms)
			.leftJoin(areas, sql`0`),
		asked
			.select({ area: areas, venue: { name: venues.name } })
			.from(areas)
			.leftJoin(venues, eq(venues.areaId, areas.id)),
		asked.select({ area: areas }).from(areas).where(sql`0`),
	];
	const [ours, theirs] = [queriesOf(db as unknown as typeof own), queriesOf(own)];
	ours.forEach((query, index) => {
		expect(query.all()).toEqual(theirs[index]!.all());
		expect(query.get()).toEqual(theirs[index]!.get());
	});
	expect(ours[0]!.all().length).toBeGreaterThan(0);
});

function givenWorld() {
	const context = testContext();
	givenPlaces(context);
	givenStaff(context, { name: 'Ann' });
	givenStaff(context, { name: 'Bea' });
	return context;
}
