import { expect, test } from 'vitest';
import type { CatchUp } from '#app/domain/attendance/catch-ups.ts';
import { type MendingLimits, wayToMend } from '#app/domain/fidelity/mend-content.ts';

const limits = (more: Partial<MendingLimits> = {}) => ({ left: 1, mayOverride: false, isActive: true, ...more });
const catchUp = (state: CatchUp['state']): CatchUp => {
	return { planNumber: 2, state, missedOn: null, lastDay: null, sessionId: null, day: null };
};

test('content of a session that was missed is made up for by a catch-up, within its limits', () => {
	expect(wayToMend('missed', catchUp('needed'), limits())).toBe('book');
	expect(wayToMend('in-part', catchUp('needed'), limits())).toBe('book');
	expect(wayToMend('missed', catchUp('needed'), limits({ left: 0 }))).toBe('none-left');
	expect(wayToMend('missed', catchUp('expired'), limits())).toBe('ask-lead');
	expect(wayToMend('missed', catchUp('expired'), limits({ mayOverride: true }))).toBe('book-late');
	expect(wayToMend('missed', catchUp('expired'), limits({ mayOverride: true, left: 0 }))).toBe('none-left');
	expect(wayToMend('missed', catchUp('booked'), limits({ left: 0 }))).toBe('booked');
});

test('what was left out while they were there is no catch-up’s, nor is a session that did not go ahead', () => {
	expect(wayToMend('not-delivered', null, limits())).toBe('deliver-again');
	expect(wayToMend('not-delivered', catchUp('done'), limits())).toBe('deliver-again');
	expect(wayToMend('not-held', null, limits())).toBe('schedule-again');
});

test('nothing is proposed of a place that has ended', () => {
	expect(wayToMend('missed', catchUp('needed'), limits({ isActive: false }))).toBe('nothing');
});
