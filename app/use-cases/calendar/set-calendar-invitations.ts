import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findInvitationWish } from '#db/queries/calendar/calendar-invitations.ts';
import { setInvitationWish } from '#db/stores/calendar/calendar-invitations.ts';
import { audited } from '../audit/audited.ts';

/**
 * Notes whether the actor wants a calendar invitation for each session of theirs. The mails follow with the next minute's
 * work: turned off, what their calendar shows of the time to come is taken out of it, because it would follow no change.
 */
export function setCalendarInvitations(
	context: AppContext,
	actor: Actor,
	wanted: boolean,
): Outcome<undefined, 'not-found'> {
	const action = wanted ? 'calendar-invitations-begun' : 'calendar-invitations-ended';
	return audited(context, { actor, action }, (tx) => {
		if (actor.kind !== 'staff' || !mayAtAll(actor, 'write', 'own-calendar')) return refused('not-found');
		const isOn = findInvitationWish(tx, actor) !== null;
		if (isOn !== wanted) setInvitationWish(tx, actor.staffId, wanted ? context.clock.now() : null);
		return done();
	});
}
