import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { KINDS_OF_A_COHORT, type SettableKind } from '#app/domain/reminders/message-kinds.ts';
import type { CohortId, Id } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { deleteKindOff, insertKindOff } from '#db/stores/messages/kinds-off.ts';
import { audited } from '../audit/audited.ts';
import { replan } from './replan.ts';

type Turning = {
	readonly kind: SettableKind;
	/** Null: for the whole organisation. */
	readonly cohortId: CohortId | null;
	readonly isOn: boolean;
};

/**
 * Turns a kind of messages on or off, for the organisation or for one cohort: off in either is off. What is planned is let
 * go with that reason, or planned anew, in the same transaction. Refused for who may not, and for a kind that is of no
 * cohort. Twice is once. (§8.1)
 */
export function turnKind(
	context: AppContext,
	actor: StaffActor,
	{ kind, cohortId, isOn }: Turning,
): Outcome<undefined, 'not-found'> {
	const turned = isOn
		? ({ action: 'message-kind-turned-on' } as const)
		: ({ action: 'message-kind-turned-off' } as const);
	const record = cohortId === null ? undefined : (['cohort', cohortId] as const);
	return audited(context, { actor, ...turned, ...(record && { record }) }, (tx, tell) => {
		if (!mayTurn(tx, actor, cohortId)) return refused('not-found');
		if (cohortId !== null && !KINDS_OF_A_COHORT.includes(kind)) return refused('not-found');
		tell({ details: { kind } });
		const off = {
			id: context.ids.next<Id<'kind-off'>>(),
			turnedOffAt: context.clock.now(),
			turnedOffBy: actor.staffId,
		};
		const hasChanged = isOn ? deleteKindOff(tx, kind, cohortId) : insertKindOff(tx, { ...off, kind, cohortId });
		if (hasChanged) replan(context, tx, cohortId === null ? {} : { cohortId });
		return done();
	});
}

/** Whether the actor turns kinds on and off here: for the organisation who may in all of it, for a cohort who may there. */
export function mayTurn(db: Db, actor: StaffActor, cohortId: CohortId | null): boolean {
	if (cohortId !== null) return mayOn(db, actor, 'write', 'message-kinds.cohort', cohortId);
	return mayAtAll(actor, 'write', 'message-kinds.organisation');
}
