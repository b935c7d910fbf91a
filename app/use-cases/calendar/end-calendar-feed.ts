import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { endCalendarFeeds } from '#db/stores/calendar/calendar-feeds.ts';
import { audited } from '../audit/audited.ts';

/** Ends the actor's calendar address at once: whoever holds it finds nothing there any more. */
export function endCalendarFeed(context: AppContext, actor: Actor): Outcome<undefined, 'not-found'> {
	return audited(context, { actor, action: 'calendar-ended' }, (tx) => {
		if (actor.kind !== 'staff' || !mayAtAll(actor, 'write', 'own-calendar')) return refused('not-found');
		endCalendarFeeds(tx, actor.staffId, context.clock.now());
		return done();
	});
}
