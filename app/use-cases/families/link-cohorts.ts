import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { idsToKeep } from '#app/domain/audit/entry.ts';
import { pairBySides } from '#app/domain/pairs/by-sides.ts';
import { teamsOverlap } from '#app/domain/people/both-sides.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findPair } from '#db/queries/families/cohort-pairs.ts';
import { listStaffOfCohort } from '#db/queries/families/staff-on-sides.ts';
import { deleteCohortPair, insertCohortPair } from '#db/stores/families.ts';
import { audited } from '../audit/audited.ts';

type Two = { readonly cohortId: CohortId; readonly otherId: CohortId };

/**
 * Links a perpetrator-side and a survivor-side cohort as those of the same families. Each cohort is in one pair at the
 * most. Refused when somebody works with both of them.
 */
export function linkCohorts(
	context: AppContext,
	actor: StaffActor,
	{ cohortId, otherId }: Two,
): Outcome<undefined, 'not-found' | 'linked-already' | 'unknown-cohort' | 'both-sides'> {
	const record = ['cohort', cohortId] as const;
	return audited(context, { actor, action: 'cohorts-linked', record }, (tx, tell) => {
		const pair = findPair(tx, actor, cohortId);
		if (!pair) return refused('not-found');
		tell({ details: { with: idsToKeep([otherId]) } });
		if (pair.linked) return refused('linked-already');
		if (!pair.free.some(({ id }) => id === otherId)) return refused('unknown-cohort');
		if (teamsOverlap(listStaffOfCohort(tx, cohortId), listStaffOfCohort(tx, otherId))) return refused('both-sides');
		insertCohortPair(tx, {
			...pairBySides(pair.cohort, otherId),
			linkedBy: actor.staffId,
			linkedAt: context.clock.now(),
		});
		return done();
	});
}

/** Ends the link of these two cohorts. Refused when they are not linked (any more). */
export function unlinkCohorts(
	context: AppContext,
	actor: StaffActor,
	{ cohortId, otherId }: Two,
): Outcome<undefined, 'not-found' | 'not-linked'> {
	const record = ['cohort', cohortId] as const;
	return audited(context, { actor, action: 'cohorts-unlinked', record }, (tx, tell) => {
		tell({ details: { with: idsToKeep([otherId]) } });
		const pair = findPair(tx, actor, cohortId);
		if (!pair) return refused('not-found');
		if (pair.linked?.id !== otherId) return refused('not-linked');
		deleteCohortPair(tx, pairBySides(pair.cohort, otherId));
		return done();
	});
}
