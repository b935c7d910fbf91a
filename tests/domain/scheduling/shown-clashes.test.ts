import { expect, test } from 'vitest';
import type { Clash } from '#app/domain/scheduling/clashes.ts';
import { sentenceForClash, shownClashes } from '#app/domain/scheduling/shown-clashes.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type CohortId, type RoomId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';

const day = calendarDay('2026-01-13');
const at = (otherCohortId: string) => ({
	planNumber: 1,
	day,
	otherCohortId: asId<CohortId>(otherCohortId),
	otherPlanNumber: 4,
});
const facilitator = (cohort: string): Clash => ({
	...at(cohort),
	kind: 'facilitator-double-booked',
	staffId: asId<StaffId>('sam'),
});
const room = (cohort: string): Clash => ({ ...at(cohort), kind: 'room-double-booked', roomId: asId<RoomId>('r1') });
const sides = (cohort: string): Clash => ({
	...at(cohort),
	kind: 'both-sides-one-venue-one-day',
	venueId: asId<VenueId>('v1'),
});

test('a clash with a cohort that somebody may know of names it', () => {
	const [clash] = shownClashes([room('a')], () => 'Tuesday group');
	expect(sentenceForClash(clash!, '')).toBe('Tuesday group is in the room at that time');
});

test.each([[[facilitator('x')]], [[room('x')]], [[sides('x')]], [[room('x'), sides('x'), facilitator('y')]]])(
	'whatever the cause, a clash with what somebody may not know of is the same and is there once',
	(clashes: Clash[]) => {
		const shown = shownClashes(clashes, () => null);
		expect(shown).toEqual([{ planNumber: 1, day, kind: 'not-available' }]);
		expect(sentenceForClash(shown[0]!, 'Sam')).toBe('This slot is not available');
	},
);
