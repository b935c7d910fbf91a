import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type CohortLog, summariseDelivery } from '#app/domain/cohorts/summarise-delivery.ts';
import { withBands } from '#app/domain/fidelity/bands.ts';
import { cohortFunnel } from '#app/domain/fidelity/cohort-funnel.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { listProgrammeKeptBack, listProgrammeLogs } from '#db/queries/fidelity/cohort-logs.ts';
import { listProgrammeCohorts, listProgrammeHeldSessions } from '#db/queries/fidelity/programme-cohorts.ts';
import { findBands } from '#db/queries/programmes/bands.ts';

export type ProgrammeReview = ReturnType<typeof reviewProgramme>;

/**
 * How far each cohort of a programme was delivered, from the same logs as its own page, and where it lies among the others
 * by what was delivered as intended; in the order of their names, which is no ranking (§7.4, §7.7). A version counts
 * with its variants, each cohort by its own plans. In four reads, however many cohorts there are; those whose logs the actor
 * may not read are not in it. A log that waits for the actor’s own is `keptBack`, and no log that is missing (§7.2).
 */
export function reviewProgramme({ db, clock, content }: AppContext, actor: Actor, programme: Programme) {
	const sessionsOf = Map.groupBy(listProgrammeHeldSessions(db, actor, programme), ({ cohortId }) => cohortId);
	const logsOf: ReadonlyMap<string, readonly CohortLog[]> = Map.groupBy(
		listProgrammeLogs(db, actor, programme),
		({ cohortId }) => cohortId,
	);
	const keptBack = listProgrammeKeptBack(db, actor, programme);
	const now = clock.now();
	const bands = findBands(db, programme.slug);
	const cohorts = listProgrammeCohorts(db, actor, programme).map((cohort) => {
		const held = sessionsOf.get(cohort.id) ?? [];
		const logs = logsOf.get(cohort.id) ?? [];
		const own = withBands(content.programmeOf(cohort), bands);
		const delivery = summariseDelivery(held, logs, own, now, keptBack);
		return { ...cohort, ...delivery, keptBack: held.filter(({ id }) => keptBack.includes(id)).length };
	});
	const funnel = cohortFunnel(cohorts.map(({ id, adherence }) => ({ cohort: id, counts: adherence.asIntended })));
	const placeOf = new Map(funnel.members.map((member) => [member.cohort, member]));
	return { overall: funnel.overall, cohorts: cohorts.map((one) => ({ ...one, place: placeOf.get(one.id) ?? null })) };
}
