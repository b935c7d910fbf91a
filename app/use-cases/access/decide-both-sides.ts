import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { reachesBothSides } from '#app/domain/access/duties.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findSidesHeld, hasBothSidesDecision, listUndecidedCoordinators } from '#db/queries/access/both-sides.ts';
import { deleteFamilySides, endBothSidesDecision, insertBothSidesDecision } from '#db/stores/access.ts';
import { updateStaff } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';

/**
 * Records a lead's decision that a coordinator works on both sides of families. It gives nothing by itself: an
 * administrator can set both sides from then on.
 */
export function decideBothSides(
	context: AppContext,
	actor: StaffActor,
	{ staffId, reason }: { readonly staffId: StaffId; readonly reason: string },
): Outcome<undefined, 'not-found' | 'unknown-coordinator' | 'own-decision'> {
	const record = ['staff', staffId] as const;
	return audited(context, { actor, action: 'both-sides-decided', record }, (tx) => {
		if (!mayAtAll(actor, 'write', 'both-sides-decision')) return refused('not-found');
		if (staffId === actor.staffId) return refused('own-decision');
		if (!listUndecidedCoordinators(tx, actor).some(({ id }) => id === staffId)) return refused('unknown-coordinator');
		insertBothSidesDecision(tx, { staffId, reason, decidedBy: actor.staffId, decidedAt: context.clock.now() });
		return done();
	});
}

/**
 * Ends the decision. Whoever holds both sides by it loses both at once, because nobody can tell which of the two was meant
 * to stay: they reach no family until an administrator gives them one side. Who holds one keeps it.
 */
export function endBothSides(
	context: AppContext,
	actor: StaffActor,
	staffId: StaffId,
): Outcome<undefined, 'not-found'> {
	const record = ['staff', staffId] as const;
	return audited(context, { actor, action: 'both-sides-ended', record }, (tx) => {
		if (!mayAtAll(actor, 'write', 'both-sides-decision')) return refused('not-found');
		const held = findSidesHeld(tx, staffId);
		if (!held || !hasBothSidesDecision(tx, staffId)) return refused('not-found');
		endBothSidesDecision(tx, staffId, context.clock.now());
		if (reachesBothSides(held)) {
			deleteFamilySides(tx, staffId);
			updateStaff(tx, staffId, held.version, {});
		}
		return done();
	});
}
