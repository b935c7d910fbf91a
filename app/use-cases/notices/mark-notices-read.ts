import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { StaffNoticeId } from '#app/domain/shared/ids.ts';
import { markNoticesRead as markRead } from '#db/stores/notices.ts';
import { audited } from '../audit/audited.ts';

/** Notes that somebody has read these notices of theirs; anybody else's among them, and later ones, stay as they are. */
export function markNoticesRead(context: AppContext, actor: StaffActor, ids: readonly StaffNoticeId[]): void {
	const act = { actor, action: 'notices-read' } as const;
	audited(context, act, (tx) => markRead(tx, actor.staffId, ids, context.clock.now()));
}
