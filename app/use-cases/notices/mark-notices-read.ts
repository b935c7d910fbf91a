import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { StaffNoticeId } from '#app/domain/shared/ids.ts';
import { inTransaction } from '#db/client.ts';
import { markNoticesRead as markRead } from '#db/stores/notices.ts';

/** Notes that somebody has read these notices of theirs; anybody else's among them, and later ones, stay as they are. */
export function markNoticesRead(
	{ db, clock }: AppContext,
	{ staffId }: StaffActor,
	ids: readonly StaffNoticeId[],
): void {
	inTransaction(db, (tx) => markRead(tx, staffId, ids, clock.now()));
}
