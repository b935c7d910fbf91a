import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { endCalendarFeeds, insertCalendarFeed } from '#db/stores/calendar/calendar-feeds.ts';
import { audited } from '../audit/audited.ts';

/**
 * Makes a secret calendar address for the actor and ends the one before. The secret is never
 * shown again: only its hash is kept.
 */
export function makeCalendarFeed(context: AppContext, actor: Actor): Outcome<{ readonly secret: string }, 'not-found'> {
	const { clock, credentials } = context;
	return audited(context, { actor, action: 'calendar-made' }, (tx) => {
		if (actor.kind !== 'staff' || !mayAtAll(actor, 'write', 'own-calendar')) return refused('not-found');
		const { staffId } = actor;
		const now = clock.now();
		const secret = credentials.newSecret();
		endCalendarFeeds(tx, staffId, now);
		insertCalendarFeed(tx, { tokenHash: credentials.hashSecret(secret), staffId, createdAt: now });
		return done({ secret });
	});
}
