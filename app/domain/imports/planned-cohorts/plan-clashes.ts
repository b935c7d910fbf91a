import { type Clash, findClashes, type OtherCohortPlan } from '../../scheduling/clashes.ts';
import { type CalendarDay, plusDays } from '../../shared/calendar-day.ts';
import { asId, type RoomId, type VenueId } from '../../shared/ids.ts';
import type { PlannedCohort } from './planned-cohort.ts';

/** Two cohorts of a plan that stand in each other's way, once for each kind, with every day on which it happens. */
export type PlanClash =
	| {
			readonly kind: 'facilitator-named-twice';
			readonly cohorts: readonly [PlannedCohort];
			readonly facilitator: string;
	  }
	| {
			readonly kind: Clash['kind'];
			readonly cohorts: readonly [PlannedCohort, PlannedCohort];
			readonly facilitator: string | null;
			readonly dates: readonly CalendarDay[];
	  };

/** Every clash within a plan: one person in both columns of a cohort, then each pair of cohorts in the order of their rows. */
export function clashesInPlan(cohorts: readonly PlannedCohort[]): readonly PlanClash[] {
	const twice = cohorts.flatMap((cohort) => {
		const [one, other] = cohort.team;
		const isTwice = one && other && keyOf(one) === keyOf(other);
		return isTwice ? [{ kind: 'facilitator-named-twice', cohorts: [cohort], facilitator: one.name } as const] : [];
	});
	const pairs = cohorts.flatMap((one, at) => cohorts.slice(at + 1).flatMap((other) => clashesOfPair(one, other)));
	return [...twice, ...pairs];
}

function clashesOfPair(one: PlannedCohort, other: PlannedCohort): readonly PlanClash[] {
	const near = new Set(one.times.flatMap(({ day }) => [plusDays(day, -1), day, plusDays(day, 1)]));
	if (!other.times.some(({ day }) => near.has(day))) return [];
	const found = findClashes(asPlan(one), [asPlan(other)]);
	const groups = Map.groupBy(found, (clash) => `${clash.kind} ${'staffId' in clash ? clash.staffId : ''}`);
	return [...groups.values()].map((clashes) => {
		const [first] = clashes;
		const mate = one.team.find((each) => first && 'staffId' in first && keyOf(each) === first.staffId);
		const dates = [...new Set(clashes.map(({ day }) => day))].toSorted();
		return { kind: first!.kind, cohorts: [one, other], facilitator: mate?.name ?? null, dates };
	});
}

/** The cohort for the one rule on clashes; what is one by its name stands for itself. */
function asPlan({ code, side, online, venue, room, team, times }: PlannedCohort): OtherCohortPlan {
	const place = online || venue === null ? null : venue.toLowerCase();
	return {
		cohortId: asId(code),
		side,
		venueId: place === null ? null : asId<VenueId>(place),
		roomId: place === null || room === null ? null : asId<RoomId>(`${place}\n${room.toLowerCase()}`),
		team: team.map((mate) => asId(keyOf(mate))),
		sessions: times.map((time, index) => ({ planNumber: index + 1, time })),
	};
}

function keyOf({ name, known }: PlannedCohort['team'][number]): string {
	return known?.key ?? name.toLowerCase();
}
