import type { Activity } from '../programmes/programme.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { RATING_MEANINGS } from './activity-ratings.ts';
import type { RatedActivity } from './delivery-log.ts';

/** What is wrong with an order of activities: `numbers` are those at fault, as the plan counts its activities from 1. */
export type OrderFault = {
	readonly fault: 'unknown' | 'twice' | 'not-delivered' | 'left-out';
	readonly numbers: readonly number[];
};

/**
 * The keys of the activities in the order in which they were delivered, from their numbers in the plan; null when nothing is
 * said of it. An order names every activity that the log says was delivered, each once, and no other; refused as
 * `order-faulty` with the first fault that there is. (§7.1)
 */
export function checkOrder(
	order: readonly number[],
	activities: readonly Pick<Activity, 'key'>[],
	rated: readonly RatedActivity[],
): Outcome<readonly string[] | null, 'order-faulty'> {
	if (order.length === 0) return done(null);
	const delivered = new Set(
		rated.filter(({ rating }) => RATING_MEANINGS[rating].delivered).map((one) => one.activityKey),
	);
	const isDelivered = (number: number) => delivered.has(activities[number - 1]?.key ?? '');
	const numbers = activities.map((_, index) => index + 1);
	const faults: readonly OrderFault[] = [
		{ fault: 'unknown', numbers: order.filter((number) => !numbers.includes(number)) },
		{ fault: 'twice', numbers: order.filter((number, index) => order.indexOf(number) !== index) },
		{ fault: 'not-delivered', numbers: order.filter((number) => !isDelivered(number)) },
		{ fault: 'left-out', numbers: numbers.filter((number) => isDelivered(number) && !order.includes(number)) },
	];
	const found = faults.find((one) => one.numbers.length > 0);
	return found ? refused('order-faulty', found) : done(order.map((number) => activities[number - 1]!.key));
}

/** The numbers in the plan of the activities of an order; `isOther`: it is not the plan’s own. */
export function orderInNumbers(
	order: readonly string[],
	activities: readonly Pick<Activity, 'key'>[],
): { readonly numbers: readonly number[]; readonly isOther: boolean } {
	const numbers = order.map((key) => activities.findIndex((activity) => activity.key === key) + 1);
	return { numbers, isOther: numbers.some((number, index) => index > 0 && number < numbers[index - 1]!) };
}
