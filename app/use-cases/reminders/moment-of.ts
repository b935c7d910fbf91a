import type { AppContext } from '#app/context.ts';
import type { Moment } from '#db/queries/messages/may-be-wanted.ts';

/** Now, and when each kind of message leaves. */
export function momentOf({ clock, content }: AppContext): Moment {
	return { now: clock.now(), timings: content.kindTimings };
}
