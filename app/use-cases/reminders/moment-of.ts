import type { AppContext } from '#app/context.ts';
import type { Moment } from '#db/queries/messages/may-be-wanted.ts';

/** Now, when each kind of message leaves, and by what: by mail always, by text where something sends them. */
export function momentOf({ clock, content, texter }: AppContext): Moment {
	return { now: clock.now(), timings: content.kindTimings, sentBy: texter ? ['email', 'text'] : ['email'] };
}
