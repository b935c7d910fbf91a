import type { Thresholds } from '../programmes/programme.ts';
import { type AttendanceFact, isExposure, wasMissed, wasThere } from './attendance-fact.ts';
import { MARK_MEANINGS } from './marks.ts';

/** What one person had of one plan. */
export type Receipt = {
	readonly planNumber: number;
	readonly by: 'attendance' | 'catch-up' | null;
	/** Missed, stood down, or there for too short a time, and not made up for yet. */
	readonly catchUpDue: boolean;
};

/**
 * What one person received, once for each plan that they have a row or a done catch-up for, in plan order. Being there
 * receives the plan; late or leaving early by more than the programme's minutes is attended and a catch-up falls due, so
 * the plan is received only when that is done; unknown minutes (an import) count as within them. A catch-up receives the
 * plan and is never attended; stood down is not received. Nothing falls due where no mark is yet or
 * nothing was held. (§5.3, §5.8)
 */
export function receiptsOf(
	facts: readonly AttendanceFact[],
	caughtUpPlans: readonly number[],
	thresholds: Pick<Thresholds, 'lateMinutes'>,
): readonly Receipt[] {
	return receiptsFrom(factsByPlan(facts), caughtUpPlans, thresholds);
}

/** The same from facts that are sorted by their plan already. */
export function receiptsFrom(
	factsOf: readonly (readonly AttendanceFact[])[],
	caughtUpPlans: readonly number[],
	thresholds: Pick<Thresholds, 'lateMinutes'>,
): readonly Receipt[] {
	const caughtUp = new Set(caughtUpPlans);
	const all = factsOf.slice();
	for (const planNumber of caughtUp) all[planNumber] ??= [];
	const receipts: Receipt[] = [];
	all.forEach((own, planNumber) => {
		const attended = isReceivedByAttendance(own, thresholds.lateMinutes);
		const by = attended ? 'attendance' : caughtUp.has(planNumber) ? 'catch-up' : null;
		const catchUpDue = by === null && own.some((fact) => owesCatchUp(fact, thresholds.lateMinutes));
		receipts.push({ planNumber, by, catchUpDue });
	});
	return receipts;
}

/** One person’s facts by the number of their plan, in plan order; a plan without one is left out of the list. */
export function factsByPlan(facts: readonly AttendanceFact[]): AttendanceFact[][] {
	const byPlan: AttendanceFact[][] = [];
	for (const fact of facts) {
		const own = byPlan[fact.planNumber];
		if (own) own.push(fact);
		else byPlan[fact.planNumber] = [fact];
	}
	return byPlan;
}

/** Whether somebody was there for long enough at any of these sessions of one plan. */
export function isReceivedByAttendance(own: readonly AttendanceFact[], lateMinutes: number): boolean {
	return own.some((fact) => wasThere(fact) && !wasTooShort(fact, lateMinutes));
}

/** How many plans were received, each once. */
export function countReceived(receipts: readonly Receipt[]): number {
	return receipts.filter((receipt) => receipt.by !== null).length;
}

/** Whether the mark at a held session leaves something to make up for. */
export function owesCatchUp(fact: AttendanceFact, lateMinutes: number): boolean {
	return wasMissed(fact) || wasTooShort(fact, lateMinutes) || (isExposure(fact) && fact.mark === 'stood-down');
}

function wasTooShort(fact: AttendanceFact, lateMinutes: number): boolean {
	const takesMinutes = fact.mark !== null && MARK_MEANINGS[fact.mark].takesMinutes;
	return wasThere(fact) && takesMinutes && fact.minutes !== null && fact.minutes > lateMinutes;
}
