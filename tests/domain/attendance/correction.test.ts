import { expect, test } from 'vitest';
import { isCorrection, mayCorrect } from '#app/domain/attendance/correction.ts';
import type { RegisterRow } from '#app/domain/attendance/register.ts';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { instant, plusSeconds } from '#app/domain/shared/instant.ts';
import { timeOfPlan } from './facts.ts';

const session = { time: timeOfPlan(1) };
const facilitator = { facilitates: true, oversees: false };
const coordinator = { facilitates: false, oversees: true };
const both = { facilitates: true, oversees: true };
const nobody = { facilitates: false, oversees: false };

// The session is on Tuesday 13 January 2026; the seventh day after it is Tuesday 20 January.
const seventhDay = instant('2026-01-20T23:59:59Z');
const eighthDay = instant('2026-01-21T00:00:00Z');

const rules: [string, typeof facilitator, typeof seventhDay, string][] = [
	['a facilitator corrects freely until the end of the seventh day', facilitator, seventhDay, 'freely'],
	['a facilitator corrects no more on the eighth day', facilitator, eighthDay, 'not-any-more'],
	['a coordinator or lead corrects freely within the seven days', coordinator, seventhDay, 'freely'],
	['a coordinator or lead gives a reason from the eighth day on', coordinator, eighthDay, 'needs-reason'],
	['a coordinator who facilitates gives a reason too', both, eighthDay, 'needs-reason'],
	['anybody else never corrects', nobody, seventhDay, 'never'],
];
for (const [name, hand, now, leave] of rules) {
	test(name, () => expect(mayCorrect(hand, session, now)).toBe(leave));
}

test('the seven days are days on the calendar, also when the clocks change', () => {
	const lateMarch = { time: timeOfPlan(11) };
	expect(lateMarch.time.day).toBe('2026-03-24');
	expect(mayCorrect(facilitator, lateMarch, instant('2026-03-31T22:59:59Z'))).toBe('freely');
	expect(mayCorrect(facilitator, lateMarch, instant('2026-03-31T23:00:00Z'))).toBe('not-any-more');
});

test('an individual session without a time is open to correction', () => {
	expect(mayCorrect(facilitator, { time: null }, eighthDay)).toBe('freely');
});

const row: RegisterRow = {
	enrolmentId: asId<EnrolmentId>('e1'),
	expected: true,
	mark: null,
	minutes: null,
	reason: null,
	note: null,
	markedAt: null,
	version: 1,
};
const attended = { mark: 'attended', minutes: null, reason: null, note: null } as const;

test('filling in a row that nobody wrote is no correction, changing or clearing one is', () => {
	const written: RegisterRow = { ...row, ...attended, markedAt: seventhDay, version: 2 };
	expect(isCorrection(row, attended, session)).toBe(false);
	expect(isCorrection(written, { ...attended, mark: 'absent-no-contact' }, session)).toBe(true);
	expect(isCorrection(written, { ...attended, mark: null }, session)).toBe(true);
	expect(isCorrection({ ...row, markedAt: seventhDay, version: 3 }, attended, session)).toBe(true);
});

test('saving the same again is no correction', () => {
	expect(isCorrection({ ...row, ...attended, markedAt: seventhDay }, attended, session)).toBe(false);
});

test('an apology in advance is no record yet: who came after all is recorded, not corrected', () => {
	const { startsAt } = session.time;
	const apology: RegisterRow = { ...row, mark: 'absent-notified', reason: 'work', version: 2 };
	expect(isCorrection({ ...apology, markedAt: plusSeconds(startsAt, -1) }, attended, session)).toBe(false);
	expect(isCorrection({ ...apology, markedAt: startsAt }, attended, session)).toBe(true);
});
