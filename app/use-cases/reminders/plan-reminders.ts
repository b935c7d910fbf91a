import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { audited } from '../audit/audited.ts';
import { replan } from './replan.ts';

/** What planning did: messages made, and messages made before whose state or hour it changed. */
export type PlannedCounts = { readonly made: number; readonly changed: number };

/**
 * Makes the reminders that are wanted from now on, one for each person, session and version of the time however often it
 * runs, and judges those that have not left again: suppressed, blocked, unblocked, moved to another hour or expired.
 */
export function planReminders(context: AppContext, actor: Actor): PlannedCounts {
	if (actor.kind === 'staff') return { made: 0, changed: 0 };
	return audited(context, { actor, action: 'reminders-planned' }, (tx, tell) => {
		const { changed, made } = replan(context, tx);
		const counts = { changed: changed.length, made: made.length };
		tell({ people: [...changed, ...made], details: counts });
		return counts;
	});
}
