import type { StaffActor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { formatInstant } from '#app/ui/format.ts';
import { lineOf, whenOf } from '#app/ui/messages/message-line.ts';
import { whoApproves } from '#app/use-cases/reminders/wordings/who-approves.ts';
import { findStop, mayStop } from '#db/queries/messages/stops.ts';
import { listMessages, type MessageRow } from '#db/queries/outbox.ts';
import { findPerson } from '#db/queries/people.ts';

export type PersonMessagesView = NonNullable<ReturnType<typeof readPersonMessages>>;

/** What was sent to a person, what was not and why, what is next, and whether all is stopped; null for who may not stop it. */
export function readPersonMessages(context: RequestContext, actor: StaffActor, personId: PersonId) {
	const { db } = context;
	const person = mayStop(db, actor, personId) ? findPerson(db, actor, personId) : null;
	if (!person) return null;
	showsPeople(context, [personId]);
	const messages = listMessages(db, actor, { state: null, page: 1 }, { personId });
	const stop = findStop(db, personId);
	return {
		...{ personId, name: person.name, next: nextOf(messages) },
		stop: stop && { reason: stop.reason, since: `${stop.setBy}, ${formatInstant(stop.setAt)}` },
		messages: messages.map(lineOf),
		approving: whoApproves(db, actor, messages),
	};
}

/** What leaves next, of those that wait; the list has the latest first. */
function nextOf(messages: readonly MessageRow[]): string {
	const next = messages.findLast(({ state }) => state === 'queued');
	return next ? `${lineOf(next).about}. ${whenOf(next)}.` : 'Nothing waits to leave.';
}
