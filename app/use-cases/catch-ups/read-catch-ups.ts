import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type CatchUp, catchUpsLeft, catchUpsOf } from '#app/domain/attendance/catch-ups.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import type { CohortId, EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listCatchUpRecords } from '#db/queries/catch-ups/catch-ups.ts';
import { type CohortRow, findCohort } from '#db/queries/cohorts.ts';
import type { SessionDay } from '#db/queries/session-day.ts';

export type PersonsCatchUps = {
	readonly enrolmentId: EnrolmentId;
	readonly personId: PersonId;
	readonly name: string;
	readonly catchUps: readonly CatchUp[];
	/** How many more they may be booked for. */
	readonly left: number;
};
export type CohortCatchUps = { readonly cohort: CohortRow; readonly people: readonly PersonsCatchUps[] };

/** The catch-ups of everybody in a cohort as they stand now; null when the cohort is not the actor’s to read. (§5.8) */
export function readCatchUps(
	{ clock, content }: AppContext,
	db: Db,
	actor: Actor,
	cohortId: CohortId,
): CohortCatchUps | null {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort) return null;
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohort;
	const { thresholds } = content.programmeOf({ slug, version, variant });
	const people = listCatchUpRecords(db, actor, cohortId).map((record) => {
		const { enrolmentId, personId, name, state } = record;
		const catchUps = catchUpsOf({ ...record, isActive: isActive(state) }, thresholds, clock.now());
		return { enrolmentId, personId, name, catchUps, left: catchUpsLeft(catchUps, thresholds) };
	});
	return { cohort, people };
}

type Asked = Pick<SessionDay, 'session' | 'cohort' | 'may'>;

/** How many need a catch-up of a session that was held; null where the actor may book none, and of a catch-up itself. */
export function countCatchUpsNeeded(context: AppContext, actor: Actor, { session, cohort, may }: Asked): number | null {
	if (!may('write', 'catch-up') || session.kind === 'catch-up' || session.state !== 'held') return null;
	const people = readCatchUps(context, context.db, actor, cohort.id)?.people ?? [];
	return people.filter(({ catchUps }) =>
		catchUps.some(({ planNumber, state }) => planNumber === session.planNumber && state === 'needed'),
	).length;
}
