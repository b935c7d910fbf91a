import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findAlert } from '#db/queries/audit/alerts.ts';
import { updateAlert } from '#db/stores/audit.ts';
import { audited } from './audited.ts';

type Closing = { readonly alertId: Id<'alert'>; readonly version: number; readonly note: string };

/**
 * Closes an alert with what came of it. Nobody closes one about themselves, and a colleague's note is never written over:
 * refused for an alert that is closed already, and for one that changed since the page was opened.
 */
export function closeAlert(
	context: AppContext,
	actor: Actor,
	{ alertId, version, note }: Closing,
): Outcome<undefined, 'not-found' | 'oneself' | 'closed-already' | 'changed-meanwhile'> {
	const record = ['alert', alertId] as const;
	return audited(context, { actor, action: 'alert-closed', record }, (tx) => {
		if (actor.kind !== 'staff' || !mayAtAll(actor, 'write', 'alert')) return refused('not-found');
		const alert = findAlert(tx, actor, alertId);
		if (!alert) return refused('not-found');
		if (alert.staffId === actor.staffId) return refused('oneself');
		if (alert.closedAt !== null) return refused('closed-already');
		const change = { closedAt: context.clock.now(), closedBy: actor.staffId, note };
		return updateAlert(tx, alertId, version, change) ? done() : refused('changed-meanwhile');
	});
}
