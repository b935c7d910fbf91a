import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkAcceptance } from '#app/domain/gaps/acceptance.ts';
import type { GapAcceptanceId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listOpenGapTasks } from '#db/queries/gaps/gap-tasks.ts';
import { endGapAcceptance, insertGapAcceptance, outgrowGapAcceptance } from '#db/stores/fidelity/gap-acceptances.ts';
import { audited } from '../audit/audited.ts';
import { closeTask } from '../tasks/open-task.ts';
import { findGap } from './find-gap.ts';
import { keyOfCause } from './gap-causes.ts';
import { aboutOf, peopleOf, recordOf } from './gap-record.ts';

type Refusal = 'not-found' | 'can-be-mended' | 'accepted-already' | 'reason-needed';

/**
 * Accepts a gap as one that nobody can mend any more, with the reason: it leaves the list of what is open, stands among what
 * was accepted with who did and why, and every task of it is closed, whoever may see that. It holds for what is missing now
 * and for less: with more, the gap is open again, and can be accepted anew. Refused as `checkAcceptance` says, and to whom it
 * is not to decide on; the same again from the same lead writes nothing. (§7.9)
 */
export function acceptGap(
	context: AppContext,
	actor: StaffActor,
	{ key, reason }: { readonly key: string; readonly reason: string },
): Outcome<undefined, Refusal> {
	return audited(context, { actor, action: 'gap-accepted', record: recordOf(key) }, (tx, tell) => {
		const gap = findGap({ ...context, db: tx }, actor, key);
		if (!gap?.mayDecide) return refused('not-found');
		tell({ people: peopleOf(gap), details: { kind: gap.kind } });
		const isYours = gap.acceptance?.byId === actor.staffId;
		if (isYours && gap.acceptance?.reason === reason.trim()) return done();
		const checked = checkAcceptance({ kind: gap.kind, isAccepted: gap.acceptance !== null }, reason);
		if (!checked.done) return refused(checked.code, { isYours });
		const acceptedAt = context.clock.now();
		if (gap.outgrown) outgrowGapAcceptance(tx, gap.outgrown.id, acceptedAt);
		insertGapAcceptance(tx, {
			...{ id: context.ids.next<GapAcceptanceId>(), kind: gap.kind, ...aboutOf(gap), reason: checked.value },
			...{ acceptedAt, acceptedBy: actor.staffId, missing: gap.extent.of, missingMany: gap.extent.many },
		});
		const open = listOpenGapTasks(tx, [gap.cohort.id]).filter(({ cause }) => keyOfCause(cause) === key);
		for (const task of open) closeTask(context, tx, actor, task, 'gap-accepted');
		return done();
	});
}

/**
 * Takes back that a gap was accepted: it is open again, and what was said stays in the record. Refused for another acceptance
 * than the one that the page showed: what a colleague decided since stands until somebody has read it.
 */
export function takeBackAcceptance(
	context: AppContext,
	actor: StaffActor,
	{ key, acceptanceId }: { readonly key: string; readonly acceptanceId: GapAcceptanceId },
): Outcome<undefined, 'not-found' | 'not-accepted' | 'changed-meanwhile'> {
	const act = { actor, action: 'gap-acceptance-taken-back', record: recordOf(key) } as const;
	return audited(context, act, (tx, tell) => {
		const gap = findGap({ ...context, db: tx }, actor, key);
		if (!gap?.mayDecide) return refused('not-found');
		tell({ people: peopleOf(gap), details: { kind: gap.kind } });
		if (!gap.acceptance) return refused('not-accepted');
		if (gap.acceptance.id !== acceptanceId) return refused('changed-meanwhile');
		const taken = { takenBackAt: context.clock.now(), takenBackBy: actor.staffId };
		endGapAcceptance(tx, gap.acceptance.id, taken);
		return done();
	});
}
