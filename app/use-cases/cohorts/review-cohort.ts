import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { bookedPlans } from '#app/domain/attendance/catch-ups.ts';
import { reachedPlan } from '#app/domain/cohorts/cohort-glance.ts';
import { summariseCohort } from '#app/domain/cohorts/summarise-cohort.ts';
import { viabilityOf } from '#app/domain/cohorts/viability.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type CohortRecord, findCohortRecord } from '#db/queries/cohort-record.ts';
import { listPastPlaces } from '#db/queries/cohorts/past-places.ts';

export type CohortReview = NonNullable<ReturnType<typeof reviewCohort>>;

/**
 * The cohort as it stands now: what is recorded of it, and every figure computed from that. Null when
 * it is not the actor's to read.
 */
export function reviewCohort({ db, clock, content }: AppContext, actor: Actor, cohortId: CohortId) {
	const record = findCohortRecord(db, actor, cohortId);
	if (!record) return null;
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = record.cohort;
	const programme = content.programmeOf({ slug, version, variant });
	const now = clock.now();
	const { sessions, keptTimes, skippedWeeks, logs, keptBack } = record;
	const members = memberRecords(record, now);
	const summary = summariseCohort({ programme, sessions, keptTimes, skippedWeeks, logs, keptBack, members }, now);
	const { state, areaId } = record.cohort;
	const standing = {
		state,
		taken: summary.people.filter(({ isActive }) => isActive).length,
		reached: reachedPlan(sessions, now),
		size: programme.thresholds.groupSize,
	};
	const history = listPastPlaces(db, actor, { cohortId, programmeSlug: slug, areaId });
	return { record, programme, now, summary, viability: viabilityOf(standing, history) };
}

function memberRecords({ members, marks, catchUps, booked }: CohortRecord, now: Instant) {
	const factsOf = Map.groupBy(marks, ({ enrolmentId }) => enrolmentId);
	const caughtUp = Map.groupBy(catchUps, ({ enrolmentId }) => enrolmentId);
	const bookedOf = Map.groupBy(booked, ({ enrolmentId }) => enrolmentId);
	return members.map(({ enrolmentId, state, joinsAtPlan }) => ({
		enrolmentId,
		state,
		joinsAtPlan,
		facts: factsOf.get(enrolmentId) ?? [],
		caughtUpPlans: (caughtUp.get(enrolmentId) ?? []).map(({ planNumber }) => planNumber),
		bookedPlans: bookedPlans(bookedOf.get(enrolmentId) ?? [], now),
	}));
}
