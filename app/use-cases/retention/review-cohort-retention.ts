import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { enrolmentFunnel, fateOf, furthestStage } from '#app/domain/attrition/enrolment-funnel.ts';
import { parseExitReason } from '#app/domain/attrition/exit-reasons.ts';
import { attendedSpan, lastHeldPlan, retentionOfPlaces } from '#app/domain/attrition/retention.ts';
import { countExits, type ExitFact, exitsByReason, exitsBySession } from '#app/domain/attrition/where-people-leave.ts';
import { isTermOver } from '#app/domain/cohorts/cohort-state.ts';
import { compareRetention } from '#app/domain/cohorts/compare-retention.ts';
import { incidencePoints } from '#app/domain/cohorts/incidence-points.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { type CohortRetentionRecord, findCohortRetention } from '#db/queries/retention/cohort-retention.ts';

export type CohortRetentionReview = NonNullable<ReturnType<typeof reviewCohortRetention>>;
export type RetainedPerson = CohortRetentionReview['people'][number];

/** Who of a cohort stays and who leaves, where and why, as it stands now; null when it is not the actor’s to read. */
export function reviewCohortRetention({ db, content }: AppContext, actor: Actor, cohortId: CohortId) {
	const record = findCohortRetention(db, actor, cohortId);
	if (!record) return null;
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant, state } = record.cohort;
	const programme = content.programmeOf({ slug, version, variant });
	const term = { plans: programme.plans.length, isTermOver: isTermOver(state) };
	const people = peopleOf(record, term);
	const retention = retentionOfPlaces(people, lastHeldPlan(record.sessions));
	const exits = exitsOf(people);
	return {
		record,
		programme,
		isTermOver: term.isTermOver,
		people,
		funnel: enrolmentFunnel(people),
		/** Of the one group that there is; none while nobody has attended. */
		curve: compareRetention(retention.observations).groups[0] ?? null,
		incidence: incidencePoints(retention),
		bySession: exitsBySession(exits),
		byReason: exitsByReason(exits),
		/** Before the first session, and after it: never added together. */
		lost: {
			before: countExits(exits.filter(({ lastAttended }) => lastAttended === null)),
			after: countExits(exits.filter(({ lastAttended }) => lastAttended !== null)),
		},
	};
}

type Term = { readonly plans: number; readonly isTermOver: boolean };

function peopleOf({ members, marks, exitTasks }: CohortRetentionRecord, term: Term) {
	const factsOf = Map.groupBy(marks, ({ enrolmentId }) => enrolmentId);
	const opened = Map.groupBy(exitTasks, ({ enrolmentId }) => enrolmentId);
	return members.map((member) => {
		const place = { ...term, state: member.state, attended: attendedSpan(factsOf.get(member.enrolmentId) ?? []) };
		return {
			...member,
			...place,
			stage: furthestStage(place),
			fate: fateOf(place),
			reason: parseExitReason(member.exitReason ?? ''),
			opened: opened.get(member.enrolmentId) ?? [],
		};
	});
}

function exitsOf(people: ReturnType<typeof peopleOf>): readonly ExitFact[] {
	return people.flatMap(({ exitKind, reason, attended }) =>
		exitKind === null ? [] : [{ kind: exitKind, reason, lastAttended: attended?.last ?? null }],
	);
}
