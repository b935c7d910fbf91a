import { weekdayOf } from '../../shared/calendar-day.ts';
import type { PersonId } from '../../shared/ids.ts';
import { holdsOn } from '../../team/accreditation.ts';
import type { ClashOfPlan } from './clash-kinds.ts';
import { type CohortPlan, peopleAt, type StandingSession, teamOf } from './cohort-plan.ts';
import type { Partners } from './kept-apart.ts';

/**
 * What stands in the way of a session that nobody else has to do with: a weekday on which the venue is not its side's, a
 * team of which nobody is accredited on the day, one that is smaller than wanted or no mixed pair, and two in it who may
 * not meet. What is not known of the plan is not asked. (§2.9, docs/security.md)
 */
export function clashesOfPlan(plan: CohortPlan, session: StandingSession, partners: Partners): readonly ClashOfPlan[] {
	const at = { planNumber: session.planNumber, day: session.time.day };
	const found: ClashOfPlan[] = [];
	const weekday = weekdayOf(at.day);
	if (isDayOfAnother(plan, weekday))
		found.push({ ...at, kind: 'venue-day-not-theirs', venueId: plan.venueId!, weekday });
	if (isNobodyAccredited(plan, session)) found.push({ ...at, kind: 'nobody-accredited' });
	const there = teamOf(plan, session).length;
	const wanted = plan.wanted?.facilitators ?? 0;
	if (there < wanted) found.push({ ...at, kind: 'too-few-facilitators', wanted, there });
	if (isMixedPairLost(plan, session)) found.push({ ...at, kind: 'mixed-pair-lost' });
	const pairs = pairsApart(peopleAt(plan, session), partners);
	return [...found, ...pairs.map((people) => ({ ...at, kind: 'may-not-meet-in-cohort', people }) as const)];
}

/** A day that is neither side's is nobody's: the two sides are kept apart by what was decided, not by what is booked. */
function isDayOfAnother({ side, venueId, venueDays }: CohortPlan, weekday: ReturnType<typeof weekdayOf>): boolean {
	return side !== 'professional' && venueId !== null && venueDays !== undefined && !venueDays.includes(weekday);
}

/** Whether it is known that nobody who delivers the session is accredited for the programme on its day. (§2.9) */
export function isNobodyAccredited(plan: CohortPlan, session: StandingSession): boolean {
	if (!plan.facilitators) return false;
	const { day } = session.time;
	const team = teamOf(plan, session);
	return !plan.facilitators.some(
		({ staffId, accredited }) => team.includes(staffId) && accredited.some((one) => holdsOn(one, day)),
	);
}

/** Whether it is known that all of the team are of one gender; somebody of whom it is not known may make it mixed. */
function isMixedPairLost(plan: CohortPlan, session: StandingSession): boolean {
	if (!plan.wanted?.mixedPair || !plan.facilitators) return false;
	const genders = new Map(plan.facilitators.map(({ staffId, gender }) => [staffId, gender]));
	const known = teamOf(plan, session).map((staffId) => genders.get(staffId) ?? null);
	return !known.includes(null) && new Set(known).size < 2;
}

function pairsApart(people: readonly PersonId[], partners: Partners): readonly (readonly [PersonId, PersonId])[] {
	return people.flatMap((own, index) => {
		const kept = partners.get(own)?.filter(({ kind }) => kind === 'may-not-meet-nearby') ?? [];
		const later = people.slice(index + 1).filter((other) => kept.some(({ personId }) => personId === other));
		return later.map((other) => [own, other] as const);
	});
}
