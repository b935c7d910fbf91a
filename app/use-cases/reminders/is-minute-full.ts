import type { AppContext } from '#app/context.ts';
import { type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { countTakenSince } from '#db/queries/messages/under-way.ts';

/**
 * Whether as many messages as the settings allow are under way or left within the last minute. Asked in the transaction that
 * takes one, so that no other process takes the last of the minute as well.
 */
export function isMinuteFull({ config }: AppContext, tx: Db, now: Instant): boolean {
	return countTakenSince(tx, plusMinutes(now, -1), now) >= config.messagesPerMinute;
}
