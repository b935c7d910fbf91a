import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { hasStarted, type Session } from '#app/domain/scheduling/session.ts';
import { isNeutral, sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import type { CohortRow } from '#db/queries/cohorts.ts';
import { listMemberIds } from '#db/queries/families/kept-apart.ts';
import { isSlotAvailable } from '../families/staffs-both-sides.ts';
import { listClashesAbout } from './list-clashes.ts';

type Place = { readonly personId: PersonId; readonly cohort: CohortRow; readonly sessions: readonly Session[] };

/**
 * Refuses a place at these sessions to somebody who is elsewhere then, or who would come near somebody from whom they are
 * kept; null when nothing speaks against it. `slot-not-available` says no more, whatever the cause that the asker may not
 * know of; what they may know of is said.
 */
export function refusePlace(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{ personId, cohort, sessions }: Place,
): Refused<'slot-not-available' | 'elsewhere-then'> | null {
	if (!isSlotAvailable(tx, personId, cohort.id)) return refused('slot-not-available');
	const { id: cohortId, side, venueId, roomId, onlineRoom } = cohort;
	const toCome = sessions.filter((session) => !hasStarted(session, context.clock.now()));
	const people = [...new Set([...listMemberIds(tx, cohortId), personId])];
	const place = { side, venueId, roomId, onlineRoom };
	const plan = { cohortId, ...place, programme: null, team: [], people, sessions: toCome };
	const clashes = listClashesAbout(context, tx, actor, plan, personId);
	if (clashes.some(isNeutral)) return refused('slot-not-available');
	const first = clashes[0];
	return first ? refused('elsewhere-then', { day: first.day, sentence: sentenceForClash(first, '') }) : null;
}
