import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { bookedPlans } from '#app/domain/attendance/catch-ups.ts';
import { earlySignsOf } from '#app/domain/attrition/early-signs.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { reachedPlan } from '#app/domain/cohorts/cohort-glance.ts';
import { summariseCohort } from '#app/domain/cohorts/summarise-cohort.ts';
import { viabilityOf } from '#app/domain/cohorts/viability.ts';
import { withBands } from '#app/domain/fidelity/bands.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type CohortRecord, findCohortRecord } from '#db/queries/cohort-record.ts';
import { listPastPlaces } from '#db/queries/cohorts/past-places.ts';
import { findBands } from '#db/queries/programmes/bands.ts';

export type CohortReview = NonNullable<ReturnType<typeof reviewCohort>>;

/**
 * The cohort as it stands now: what is recorded of it, and every figure computed from that. Null when
 * it is not the actor's to read.
 */
export function reviewCohort({ db, clock, content }: AppContext, actor: Actor, cohortId: CohortId) {
	const record = findCohortRecord(db, actor, cohortId);
	if (!record) return null;
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = record.cohort;
	const programme = withBands(content.programmeOf({ slug, version, variant }), findBands(db, slug));
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
	const earlySigns = signsOf(record, members, programme.thresholds);
	return { record, programme, now, summary, earlySigns, viability: viabilityOf(standing, history) };
}

/** The early signs of each member, in their order; an attempt to reach them counts as far as the actor may see it. */
function signsOf(
	{ attempts }: CohortRecord,
	members: ReturnType<typeof memberRecords>,
	thresholds: Programme['thresholds'],
) {
	const ofPlace = Map.groupBy(attempts, ({ enrolmentId }) => enrolmentId);
	return members.map(({ enrolmentId, state, facts }) => {
		const contacts = (ofPlace.get(enrolmentId) ?? []).flatMap(({ outcome, settledAt }) =>
			outcome !== null && settledAt !== null ? [{ outcome, at: settledAt }] : [],
		);
		return earlySignsOf({ facts, isActive: isActive(state), contacts }, thresholds);
	});
}

function memberRecords({ members, marks, catchUps, booked }: CohortRecord, now: Instant) {
	const factsOf = Map.groupBy(marks, ({ enrolmentId }) => enrolmentId);
	const caughtUp = Map.groupBy(catchUps, ({ enrolmentId }) => enrolmentId);
	const bookedOf = Map.groupBy(booked, ({ enrolmentId }) => enrolmentId);
	return members.map(({ enrolmentId, state, joinsAtPlan, isInError }) => ({
		enrolmentId,
		state,
		joinsAtPlan,
		isInError,
		facts: factsOf.get(enrolmentId) ?? [],
		caughtUpPlans: (caughtUp.get(enrolmentId) ?? []).map(({ planNumber }) => planNumber),
		bookedPlans: bookedPlans(bookedOf.get(enrolmentId) ?? [], now),
	}));
}
