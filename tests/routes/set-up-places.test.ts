import { expect, test } from 'vitest';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import { listBankHolidays, listClosures } from '#db/queries/closures.ts';
import { listPlaces } from '#db/queries/places.ts';
import { areas, rooms, venues } from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';

function office() {
	const context = testContext();
	seedBankHolidays(context);
	return { context, administrator: givenStaff(context, { roles: ['administrator'] }), ...givenPlaces(context) };
}

const DAYS = {
	'from-day': '30',
	'from-month': '3',
	'from-year': '2026',
	'to-day': '10',
	'to-month': '4',
	'to-year': '2026',
};
const CLOSURE = { label: 'Easter', where: 'everywhere', ...DAYS };

test('an administrator adds an area, a venue and a room, and sees them', async () => {
	const { context, administrator: as } = office();
	const area = await visit(context, '/places/areas/new', { as, form: { name: 'Southfield', nation: 'scotland' } });
	expect(area.location).toBe('/places?said=area-added');
	const areaId = listPlaces(context.db, as)[1]!.id;
	const venue = await visit(context, `/places/areas/${areaId}/venues/new`, { as, form: { name: 'Library' } });
	const venuePath = venue.location!.split('?')[0]!;
	await visit(context, `${venuePath}/rooms/new`, { as, form: { name: 'Upstairs' } });
	expect((await visit(context, '/places', { as })).text).toMatch(/Southfield, Scotland .*Library Upstairs/);
	expect((await visit(context, venuePath, { as })).text).toContain('Upstairs');
});

test('a name that is taken, missing or sent twice is refused with what was typed', async () => {
	const { context, administrator: as, venueId, roomId, areaId } = office();
	const taken = await visit(context, '/places/areas/new', { as, form: { name: 'NORTHFIELD', nation: 'scotland' } });
	expect(taken.status).toBe(422);
	expect(taken.text).toContain('There is an area called “NORTHFIELD” already');
	expect(taken.html).toContain('value="NORTHFIELD"');
	const missing = await visit(context, `/places/areas/${areaId}/venues/new`, { as, form: { name: ' ' } });
	expect([missing.status, missing.text]).toEqual([400, expect.stringContaining('Enter the name of the venue')]);
	const twice = await visit(context, `/places/venues/${venueId}/rooms/new`, { as, form: { name: ['a', 'b'] } });
	expect([twice.status, twice.text]).toEqual([400, expect.stringContaining('Answer this once')]);
	const room = await visit(context, `/places/rooms/${roomId}`, { as, form: { name: 'Hall', version: '1' } });
	expect(room.location).toBe(`/places/venues/${venueId}?said=renamed`);
	const stale = await visit(context, `/places/rooms/${roomId}`, { as, form: { name: 'Attic', version: '1' } });
	expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('It now says: Hall')]);
});

test('thirty places need no more queries than one', async () => {
	const { context, administrator: as, areaId, venueId } = office();
	const read = () => visit(context, '/places', { as });
	await read();
	const one = await countQueries(context.db, read);
	for (let count = 0; count < 30; count += 1) {
		context.db
			.insert(areas)
			.values({ id: `a${count}` as never, name: `Area ${count}`, nation: 'scotland' })
			.run();
		context.db
			.insert(venues)
			.values({ id: `v${count}` as never, areaId, name: `Venue ${count}` })
			.run();
		context.db
			.insert(rooms)
			.values({ id: `r${count}` as never, venueId, name: `Extra ${count}` })
			.run();
	}
	expect(await countQueries(context.db, read)).toBe(one);
});

test('a closure is added, listed with its days and removed after a page that says what will happen', async () => {
	const { context, administrator: as } = office();
	expect((await visit(context, '/closures/new', { as, form: CLOSURE })).location).toBe('/closures?said=added');
	expect((await visit(context, '/closures', { as })).text).toContain(
		'Easter Days Monday 30 March 2026 to Friday 10 April 2026',
	);
	const path = `/closures/${listClosures(context.db, as)[0]!.id}/removal`;
	expect((await visit(context, path, { as })).text).toContain('already stay where they are');
	expect((await visit(context, path, { as, form: {} })).location).toBe('/closures?said=removed');
	expect(listClosures(context.db, as)).toEqual([]);
	expect((await visit(context, path, { as, form: {} })).status).toBe(404);
});

test.each([
	[{ 'from-day': '31', 'from-month': '6' }, 400, 'There is no such day as 31 6 2026'],
	[{ 'from-day': '', 'from-month': '' }, 400, 'The date must include a day and a month'],
	[{ 'from-day': 'x' }, 400, '“x 3 2026” is not a date'],
	[{ 'from-year': '26' }, 400, '“30 3 26” is not a date'],
	[{ 'from-day': ['1', '2'] }, 400, 'Enter each part of the date once'],
	[{ 'to-month': '2' }, 422, 'Enter a last day on or after Monday 30 March 2026'],
	[{ 'to-year': '2028' }, 422, 'A closure lasts at most 366 days'],
	[{ label: '' }, 400, 'Enter the reason'],
	[{ where: 'forged' }, 422, 'Choose a venue from the list'],
])('a closure with %o is refused with a sentence', async (change, status, sentence) => {
	const { context, administrator: as } = office();
	const answer = await visit(context, '/closures/new', { as, form: { ...CLOSURE, ...change } });
	expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(sentence)]);
	expect(answer.html).toContain('value="2026"');
	expect(listClosures(context.db, as)).toEqual([]);
});

test('bank holidays can be added, removed and noted as checked, nation by nation', async () => {
	const { context, administrator: as } = office();
	const path = '/closures/bank-holidays/scotland';
	const form = { title: 'One-off day', 'date-day': '16', 'date-month': '6', 'date-year': '2026' };
	expect((await visit(context, path, { as, form })).location).toBe(`${path}?said=added`);
	const again = await visit(context, path, { as, form });
	expect([again.status, again.text]).toEqual([
		422,
		expect.stringContaining('Tuesday 16 June 2026 is on the list already: One-off day'),
	]);
	expect((await visit(context, `${path}/check`, { as, form: {} })).location).toBe(`${path}?said=checked`);
	expect((await visit(context, path, { as })).text).toContain('Checked on 3 March 2026');
	const id = listBankHolidays(context.db, as).find(({ title }) => title === 'One-off day')!.id;
	await visit(context, `/closures/bank-holidays/days/${id}/removal`, { as, form: {} });
	expect((await visit(context, path, { as })).text).not.toContain('One-off day');
	expect((await visit(context, '/closures/bank-holidays/france', { as })).status).toBe(404);
});
