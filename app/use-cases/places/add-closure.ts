import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Closure } from '#app/domain/scheduling/meeting-pattern.ts';
import { daysBetween } from '#app/domain/shared/calendar-day.ts';
import type { Id, VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listClosures } from '#db/queries/closures.ts';
import { findVenue } from '#db/queries/places.ts';
import { insertClosure } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Longer than this is a slip of the keyboard, or a venue that is given up. */
const LONGEST_DAYS = 366;

type NewClosure = Closure & { readonly venueId: VenueId | null };
type Refusal = 'not-found' | 'unknown-venue' | 'ends-before-start' | 'closure-too-long' | 'closed-already';

/**
 * Closes the organisation (no venue) or one venue from one day to another, both included. Sessions that are laid out
 * already stay until somebody moves them (`moveSessionsOut`); the ones laid out from now on keep clear of it.
 */
export function addClosure(context: AppContext, actor: Actor, closure: NewClosure): Outcome<Id<'closure'>, Refusal> {
	const { from, to, label, venueId } = closure;
	return audited(context, { actor, action: 'closure-added' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'closures')) return refused('not-found');
		if (to < from) return refused('ends-before-start', { from, to });
		if (daysBetween(from, to) >= LONGEST_DAYS) return refused('closure-too-long', { most: LONGEST_DAYS });
		if (venueId && !findVenue(tx, actor, venueId)) return refused('unknown-venue');
		const same = listClosures(tx, actor).some(
			(other) => other.venueId === venueId && other.from === from && other.to === to,
		);
		if (same) return refused('closed-already', { from, to });
		const id = context.ids.next<Id<'closure'>>();
		tell({ record: ['closure', id] });
		insertClosure(tx, { id, venueId, fromDay: from, toDay: to, label });
		return done(id);
	});
}
