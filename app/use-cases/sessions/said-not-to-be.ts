import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Db } from '#db/client.ts';
import { hasLeft } from '#db/queries/messages/has-left.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { insertSessionTime } from '#db/stores/schedule-changes.ts';

/**
 * The version of the time that a session has when it goes ahead after all: the next one, with an entry in its history,
 * once anybody was written to that it does not, because what leaves then says it anew; else the one that it has (§8.2).
 */
export function versionToStandAgain({ clock }: AppContext, tx: Db, actor: Actor, session: SessionRow): number {
	const { id: sessionId, timeVersion, time } = session;
	if (time === null || !hasLeft(tx, { sessionId, kind: 'cancelled', timeVersion })) return timeVersion;
	const { day, startTime, lengthMinutes } = time;
	const set = { setAt: clock.now(), setBy: actor.kind === 'staff' ? actor.staffId : null, askedBy: null };
	const why = 'It goes ahead after all, and people had been told that it does not';
	insertSessionTime(tx, { sessionId, timeVersion: timeVersion + 1, day, startTime, lengthMinutes, ...set, why });
	return timeVersion + 1;
}
