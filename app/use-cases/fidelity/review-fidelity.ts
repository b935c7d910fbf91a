import type { AppContext } from '#app/context.ts';
import { type Actor, CLOCK } from '#app/domain/access/actor.ts';
import { wasThere } from '#app/domain/attendance/attendance-fact.ts';
import { attendanceRate } from '#app/domain/attendance/rate.ts';
import { countTakingPartAnswers } from '#app/domain/attendance/taking-part.ts';
import { countStarted } from '#app/domain/cohorts/started.ts';
import { summariseDelivery } from '#app/domain/cohorts/summarise-delivery.ts';
import { withBands } from '#app/domain/fidelity/bands.ts';
import { adherenceFigures, doseFigures, type KeptCadence } from '#app/domain/fidelity/dimensions.ts';
import { type Drift, driftOf, type WatchedSession } from '#app/domain/fidelity/drift.ts';
import { responsivenessFigures } from '#app/domain/fidelity/participation-figures.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { shareOf } from '#app/domain/statistics/percentages.ts';
import { type CohortFidelityRecord, findCohortFidelity } from '#db/queries/fidelity/cohort-fidelity.ts';
import { findBands } from '#db/queries/programmes/bands.ts';
import { reviewChanges } from './review-changes.ts';
import { reviewObserved } from './review-observed.ts';

export type FidelityReview = NonNullable<ReturnType<typeof reviewFidelity>>;

/** How far the cohort was delivered as intended, as the actor may see it now; null when it is not theirs to read. */
export function reviewFidelity(context: AppContext, actor: Actor, cohortId: CohortId, by: Drift['by']) {
	const { db, clock, content } = context;
	const record = findCohortFidelity(db, actor, cohortId);
	if (!record) return null;
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = record.cohort;
	const bands = findBands(db, slug);
	const programme = withBands(content.programmeOf({ slug, version, variant }), bands);
	const delivery = summariseDelivery(record.sessions, record.logs, programme, clock.now(), record.keptBack);
	const { rows } = record;
	const term = rows.filter(({ isCatchUp }) => !isCatchUp);
	const attended = new Set(term.filter(wasThere).map(({ enrolmentId }) => enrolmentId));
	const places = record.members.map(({ enrolmentId, state }) => ({ state, hasAttended: attended.has(enrolmentId) }));
	return {
		record,
		programme,
		/** Whether the provider set where the bands begin; otherwise the version of the programme says it. */
		hasOwnBands: bands !== null,
		delivery,
		adherence: adherenceFigures(delivery.adherence),
		dose: doseFigures(delivery.minutes, delivery.held, cadenceOf(record), countStarted(places), attendanceRate(term)),
		/** Null for who may not read how people took part. */
		responsiveness:
			record.takingPart && responsivenessFigures(countTakingPartAnswers(record.takingPart, programme.asks)),
		observed: reviewObserved(context, actor, record, programme),
		drift: driftOf(watchedOf(record, delivery.sessions, countApproved(context, record)), by),
	};
}

type Delivered = ReturnType<typeof summariseDelivery>['sessions'];

/**
 * How many activities of each session were changed as a lead approved beforehand. Whoever reads, because a chart is the same
 * for all who may see it; what was approved is not among it.
 */
function countApproved(context: AppContext, record: CohortFidelityRecord): (id: SessionId) => number {
	const { changes } = reviewChanges(context, CLOCK, record);
	const approved = Map.groupBy(
		changes.filter(({ behind }) => behind === 'approved'),
		({ sessionId }) => sessionId,
	);
	return (id) => approved.get(id)?.length ?? 0;
}

/**
 * Held sessions with a day, by what was delivered as intended of what was not changed by approval (§7.5); one that is kept
 * back from the reader is no part of it.
 */
function watchedOf(
	{ sessions, keptBack }: CohortFidelityRecord,
	delivered: Delivered,
	approvedOf: (id: SessionId) => number,
): readonly WatchedSession[] {
	return sessions.flatMap(({ id, planNumber, time, state }, index) => {
		if (state !== 'held' || time === null || keptBack.includes(id)) return [];
		const { count, outOf } = delivered[index]!.adherence?.asIntended ?? { count: 0, outOf: 0 };
		const approved = approvedOf(id);
		return [{ sessionId: id, planNumber, day: time.day, counts: shareOf(count, outOf - approved), approved }];
	});
}

/** A session that was never moved was held on the day it was laid out for; of a moved one the first time is kept. */
function cadenceOf({ sessions, keptTimes }: CohortFidelityRecord): readonly KeptCadence[] {
	return sessions.flatMap(({ id, state, time, timeVersion }) => {
		if (state !== 'held' || time === null) return [];
		const first = keptTimes.find((kept) => kept.sessionId === id && kept.timeVersion === 1);
		return [{ day: time.day, plannedDay: first?.day ?? (timeVersion === 1 ? time.day : null) }];
	});
}
