import { expect, test } from 'vitest';
import { checkOrder, orderInNumbers } from '#app/domain/fidelity/delivered-order.ts';
import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';

const ACTIVITIES = ['arrive', 'talk', 'plan', 'close'].map((key) => ({ key }));
const rated = (activityKey: string, rating: RatedActivity['rating'] = 'as-intended'): RatedActivity => {
	return { activityKey, rating, minutes: null, reason: null };
};
/** Three were delivered, one of them otherwise; the last was not. */
const LOG = [rated('arrive'), rated('talk', 'content-changed'), rated('plan'), rated('close', 'not-delivered')];
const check = (order: readonly number[], log = LOG) => checkOrder(order, ACTIVITIES, log);

test('an order is kept by the keys of its activities; nothing said is nothing kept', () => {
	expect(check([2, 1, 3])).toEqual({ done: true, value: ['talk', 'arrive', 'plan'] });
	expect(check([])).toEqual({ done: true, value: null });
	expect(check([], [])).toEqual({ done: true, value: null });
});

test('an order holds every delivered activity once, and no other', () => {
	const faults = [
		[0, 1, 2, 3],
		[1, 2, 3, 5],
		[1, 2, 2, 3],
		[1, 2, 3, 4],
		[3, 1],
	].map((order) => {
		const checked = check(order);
		return checked.done ? null : checked.details;
	});
	expect(faults).toEqual([
		{ fault: 'unknown', numbers: [0] },
		{ fault: 'unknown', numbers: [5] },
		{ fault: 'twice', numbers: [2] },
		{ fault: 'not-delivered', numbers: [4] },
		{ fault: 'left-out', numbers: [2] },
	]);
});

test('an activity that the log leaves open is missing, and can stand in no order', () => {
	expect(check([1, 2], [rated('arrive')])).toMatchObject({ details: { fault: 'not-delivered', numbers: [2] } });
});

test('an order is another one as soon as one activity comes before an earlier one of the plan', () => {
	expect(orderInNumbers(['arrive', 'plan', 'close'], ACTIVITIES)).toEqual({ numbers: [1, 3, 4], isOther: false });
	expect(orderInNumbers(['arrive', 'close', 'plan'], ACTIVITIES)).toEqual({ numbers: [1, 4, 3], isOther: true });
});
