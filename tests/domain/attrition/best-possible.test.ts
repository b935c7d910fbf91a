import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttendanceFact } from '#app/domain/attendance/attendance-fact.ts';
import { bestPossible } from '#app/domain/attrition/best-possible.ts';
import type { PersonOnProgramme } from '#app/domain/attrition/reach.ts';
import type { CompletionRule, PlanKind, Programme } from '#app/domain/programmes/programme.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { fact, facts, timeOfPlan } from '../attendance/facts.ts';

type Rules = {
	withinDays?: number;
	plans?: number;
	completion?: Partial<CompletionRule>;
	allowed?: number;
	individual?: number[];
};

/** Ten plans, eight of them needed, two catch-ups within 28 days, unless the test says otherwise. */
function programme({ plans = 10, completion = {}, allowed = 2, withinDays = 28, individual = [] }: Rules = {}) {
	return {
		plans: Array.from({ length: plans }, (_, index) => ({
			number: index + 1,
			kind: (individual.includes(index + 1) ? 'individual' : 'group') satisfies PlanKind,
		})),
		thresholds: {
			lateMinutes: 15,
			catchUps: { allowed, withinDays },
			completion: {
				shareOfSessions: 0.8,
				requiredSessions: [],
				requiredIndividualSessions: 0,
				shareOfCoreActivities: null,
				...completion,
			},
		},
	} as unknown as Programme;
}

/** The marks so far, and every later session of the ten still to come; the moment is just after the last marked one. */
function person(letters: string, changes: Partial<PersonOnProgramme> = {}, plans = 10): PersonOnProgramme {
	const ahead = Array.from({ length: plans - letters.length }, (_, index) => toCome(letters.length + index + 1));
	return { facts: [...facts(letters), ...ahead], caughtUpPlans: [], joinsAtPlan: 1, isActive: true, ...changes };
}

function toCome(planNumber: number, changes: Partial<AttendanceFact> = {}): AttendanceFact {
	return fact(planNumber, null, { sessionState: 'scheduled', ...changes });
}

const after = (plan: number) => plusMinutes(timeOfPlan(plan).startsAt, 180);
const best = (letters: string, rules: Rules = {}, changes: Partial<PersonOnProgramme> = {}) =>
	bestPossible(person(letters, changes, rules.plans ?? 10), programme(rules), after(letters.length));

test('everything attended so far leaves everything possible', () => {
	expect(best('PPPP')).toEqual({
		received: 4,
		notRecorded: 0,
		toCome: 6,
		catchUpsOpen: 0,
		possible: 10,
		needed: 8,
		plans: 10,
		mayMiss: 4,
		requiredOutOfReach: [],
		individual: { needed: 0, possible: 0 },
		canComplete: true,
		standing: 'possible',
	});
});

const standings: [string, string, Rules, object][] = [
	[
		'four missed with two catch-ups left is the last chance',
		'PPPPNNNN',
		{},
		{ possible: 8, mayMiss: 0, standing: 'last-chance' },
	],
	[
		'five missed is out of reach',
		'PPPPNNNNN',
		{},
		{ possible: 7, canComplete: false, mayMiss: 0, standing: 'impossible' },
	],
	['without catch-ups three missed is out of reach', 'PNNN', { allowed: 0 }, { possible: 7, standing: 'impossible' }],
	['without catch-ups two missed is the last chance', 'PNN', { allowed: 0 }, { possible: 8, standing: 'last-chance' }],
	['eight received is reached, and the rest may be missed', 'PPPPPPPP', {}, { mayMiss: 2, standing: 'reached' }],
	['an excused absence counts like any other', 'PAAA', { allowed: 0 }, { possible: 7, standing: 'impossible' }],
	['stood down is not received', 'PSSS', { allowed: 0 }, { possible: 7, standing: 'impossible' }],
	[
		'not yet recorded may turn out received',
		'P...',
		{ allowed: 0 },
		{ notRecorded: 3, possible: 10, standing: 'possible' },
	],
	[
		'a cancelled plan is not received until it is delivered',
		'Pxxx',
		{},
		{ possible: 7, catchUpsOpen: 0, standing: 'impossible' },
	],
];
for (const [name, letters, rules, expected] of standings) {
	test(name, () => expect(best(letters, rules)).toMatchObject(expected));
}

test('the share asked for is rounded up to whole plans, and not by a trace of binary', () => {
	const needed = (shareOfSessions: number, plans: number) =>
		best('', { plans, completion: { shareOfSessions } }).needed;
	expect([needed(0.8, 17), needed(0.8, 10), needed(0.56, 25), needed(0.7, 10), needed(1, 17), needed(0, 17)]).toEqual([
		14, 8, 14, 7, 17, 0,
	]);
});

test('a done catch-up is received and uses up one of those allowed', () => {
	const rules = { allowed: 2 };
	expect(best('PPNNN', rules, { caughtUpPlans: [3] })).toMatchObject({ received: 3, catchUpsOpen: 1, possible: 9 });
	expect(best('PPNNN', rules, { caughtUpPlans: [3, 4] })).toMatchObject({ received: 4, catchUpsOpen: 0, possible: 9 });
});

