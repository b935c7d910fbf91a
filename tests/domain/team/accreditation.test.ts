import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { type Accreditation, hasLapsed, isAccredited, toBeRenewed } from '#app/domain/team/accreditation.ts';

function held(from: string, to: string | null, programmeSlug = 'caring-dads'): Accreditation {
	return { programmeSlug, accreditedOn: calendarDay(from), expiresOn: to === null ? null : calendarDay(to) };
}
const on = (day: string, ...all: Accreditation[]) => isAccredited(all, 'caring-dads', calendarDay(day));

test('an accreditation holds from its first day to its last, and without an end until further notice', () => {
	const one = held('2025-03-10', '2026-03-10');
	expect([on('2025-03-09', one), on('2025-03-10', one), on('2026-03-10', one), on('2026-03-11', one)]).toEqual([
		false,
		true,
		true,
		false,
	]);
	expect(on('2049-01-01', held('2025-03-10', null))).toBe(true);
});

test('an accreditation holds for its own programme, and one that was renewed holds on', () => {
	expect(on('2026-01-01', held('2025-01-01', null, 'inspiring-families'))).toBe(false);
	expect(on('2026-03-11', held('2025-03-10', '2026-03-10'), held('2026-03-01', '2027-03-10'))).toBe(true);
});

test('it has lapsed for who held one that ended and none that holds: not for who never did, or only will', () => {
	const days = (from: string, to: string | null) => ({
		from: calendarDay(from),
		until: to === null ? null : calendarDay(to),
	});
	const ended = days('2024-03-10', '2025-03-10');
	const lapsed = (day: string, ...all: Parameters<typeof hasLapsed>[0]) => hasLapsed(all, calendarDay(day));
	expect([lapsed('2025-03-10', ended), lapsed('2025-03-11', ended), lapsed('2025-03-11')]).toEqual([
		false,
		true,
		false,
	]);
	expect(lapsed('2025-03-11', ended, days('2025-03-11', null))).toBe(false);
	expect(lapsed('2025-03-11', ended, days('2025-03-12', null))).toBe(true);
	expect(lapsed('2025-03-11', days('2025-03-12', null))).toBe(false);
});

test('what ends within sixty days is to be renewed, and what ended as long ago at the most', () => {
	const today = calendarDay('2026-03-10');
	const soon = held('2025-01-01', '2026-05-09');
	const later = held('2025-01-01', '2026-05-10');
	const ended = held('2025-01-01', '2026-01-09');
	const longEnded = held('2025-01-01', '2026-01-08');
	expect(toBeRenewed([soon], today)).toEqual([soon]);
	expect(toBeRenewed([later], today)).toEqual([]);
	expect(toBeRenewed([ended], today)).toEqual([ended]);
	expect(toBeRenewed([longEnded], today)).toEqual([]);
	expect(toBeRenewed([held('2025-01-01', null)], today)).toEqual([]);
});

test('nothing is to be renewed that another of the same programme outlasts', () => {
	const today = calendarDay('2026-03-10');
	const soon = held('2025-01-01', '2026-04-01');
	expect(toBeRenewed([soon, held('2026-03-01', '2028-03-01')], today)).toEqual([]);
	expect(toBeRenewed([soon, held('2026-03-01', null)], today)).toEqual([]);
	expect(toBeRenewed([soon, held('2026-03-01', null, 'inspiring-families')], today)).toEqual([soon]);
});
