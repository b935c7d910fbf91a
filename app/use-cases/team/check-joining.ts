import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { TeamChange } from '#app/domain/team/change-team.ts';
import type { Db } from '#db/client.ts';
import { listObserverIds } from '#db/queries/access/observers.ts';
import type { CohortRow } from '#db/queries/cohorts.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { listFacilitatorsOfSide } from '#db/queries/team/covers.ts';
import { listBusy } from '../clashes/list-busy.ts';
import { otherSideOf } from './cover-candidates.ts';

export type JoinRefusal = 'unknown-facilitator' | 'busy' | 'not-available';
type ToJoin = { readonly change: TeamChange; readonly at: Instant };

/**
 * Whether these people can join the team for its sessions after a moment: facilitators who are with no other cohort then and
 * with no other side of a family here, and observe none of them. A cause that the actor may not know is “not
 * available”, the same for each.
 */
export function checkJoining(
	tx: Db,
	actor: StaffActor,
	{ id, side, programmeSlug }: CohortRow,
	{ change: { joining }, at }: ToJoin,
): Outcome<undefined, JoinRefusal> {
	const names = new Map(listFacilitatorsOfSide(tx, side).map((one) => [one.id, one.name]));
	const isOpposed = otherSideOf(tx, { id, side, slug: programmeSlug });
	const ahead = listSessions(tx, actor, [id]).flatMap(({ id: sessionId, planNumber, state, time }) =>
		state !== 'cancelled' && time && time.startsAt > at ? [{ sessionId, planNumber, time }] : [],
	);
	const busy = listBusy(
		tx,
		actor,
		ahead,
		joining.map(({ staffId }) => staffId),
		id,
	);
	if (joining.some(({ staffId }) => !names.has(staffId))) return refused('unknown-facilitator');
	const observers = listObserverIds(
		tx,
		ahead.map(({ sessionId }) => sessionId),
	);
	for (const { staffId } of joining) {
		const name = names.get(staffId)!;
		const own = busy.filter((one) => one.staffId === staffId);
		const named = own.find((one) => one.with !== null);
		if (named) return refused('busy', { name, with: named.with, day: named.day });
		if (own.length > 0 || observers.has(staffId) || isOpposed(staffId)) return refused('not-available', { name });
	}
	return done();
}
