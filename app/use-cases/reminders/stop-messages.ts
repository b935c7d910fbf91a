import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { MessageStopId, PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findStop, mayStop } from '#db/queries/messages/stops.ts';
import { endStop, insertStop } from '#db/stores/messages/message-stops.ts';
import { audited } from '../audit/audited.ts';
import { replan } from './replan.ts';

/**
 * Stops everything to a person at once, until somebody ends it: what waits is let go, what a sender has taken up is called
 * back, and nothing new leaves. Refused for who may not decide on their messages. Twice is once (safety.md §3).
 */
export function stopMessages(
	context: AppContext,
	actor: StaffActor,
	{ personId, reason }: { readonly personId: PersonId; readonly reason: string },
): Outcome<undefined, 'not-found' | 'stopped-already'> {
	const about = { record: ['person', personId], people: [personId] } as const;
	return audited(context, { actor, action: 'messages-stopped', ...about }, (tx) => {
		if (!mayStop(tx, actor, personId)) return refused('not-found');
		if (findStop(tx, personId)) return refused('stopped-already');
		const id = context.ids.next<MessageStopId>();
		insertStop(tx, { id, personId, reason, setBy: actor.staffId, setAt: context.clock.now() });
		replan(context, tx, { personId });
		return done();
	});
}

/** Lets messages to a person leave again, each as it is judged then. Refused as a stop is, and when there is none. */
export function resumeMessages(
	context: AppContext,
	actor: StaffActor,
	personId: PersonId,
): Outcome<undefined, 'not-found' | 'not-stopped'> {
	const about = { record: ['person', personId], people: [personId] } as const;
	return audited(context, { actor, action: 'messages-resumed', ...about }, (tx) => {
		if (!mayStop(tx, actor, personId)) return refused('not-found');
		const stop = findStop(tx, personId);
		if (!stop) return refused('not-stopped');
		endStop(tx, stop.id, actor.staffId, context.clock.now());
		replan(context, tx, { personId });
		return done();
	});
}
