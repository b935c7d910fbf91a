import { expect, test } from 'vitest';
import type { VenueDays } from '#app/domain/scheduling/venue-days.ts';
import { asId, type VenueId } from '#app/domain/shared/ids.ts';
import { setVenueDays } from '#app/use-cases/places/set-venue-days.ts';
import { findVenue } from '#db/queries/places.ts';
import { findVenueRules, listVenueDays } from '#db/queries/planning/venue-days.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';

function office() {
	const context = testContext({ now: '2026-01-20T12:00:00Z' });
	const place = givenPlaces(context, 'Northfield', { daysOf: null });
	const lead = givenStaff(context, { roles: ['lead'] });
	const { venueId } = place;
	const set = (days: VenueDays, change: object = {}) =>
		setVenueDays(context, lead, { venueId, version: 1, days, travelPoint: null, accepted: false, ...change });
	const rulesFor = (side: 'perpetrator' | 'survivor') => findVenueRules(context.db, venueId, side);
	return { context, ...place, lead, set, rulesFor };
}

test('each weekday belongs to one side or to neither, and what is said anew takes the place of what was', () => {
	const { context, venueId, set, rulesFor } = office();
	expect(set({ friday: 'perpetrator', monday: 'perpetrator', tuesday: 'survivor' })).toMatchObject({ done: true });
	expect(rulesFor('perpetrator')).toEqual({ venueDays: ['monday', 'friday'], travelPoint: null });
	expect(rulesFor('survivor')).toEqual({ venueDays: ['tuesday'], travelPoint: null });
	expect(set({ monday: 'survivor' }, { version: 2, travelPoint: 'Bus station' })).toMatchObject({ done: true });
	expect(rulesFor('perpetrator')).toEqual({ venueDays: [], travelPoint: 'Bus station' });
	expect(rulesFor('survivor').venueDays).toEqual(['monday']);
	expect(trailOf(context).map(({ action, record }) => [action, record])).toEqual([
		['venue-days-set', `venue ${venueId}`],
		['venue-days-set', `venue ${venueId}`],
	]);
});

test('each side sees its own days only; who decides sees all; an administrator sees none', () => {
	const { context, areaId, venueId, lead, set } = office();
	set({ monday: 'perpetrator', tuesday: 'survivor' });
	const seenBy = (
		roles: readonly ('coordinator' | 'administrator')[],
		sides: readonly ('perpetrator' | 'survivor')[],
	) => listVenueDays(context.db, givenStaff(context, { roles, areaIds: [areaId], sides })).get(venueId);
	expect(seenBy(['coordinator'], ['perpetrator'])).toEqual({ monday: 'perpetrator' });
	expect(seenBy(['coordinator'], ['survivor'])).toEqual({ tuesday: 'survivor' });
	expect(seenBy(['coordinator'], ['perpetrator', 'survivor'])).toEqual({ monday: 'perpetrator', tuesday: 'survivor' });
	expect(seenBy(['administrator'], ['perpetrator'])).toBeUndefined();
	expect(listVenueDays(context.db, lead).get(venueId)).toEqual({ monday: 'perpetrator', tuesday: 'survivor' });
});

test('sessions to come on days that would not be their side’s take a tick; past ones and professionals’ do not', () => {
	const { context, set, rulesFor, ...place } = office();
	const at = { areaId: place.areaId, venueId: place.venueId };
	givenCohort(context, { ...at, name: 'Over', firstDay: '2026-01-15', sessionCount: 1 });
	givenCohort(context, { ...at, name: 'Course', side: 'professional', firstDay: '2026-01-22' });
	givenCohort(context, { ...at, name: 'Wednesday group', firstDay: '2026-01-21', sessionCount: 2 });
	givenCohort(context, { ...at, name: 'Friday group', side: 'survivor', firstDay: '2026-01-23', sessionCount: 2 });
	expect(set({ wednesday: 'survivor', friday: 'survivor' })).toMatchObject({
		code: 'sessions-stand',
		details: { cohorts: ['Wednesday group'] },
	});
	expect(rulesFor('survivor').venueDays).toEqual([]);
	expect(set({ wednesday: 'survivor', friday: 'survivor' }, { accepted: true })).toMatchObject({ done: true });
	expect(set({ wednesday: 'perpetrator', friday: 'survivor' }, { version: 2 })).toMatchObject({ done: true });
});

test('only a lead decides, on what they looked at', () => {
	const { context, venueId, lead, set } = office();
	const change = { venueId, version: 1, days: {}, travelPoint: null, accepted: false };
	for (const roles of [['coordinator'], ['administrator'], ['partner-support']] as const) {
		const other = givenStaff(context, { roles: [...roles] });
		expect(setVenueDays(context, other, change)).toMatchObject({ code: 'not-found' });
	}
	expect(setVenueDays(context, lead, { ...change, venueId: asId<VenueId>('x') })).toMatchObject({ code: 'not-found' });
	set({ monday: 'survivor' });
	expect(set({})).toMatchObject({ code: 'changed-meanwhile', details: { version: 2 } });
	expect(findVenue(context.db, lead, venueId)).toMatchObject({ version: 2 });
});
