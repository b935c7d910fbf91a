import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttendanceFact } from '#app/domain/attendance/attendance-fact.ts';
import { bestPossible } from '#app/domain/attrition/best-possible.ts';
import type { PlanKind, Programme } from '#app/domain/programmes/programme.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { fact, timeOfPlan } from '../attendance/facts.ts';

/**
 * What is known of a plan for one person: had, missed and in time or too late to be caught up, too late and booked all the
 * same, held and not answered for, cancelled, an apology for a session to come, to come, made up for, or held before they joined.
 */
const KINDS = [
	...(['had', 'missed', 'expired', 'booked', 'unanswered', 'cancelled', 'apology', 'to-come'] as const),
	...(['made-up', 'not-expected'] as const),
] as const;
type Kind = (typeof KINDS)[number];

type World = {
	readonly kinds: readonly Kind[];
	readonly individual: readonly number[];
	readonly required: readonly number[];
	readonly needIndividual: number;
	readonly share: number;
	readonly allowed: number;
};

const worlds: fc.Arbitrary<World> = fc.integer({ min: 1, max: 7 }).chain((plans) => {
	const numbers = Array.from({ length: plans }, (_, index) => index + 1);
	return fc.record({
		kinds: fc.array(fc.constantFrom(...KINDS, 'missed', 'missed', 'missed'), { minLength: plans, maxLength: plans }),
		individual: fc.subarray(numbers),
		required: fc.subarray(numbers, { maxLength: Math.min(3, plans) }),
		needIndividual: fc.integer({ min: 0, max: 3 }),
		share: fc.constantFrom(0, 0, 0.3, 0.5, 0.8, 1),
		allowed: fc.integer({ min: 0, max: 3 }),
	});
});

const leftOf = ({ kinds, allowed }: World) => Math.max(0, allowed - kinds.filter((kind) => kind === 'made-up').length);

/** Every way in which it may still turn out, one after the other: the slow and obvious answer. */
function canCompleteByTrying(world: World): boolean {
	const { kinds, individual, required, needIndividual, share } = world;
	const left = leftOf(world);
	const endings = (kind: Kind): readonly ('yes' | 'no' | 'catch-up')[] => {
		if (kind === 'had' || kind === 'made-up') return ['yes'];
		if (kind === 'cancelled' || kind === 'expired' || kind === 'not-expected') return ['no'];
		if (kind === 'missed' || kind === 'apology' || kind === 'booked') return ['no', 'catch-up'];
		return ['yes', 'no', 'catch-up'];
	};
	const complete = (ended: readonly ('yes' | 'no' | 'catch-up')[]) => {
		const received = ended.flatMap((how, index) => (how === 'no' ? [] : [index + 1]));
		return (
			ended.filter((how) => how === 'catch-up').length <= left &&
			received.length >= share * kinds.length - 1e-9 &&
			required.every((plan) => received.includes(plan)) &&
			received.filter((plan) => individual.includes(plan)).length >= needIndividual
		);
	};
	const tryFrom = (ended: readonly ('yes' | 'no' | 'catch-up')[]): boolean => {
		const kind = kinds[ended.length];
		return kind ? endings(kind).some((how) => tryFrom([...ended, how])) : complete(ended);
	};
	return tryFrom([]);
}

/**
 * How many sessions to come may be missed, whichever they are, and enough be received all the same; required plans are said
 * apart, so that here they ask for nothing. None when it is not to be had at all.
 */
function mayMissByTrying(world: World): number {
	if (!canCompleteByTrying(world)) return 0;
	const toCome = world.kinds.flatMap((kind, index) => (kind === 'to-come' ? [index] : []));
	const withoutRequired = { ...world, required: [], needIndividual: 0 };
	const standsWithout = (missed: readonly number[]) =>
		canCompleteByTrying({
			...withoutRequired,
			kinds: world.kinds.map((kind, index) => (missed.includes(index) ? 'missed' : kind)),
		});
	const waysOf = (count: number, from: readonly number[]): (readonly number[])[] =>
		count === 0
			? [[]]
			: from.flatMap((one, at) => waysOf(count - 1, from.slice(at + 1)).map((others) => [one, ...others]));
	const counts = [...toCome.map((_, index) => index + 1)];
	return Math.max(0, ...counts.filter((count) => waysOf(count, toCome).every(standsWithout)));
}

