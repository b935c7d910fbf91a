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

type How = { readonly change: TeamChange; readonly keeps: boolean };

/**
 * Keeps covers through a change of team, each now for who takes the place of who left; or ends them, and tells whoever
 * stood in. A request that nobody has answered ends either way: it was for somebody who is not on the team any more.
 */
export function settleCovers(context: AppContext, tx: Db, covers: readonly CoverInTheWay[], how: How): void {
	for (const [sessionId, ofOne] of Map.groupBy(covers, (cover) => cover.sessionId)) {
		settleSession(context, tx, sessionId, { covers: ofOne, ...how });
	}
}

type Settling = How & { readonly covers: readonly CoverInTheWay[] };

function settleSession(context: AppContext, tx: Db, sessionId: SessionId, { covers, change, keeps }: Settling): void {
	const now = context.clock.now();
	const ofSession = listCoversOf(tx, sessionId);
	const kept = keeps ? covers.filter(({ state }) => state === 'accepted') : [];
	const others = ofSession.filter(({ id, state }) => state === 'accepted' && !kept.some((one) => one.id === id));
	const spoken = others.flatMap(({ absentId, coveringId }) => [absentId, coveringId]);
	const nowFor = coversNowFor(kept, change, spoken);
	for (const { id, absentId, coveringId } of covers) {
		const { version } = ofSession.find((one) => one.id === id)!;
		if (kept.some((one) => one.id === id)) {
			updateCover(tx, { id, version }, { absentId: nowFor.get(absentId)! });
			continue;
		}
		updateCover(tx, { id, version }, { state: 'overwritten', settledAt: now });
		settleNotices(tx, ['cover-asked', 'cover-accepted'], id, now);
		notifyStaff(context, tx, [coveringId], { kind: 'cover-withdrawn', aboutId: id });
	}
}