test('more catch-ups than allowed leave none open and take nothing away', () => {
	expect(best('NNN', { allowed: 1 }, { caughtUpPlans: [1, 2] })).toMatchObject({ received: 2, catchUpsOpen: 0 });
});

test('a catch-up counts up to and with its last day', () => {
	const missedFirst = person('N', {}, 10);
	const open = (plan: number) =>
		bestPossible(missedFirst, programme(), plusMinutes(timeOfPlan(plan).startsAt, 0)).catchUpsOpen;
	expect([open(5), open(6)]).toEqual([1, 0]);
});

test('late by more than the programme’s minutes waits for its catch-up', () => {
	const late = { ...person('P'), facts: [fact(1, 'late', { minutes: 40 }), ...person('P').facts.slice(1)] };
	expect(bestPossible(late, programme(), after(1))).toMatchObject({ received: 0, catchUpsOpen: 1, possible: 10 });
});

test('an apology in advance is not to come, and may be caught up', () => {
	const sorry = toCome(2, { mark: 'absent-notified' });
	const withApology = { ...person('P'), facts: [fact(1, 'attended'), sorry, ...person('PP').facts.slice(2)] };
	expect(bestPossible(withApology, programme(), after(1))).toMatchObject({ toCome: 8, catchUpsOpen: 1, possible: 10 });
	expect(bestPossible(withApology, programme({ allowed: 0 }), after(1))).toMatchObject({ toCome: 8, possible: 9 });
});

test('plans from before a late joiner came count against the share', () => {
	const joinedAtThree = { facts: person('PPPP').facts.slice(2), joinsAtPlan: 3 };
	expect(best('PPPP', {}, joinedAtThree)).toMatchObject({ received: 2, toCome: 6, possible: 8, mayMiss: 2 });
	expect(best('PPPP', { allowed: 0 }, joinedAtThree)).toMatchObject({ mayMiss: 0, standing: 'last-chance' });
});

test('a plan that has no session yet is still to come', () => {
	expect(best('PP', {}, { facts: facts('PP') })).toMatchObject({ toCome: 8 });
});

test('somebody whose place has ended has what was received and no more', () => {
	const gone = {
		facts: [...facts('PPN'), ...[4, 5].map((plan) => toCome(plan, { expected: false }))],
		isActive: false,
	};
	expect(best('PPN', {}, gone)).toMatchObject({ received: 2, toCome: 0, catchUpsOpen: 0, standing: 'impossible' });
});

test('a required plan out of reach makes completion impossible, whatever the share', () => {
	const required = { completion: { requiredSessions: [9] } };
	const outOfReach = { received: 9, requiredOutOfReach: [9], canComplete: false, standing: 'impossible' };
	expect(best('PPPPPPPPNP', { ...required, allowed: 0 })).toMatchObject(outOfReach);
	expect(best('PPPPPPPPxP', required)).toMatchObject(outOfReach);
	expect(best('PPPPPPPPNP', required)).toMatchObject({ requiredOutOfReach: [], standing: 'last-chance' });
	expect(best('PPPPPPPP', required).standing).toBe('possible');
});

test('required plans share the catch-ups that are left', () => {
	const required = (requiredSessions: number[]) => best('PPPPPNNN', { completion: { requiredSessions } });
	expect(required([6, 7]).canComplete).toBe(true);
	expect(required([6, 7, 8]).canComplete).toBe(false);
});

test('individual sessions are asked for by number', () => {
	const rules = { individual: [9, 10], completion: { requiredIndividualSessions: 2 } };
	expect(best('PPPPPPPP', rules)).toMatchObject({ individual: { needed: 2, possible: 2 }, standing: 'possible' });
	expect(best('PPPPPPPPNP', { ...rules, allowed: 0 })).toMatchObject({
		received: 9,
		individual: { needed: 2, possible: 1 },
		standing: 'impossible',
	});
	expect(best('PPPPPPPPPP', rules).standing).toBe('reached');
	expect(best('PPPPPPPPNP', rules)).toMatchObject({ individual: { possible: 2 }, canComplete: true });
});

test('an individual session that nobody booked is to come', () => {
	const rules = { individual: [10] };
	const unbooked = { facts: [...facts('PPPPPPPPP'), toCome(10, { startsAt: null })] };
	expect(best('PPPPPPPPP', rules, unbooked)).toMatchObject({ toCome: 1, possible: 10 });
});

test('missing as many as may be missed still completes, and one more does not', () => {
	const past = fc.string({ unit: fc.constantFrom('P', 'P', 'N', 'A', 'S'), minLength: 0, maxLength: 9 });
	fc.assert(
		fc.property(past, fc.integer({ min: 0, max: 3 }), (letters, allowed) => {
			const rules = { allowed, withinDays: 1000 };
			const { canComplete, mayMiss } = best(letters, rules);
			const ahead = 10 - letters.length;
			const completesMissing = (missed: number) =>
				best(letters + 'N'.repeat(missed) + 'P'.repeat(ahead - missed), rules).canComplete;
			expect(completesMissing(mayMiss)).toBe(canComplete);
			if (mayMiss < ahead) expect(completesMissing(mayMiss + 1)).toBe(false);
		}),
		{ numRuns: 200 },
	);
});
