import { expect, test } from 'vitest';
import { glanceAtCohort } from '#app/domain/cohorts/cohort-glance.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { drawnCohort } from './drawn-cohort.ts';

const { sessions } = drawnCohort('H X H s s');
const open = (planNumber: number, expected = true) => ({
	sessionId: sessions[planNumber - 1]!.id,
	expected,
	mark: null,
});

test('progress is the plan that the cohort has reached, cancelled sessions on the way included', () => {
	const glance = glanceAtCohort(sessions, [], [], instant('2026-01-27T18:30:00Z'));
	expect(glance).toMatchObject({ reached: 4, sessions: 5, next: { planNumber: 5, day: '2026-02-03' } });
});

test('before the first session nothing is reached', () => {
	expect(glanceAtCohort(sessions, [], [], instant('2026-01-01T09:00:00Z')).reached).toBe(0);
});

test('after the last session nothing is next', () => {
	expect(glanceAtCohort(sessions, [], [], instant('2026-03-01T09:00:00Z')).next).toBeNull();
});

test('a register is open when its session is over and somebody expected has no mark', () => {
	const unrecorded = [open(1), open(1), open(2), open(3, false), open(4)];
	expect(glanceAtCohort(sessions, [], unrecorded, instant('2026-01-22T09:00:00Z')).openRegisters).toBe(1);
	expect(glanceAtCohort(sessions, [], unrecorded, instant('2026-01-28T09:00:00Z')).openRegisters).toBe(2);
});

test('losses before the first session attended stay apart from those after it', () => {
	const places = [
		{ state: 'on-programme', hasAttended: true },
		{ state: 'left', hasAttended: true },
		{ state: 'completed', hasAttended: true },
		{ state: 'removed', hasAttended: false },
		{ state: 'enrolled', hasAttended: false },
	] as const;
	const { startedCount } = glanceAtCohort(sessions, places, [], instant('2026-01-22T09:00:00Z'));
	expect(startedCount).toEqual({ started: 3, stayed: 2, notYetStarted: 1, neverStarted: 1 });
});
