import type { AppContext } from '#app/context.ts';
import type { CoverId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { coversNowFor, type TeamChange } from '#app/domain/team/change-team.ts';
import type { CoverState } from '#app/domain/team/cover.ts';
import type { Db } from '#db/client.ts';
import { listCoversOf } from '#db/queries/team/covers.ts';
import { settleNotices } from '#db/stores/notices.ts';
import { updateCover } from '#db/stores/team/teams.ts';
import { notifyStaff } from '../notices/notify-staff.ts';

type CoverInTheWay = {
	readonly id: CoverId;
	readonly sessionId: SessionId;
	readonly absentId: StaffId;
	readonly coveringId: StaffId;
	readonly state: CoverState;
};

/**
 * Keeps covers through a change of team, each now for who takes the place of who left; or ends them, and tells whoever
 * stood in. A request that nobody has answered ends either way: it was for somebody who is not on the team any more.
 */
export function settleCovers(
	context: AppContext,
	tx: Db,
	covers: readonly CoverInTheWay[],
	{ change, keeps }: { readonly change: TeamChange; readonly keeps: boolean },
): void {
	const now = context.clock.now();
	for (const { id, sessionId, absentId, coveringId, state } of covers) {
		const ofSession = listCoversOf(tx, sessionId);
		const { version } = ofSession.find((one) => one.id === id)!;
		const nowFor = coversNowFor(absentId, coveringId, change);
		const isFree = !ofSession.some((one) => one.state === 'accepted' && one.id !== id && one.absentId === nowFor);
		if (keeps && state === 'accepted' && isFree) {
			updateCover(tx, { id, version }, { absentId: nowFor });
			continue;
		}
		updateCover(tx, { id, version }, { state: 'overwritten', settledAt: now });
		settleNotices(tx, ['cover-asked', 'cover-accepted'], id, now);
		notifyStaff(context, tx, [coveringId], { kind: 'cover-withdrawn', aboutId: id });
	}
}
