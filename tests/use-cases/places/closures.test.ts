import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type Id, type VenueId } from '#app/domain/shared/ids.ts';
import { addBankHoliday } from '#app/use-cases/places/add-bank-holiday.ts';
import { addClosure } from '#app/use-cases/places/add-closure.ts';
import { noteHolidaysChecked } from '#app/use-cases/places/note-holidays-checked.ts';
import { removeBankHoliday } from '#app/use-cases/places/remove-bank-holiday.ts';
import { removeClosure } from '#app/use-cases/places/remove-closure.ts';
import { seedBankHolidays } from '#app/use-cases/places/seed-bank-holidays.ts';
import { listBankHolidays, listClosures, listDaysOff } from '#db/queries/closures.ts';
import { testContext } from '#tests/support/context.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';

const day = calendarDay;
const easter = { from: day('2026-03-30'), to: day('2026-04-10'), label: 'Easter', venueId: null };

function office() {
	const context = testContext();
	return { context, administrator: givenStaff(context, { roles: ['administrator'] }), ...givenPlaces(context) };
}

test('a closure of the organisation counts at every venue, one of a venue only there', () => {
	const { context, administrator, venueId } = office();
	const other = givenPlaces(context, 'Southfield');
	addClosure(context, administrator, easter);
	addClosure(context, administrator, {
		...easter,
		from: day('2026-05-05'),
		to: day('2026-05-05'),
		label: 'Election',
		venueId,
	});
	const labelsAt = (at: VenueId | null) =>
		listDaysOff(context.db, administrator, { nation: 'scotland', venueId: at }).closures.map(({ label }) => label);
	expect(labelsAt(venueId)).toEqual(['Easter', 'Election']);
	expect(labelsAt(other.venueId)).toEqual(['Easter']);
	expect(labelsAt(null)).toEqual(['Easter']);
});

test('a closure does not end before it starts, last more than a year, stand twice or close a venue that is not there', () => {
	const { context, administrator } = office();
	const add = (change: object) => addClosure(context, administrator, { ...easter, ...change });
	expect(add({ to: day('2026-03-29') })).toMatchObject({ code: 'ends-before-start' });
	expect(add({ to: day('2027-03-31') })).toMatchObject({ code: 'closure-too-long' });
	expect(add({ venueId: asId<VenueId>('forged') })).toMatchObject({ code: 'unknown-venue' });
	expect(add({})).toMatchObject({ done: true });
	expect(add({ label: 'Again' })).toMatchObject({ code: 'closed-already' });
});

test('a closure that is removed closes nothing any more', () => {
	const { context, administrator } = office();
	const added = addClosure(context, administrator, easter);
	if (!added.done) throw new Error(added.code);
	expect(removeClosure(context, administrator, added.value)).toMatchObject({ done: true });
	expect(listClosures(context.db, administrator)).toEqual([]);
	expect(removeClosure(context, administrator, added.value)).toMatchObject({ code: 'not-found' });
});

test('the bank holidays of three nations begin with the content, however often the process starts', () => {
	const { context, administrator } = office();
	seedBankHolidays(context);
	const first = listBankHolidays(context.db, administrator);
	seedBankHolidays(context);
	expect(listBankHolidays(context.db, administrator)).toEqual(first);
	expect(first.filter(({ nation }) => nation === 'england-and-wales').slice(0, 2)).toMatchObject([
		{ day: '2026-01-01', title: "New Year's Day" },
		{ day: '2026-04-03', title: 'Good Friday' },
	]);
	expect(first).toHaveLength(Object.values(context.content.bankHolidays).flatMap(({ days }) => days).length);
});

test('a bank holiday that the team took off does not come back at the next start', () => {
	const { context, administrator } = office();
	seedBankHolidays(context);
	const [first, ...rest] = listBankHolidays(context.db, administrator);
	expect(removeBankHoliday(context, administrator, first!.id)).toEqual({ done: true, value: first!.nation });
	seedBankHolidays(context);
	expect(listBankHolidays(context.db, administrator)).toEqual(rest);
});

test('a bank holiday stands once for each nation, on a weekday, with the day on which it was entered', () => {
	const { context, administrator } = office();
	const oneOff = { nation: 'scotland', date: day('2026-06-15'), title: 'World Cup' } as const;
	expect(addBankHoliday(context, administrator, oneOff)).toMatchObject({ done: true });
	expect(addBankHoliday(context, administrator, oneOff)).toMatchObject({ code: 'holiday-already-there' });
	expect(addBankHoliday(context, administrator, { ...oneOff, nation: 'northern-ireland' })).toMatchObject({
		done: true,
	});
	expect(addBankHoliday(context, administrator, { ...oneOff, date: day('2026-06-13') })).toMatchObject({
		code: 'holiday-at-weekend',
	});
	expect(listBankHolidays(context.db, administrator)[0]).toMatchObject({ checkedOn: '2026-03-03' });
});

test('checking a nation against the official list notes the day for that nation alone', () => {
	const { context, administrator } = office();
	seedBankHolidays(context);
	noteHolidaysChecked(context, administrator, 'scotland');
	const checked = listBankHolidays(context.db, administrator).filter(({ checkedOn }) => checkedOn === '2026-03-03');
	expect([...new Set(checked.map(({ nation }) => nation))]).toEqual(['scotland']);
});

test('nobody but administrators and leads changes closures and bank holidays', () => {
	const { context, areaId } = office();
	expect(addClosure(context, givenStaff(context, { roles: ['lead'] }), easter)).toMatchObject({ done: true });
	for (const role of ['coordinator', 'facilitator', 'partner-support'] as const) {
		const other = givenStaff(context, { roles: [role], areaIds: [areaId] });
		expect(addClosure(context, other, easter)).toMatchObject({ code: 'not-found' });
		expect(removeClosure(context, other, asId<Id<'closure'>>('x'))).toMatchObject({ code: 'not-found' });
		const holiday = { nation: 'scotland', date: day('2026-06-15'), title: 'x' } as const;
		expect(addBankHoliday(context, other, holiday)).toMatchObject({ code: 'not-found' });
		expect(removeBankHoliday(context, other, asId<Id<'bank-holiday'>>('x'))).toMatchObject({ code: 'not-found' });
		expect(noteHolidaysChecked(context, other, 'scotland')).toMatchObject({ code: 'not-found' });
	}
});
