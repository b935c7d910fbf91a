import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { inTransaction } from '#db/client.ts';
import { endCalendarFeeds } from '#db/stores/calendar-feeds.ts';

/** Ends the actor's calendar address at once: whoever holds it finds nothing there any more. */
export function endCalendarFeed({ db, clock }: AppContext, actor: Actor): Outcome<undefined, 'not-found'> {
	if (actor.kind !== 'staff' || !mayAtAll(actor, 'write', 'own-calendar')) return refused('not-found');
	inTransaction(db, (tx) => endCalendarFeeds(tx, actor.staffId, clock.now()));
	return done();
}
