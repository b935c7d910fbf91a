import { expect, test } from 'vitest';
import { invitationValues, isSameEvent, whyDropped } from '#app/domain/reminders/calendar-invitation.ts';
import { instant } from '#app/domain/shared/instant.ts';

const EVENT = {
	...{ title: 'Group session 7', place: 'Northfield Centre' },
	...{ startsAt: instant('2026-03-31T17:30:00Z'), endsAt: instant('2026-03-31T19:45:00Z') },
};

test('two events show the same only if title, place, beginning and end all are', () => {
	expect(isSameEvent(EVENT, { ...EVENT })).toBe(true);
	expect(isSameEvent(EVENT, { ...EVENT, title: 'Session 7' })).toBe(false);
	expect(isSameEvent(EVENT, { ...EVENT, place: null })).toBe(false);
	expect(isSameEvent(EVENT, { ...EVENT, startsAt: instant('2026-03-31T17:00:00Z') })).toBe(false);
	expect(isSameEvent(EVENT, { ...EVENT, endsAt: instant('2026-03-31T20:00:00Z') })).toBe(false);
});

test('its mail is filled with the day and the two wall times in words', () => {
	expect(invitationValues(EVENT)).toEqual({
		...{ title: 'Group session 7', place: 'Northfield Centre', day: 'Tuesday 31 March 2026' },
		...{ time: '6:30pm', until: '8:45pm' },
	});
	expect(invitationValues({ ...EVENT, place: null }).place).toBeNull();
});

test('a cancellation that is not wanted any more is out of date, even if nothing is wanted at all', () => {
	const cancel = { method: 'cancel', useBy: EVENT.endsAt } as const;
	const wantsNone = { isActive: true, wantsSince: null };
	const dropped = whyDropped(cancel, wantsNone, null, EVENT.startsAt);
	expect(dropped).toEqual({ state: 'suppressed', reason: 'out-of-date' });
});
