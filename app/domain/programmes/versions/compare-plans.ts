import type { Activity, SessionPlan } from '../programme.ts';

/** The parts of a plan that an author can write and that are compared as a whole. */
export const COMPARED = ['title', 'aim', 'minutes', 'materials', 'guidance', 'homework'] as const;
export type Compared = (typeof COMPARED)[number];

/** One plan in two versions, and in what they differ. */
export type PlanCompared = {
	readonly before: SessionPlan;
	readonly after: SessionPlan;
	readonly differing: readonly Compared[];
	readonly activities: readonly ActivityCompared[];
	/** The activities that both have stand in another order. */
	readonly isReordered: boolean;
	readonly isSame: boolean;
};

/** One activity in two versions: null where that version has none. */
export type ActivityCompared = {
	readonly before: Activity | null;
	readonly after: Activity | null;
	readonly state: 'same' | 'changed' | 'added' | 'removed';
};

/** The plans of two versions side by side, by number. Two versions over one shipped version have the same numbers. */
export function comparePlans(before: readonly SessionPlan[], after: readonly SessionPlan[]): readonly PlanCompared[] {
	return before.flatMap((plan) => {
		const other = after.find(({ number }) => number === plan.number);
		return other ? [comparePlan(plan, other)] : [];
	});
}

/** Whether two plans say the same in all that an author can write. */
export function isPlanSame(one: SessionPlan, other: SessionPlan): boolean {
	return comparePlan(one, other).isSame;
}

function comparePlan(before: SessionPlan, after: SessionPlan): PlanCompared {
	const differing = COMPARED.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
	const activities = compareActivities(before, after);
	const isReordered = keysInBoth(before, after).join() !== keysInBoth(after, before).join();
	const isSame = differing.length === 0 && !isReordered && activities.every(({ state }) => state === 'same');
	return { before, after, differing, activities, isReordered, isSame };
}

/** Activities by their keys: those of the later version in its order, then those that it has no longer. */
function compareActivities(before: SessionPlan, after: SessionPlan): readonly ActivityCompared[] {
	const now = after.activities.map((activity): ActivityCompared => {
		const was = before.activities.find(({ key }) => key === activity.key);
		if (!was) return { before: null, after: activity, state: 'added' };
		return { before: was, after: activity, state: isSameActivity(was, activity) ? 'same' : 'changed' };
	});
	const gone = before.activities.filter(({ key }) => !after.activities.some((activity) => activity.key === key));
	return [...now, ...gone.map((activity) => ({ before: activity, after: null, state: 'removed' as const }))];
}

function isSameActivity(one: Activity, other: Activity): boolean {
	return (['title', 'minutes', 'core', 'mechanism'] as const).every((part) => one[part] === other[part]);
}

function keysInBoth({ activities }: SessionPlan, other: SessionPlan): readonly string[] {
	return activities.map(({ key }) => key).filter((key) => other.activities.some((activity) => activity.key === key));
}