function factOf(kind: Kind, plan: number, isIndividual: boolean): AttendanceFact {
	const been = { startsAt: timeOfPlan(plan).startsAt };
	const longAgo = { startsAt: timeOfPlan(plan - 20).startsAt };
	const ahead = { startsAt: timeOfPlan(plan + 8).startsAt, sessionState: 'scheduled' } as const;
	switch (kind) {
		case 'had':
			return fact(plan, 'attended', been);
		case 'expired':
		case 'booked':
			return fact(plan, 'absent-no-contact', longAgo);
		case 'not-expected':
			return fact(plan, null, { ...been, expected: false });
		case 'missed':
			return fact(plan, 'absent-no-contact', been);
		case 'made-up':
			return fact(plan, 'absent-notified', been);
		case 'unanswered':
			return fact(plan, null, { ...been, sessionState: plan % 2 ? 'held' : 'scheduled' });
		case 'cancelled':
			return fact(plan, null, { ...been, sessionState: 'cancelled' });
		case 'apology':
			return fact(plan, 'absent-notified', ahead);
		case 'to-come':
			return fact(plan, null, isIndividual ? { ...ahead, startsAt: null } : ahead);
	}
}

/**
 * All sessions that have been lie before all that are to come, whatever the plan numbers; but for the
 * expired, in time for a catch-up.
 */
function answerOf({ kinds, individual, required, needIndividual, share, allowed }: World) {
	const now = plusMinutes(timeOfPlan(8).startsAt, 180);
	const facts = kinds.map((kind, index) => factOf(kind, index + 1, individual.includes(index + 1)));
	const programme = {
		plans: kinds.map((_, index) => ({
			number: index + 1,
			kind: (individual.includes(index + 1) ? 'individual' : 'group') satisfies PlanKind,
		})),
		thresholds: {
			lateMinutes: 15,
			catchUps: { allowed, withinDays: 100 },
			completion: {
				shareOfSessions: share,
				requiredSessions: required,
				requiredIndividualSessions: needIndividual,
				shareOfCoreActivities: null,
			},
		},
	} as unknown as Programme;
	const caughtUpPlans = kinds.flatMap((kind, index) => (kind === 'made-up' ? [index + 1] : []));
	const bookedPlans = kinds.flatMap((kind, index) => (kind === 'booked' ? [index + 1] : []));
	return bestPossible({ facts, caughtUpPlans, bookedPlans, joinsAtPlan: 1, isActive: true }, programme, now);
}

test('the best possible is possible, and what it calls impossible is: as trying every way out says', () => {
	let possible = 0;
	fc.assert(
		fc.property(worlds, (world) => {
			const answer = canCompleteByTrying(world);
			if (answer) possible += 1;
			expect(answerOf(world).canComplete).toBe(answer);
		}),
		{ numRuns: 700 },
	);
	expect(possible).toBeGreaterThan(50);
});

test('received, not answered for, to come and open catch-ups are what is counted by hand, and may be missed what trying allows', () => {
	const mayMiss = new Set<number>();
	fc.assert(
		fc.property(worlds, (world) => {
			const count = (...kinds: Kind[]) => world.kinds.filter((kind) => kinds.includes(kind)).length;
			const answer = answerOf(world);
			expect(answer).toMatchObject({
				...{ received: count('had', 'made-up'), notRecorded: count('unanswered'), toCome: count('to-come') },
				catchUpsOpen: Math.min(leftOf(world), count('missed', 'apology', 'booked')),
				mayMiss: mayMissByTrying(world),
			});
			mayMiss.add(answer.mayMiss);
			const isOpen = answer.standing === 'possible' || answer.standing === 'last-chance';
			if (isOpen) expect(answer.standing).toBe(answer.mayMiss === 0 ? 'last-chance' : 'possible');
			expect(answer.standing === 'impossible').toBe(!canCompleteByTrying(world));
		}),
		{ numRuns: 700 },
	);
	expect(mayMiss.size).toBeGreaterThan(2);
});
