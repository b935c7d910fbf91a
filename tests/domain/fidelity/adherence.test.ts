import { expect, test } from 'vitest';
import type { ActivityRating } from '#app/domain/fidelity/activity-ratings.ts';
import { cohortAdherence, fidelityBand, type LoggedSession, sessionAdherence } from '#app/domain/fidelity/adherence.ts';
import { minutesDose, sessionDose, sessionsDose } from '#app/domain/fidelity/dose.ts';
import type { SessionState } from '#app/domain/scheduling/session.ts';
import { timeOfPlan } from '../attendance/facts.ts';

const activities = [
	{ key: 'a', core: true, minutes: 30 },
	{ key: 'b', core: true, minutes: 50 },
	{ key: 'c', core: false, minutes: 40 },
];

/** A held session of the three activities with these ratings and actual minutes; null is no log at all. */
function logged(ratings: Record<string, [ActivityRating, (number | null)?]> | null): LoggedSession {
	return {
		activities,
		ratings:
			ratings &&
			Object.entries(ratings).map(([activityKey, [rating, minutes = null]]) => ({
				activityKey,
				rating,
				minutes,
				reason: null,
			})),
	};
}

test('adherence is delivered out of planned, with core, adaptable and as intended apart', () => {
	const session = logged({ a: ['as-intended'], b: ['not-delivered'], c: ['content-changed'] });
	expect(sessionAdherence(session)).toEqual({
		planned: 3,
		missing: 0,
		coreMissing: 0,
		delivered: { count: 2, outOf: 3, percent: 67 },
		core: { count: 1, outOf: 2, percent: 50 },
		adaptable: { count: 1, outOf: 1, percent: 100 },
		asIntended: { count: 1, outOf: 3, percent: 33 },
	});
});

test('an activity that nobody rated is missing, never not delivered', () => {
	expect(sessionAdherence(logged({ a: ['as-intended'] }))).toEqual({
		planned: 3,
		missing: 2,
		coreMissing: 1,
		delivered: { count: 1, outOf: 1, percent: 100 },
		core: { count: 1, outOf: 1, percent: 100 },
		adaptable: { count: 0, outOf: 0, percent: null },
		asIntended: { count: 1, outOf: 1, percent: 100 },
	});
});

test('a session without a log has no adherence and no dose', () => {
	expect(sessionAdherence(logged(null))).toBeNull();
	expect(sessionDose(logged(null))).toBeNull();
});

test('a rating of an activity that the plan does not have counts nowhere', () => {
	expect(sessionAdherence(logged({ a: ['as-intended'], z: ['as-intended'] }))).toMatchObject({
		planned: 3,
		delivered: { count: 1, outOf: 1 },
	});
});

test('a cohort’s adherence adds the activities of its sessions, and those without a log are missing', () => {
	const whole = logged({ a: ['as-intended'], b: ['as-intended'], c: ['as-intended'] });
	const part = logged({ a: ['delivery-changed'], b: ['not-delivered'] });
	expect(cohortAdherence([whole, part, logged(null)])).toEqual({
		planned: 9,
		missing: 4,
		coreMissing: 2,
		delivered: { count: 4, outOf: 5, percent: 80 },
		core: { count: 3, outOf: 4, percent: 75 },
		adaptable: { count: 1, outOf: 1, percent: 100 },
		asIntended: { count: 3, outOf: 5, percent: 60 },
		sessions: 3,
		sessionsWithLog: 2,
	});
});

test('a cohort without a held session has nothing to show, which is not 0%', () => {
	expect(cohortAdherence([])).toMatchObject({ planned: 0, sessions: 0, delivered: { outOf: 0, percent: null } });
});

test('a band goes by the whole percentage that is shown', () => {
	const bands = { good: 80, watch: 60 };
	const cases = [100, 80, 79, 60, 59, 0, null].map((percent) => fidelityBand(percent, bands));
	expect(cases).toEqual(['good', 'good', 'watch', 'watch', 'act', 'act', null]);
	expect(fidelityBand(70, { good: 70, watch: 50 })).toBe('good');
});

test('dose is minutes delivered out of minutes planned for the activities whose minutes are known', () => {
	const session = logged({ a: ['as-intended', 30], b: ['not-delivered', 0], c: ['as-intended'] });
	expect(sessionDose(session)).toEqual({ minutes: { count: 30, outOf: 80, percent: 38 }, missing: 1 });
});

test('more minutes than planned is more than 100%', () => {
	expect(sessionDose(logged({ a: ['as-intended', 45] }))?.minutes.percent).toBe(150);
});

test('a cohort’s minutes add up over its sessions, and one without a log is missing throughout', () => {
	const full = logged({ a: ['as-intended', 30], b: ['as-intended', 50], c: ['as-intended', 40] });
	expect(minutesDose([full, full, logged(null)])).toEqual({
		minutes: { count: 240, outOf: 240, percent: 100 },
		missing: 3,
	});
});

const session = (planNumber: number, state: SessionState) => ({ state, time: timeOfPlan(planNumber) });
const weekFour = timeOfPlan(4).endsAt;

test('sessions held are out of those that had to be held by now', () => {
	const course = [
		session(1, 'held'),
		session(2, 'cancelled'),
		session(3, 'held'),
		session(4, 'scheduled'),
		session(5, 'scheduled'),
	];
	expect(sessionsDose(course, weekFour)).toEqual({
		sessions: { count: 2, outOf: 3, percent: 67 },
		unanswered: 1,
		planned: 5,
	});
});

test('a session cancelled ahead of its day, and an unbooked one, count neither way yet', () => {
	const course = [session(1, 'held'), session(9, 'cancelled'), { state: 'scheduled', time: null } as const];
	expect(sessionsDose(course, weekFour)).toEqual({
		sessions: { count: 1, outOf: 1, percent: 100 },
		unanswered: 0,
		planned: 3,
	});
});
