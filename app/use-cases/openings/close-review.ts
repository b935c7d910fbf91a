import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { isOpen } from '#app/domain/access/opening.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { BrokenGlassId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findReview } from '#db/queries/access/reviews.ts';
import { settleNotices } from '#db/stores/notices.ts';
import { endOpenings, reviewOpening } from '#db/stores/openings.ts';
import { audited } from '../audit/audited.ts';

type Review = { readonly id: BrokenGlassId; readonly version: number; readonly note: string };
type Refusal = 'not-found' | 'own-opening' | 'changed-meanwhile' | 'note-missing';

/**
 * Closes the review of an opened record with what came of it. Nobody reviews their own. A record that is still open is
 * closed with it, and nobody's notice about it waits any more. Refused when another lead was first.
 */
export function closeReview(
	context: AppContext,
	actor: StaffActor,
	{ id, version, note }: Review,
): Outcome<undefined, Refusal> {
	const now = context.clock.now();
	const record = ['opening', id] as const;
	return audited(context, { actor, action: 'opening-reviewed', record }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'review')) return refused('not-found');
		const opening = findReview(tx, actor, id);
		if (!opening) return refused('not-found');
		tell({ people: [opening.person.personId] });
		if (opening.staffId === actor.staffId) return refused('own-opening');
		if (note.trim() === '') return refused('note-missing');
		const review = { reviewedBy: actor.staffId, reviewedAt: now, reviewNote: note.trim() };
		if (!reviewOpening(tx, id, version, review)) return refused('changed-meanwhile');
		if (isOpen(opening, now)) endOpenings(tx, opening.staffId, now);
		settleNotices(tx, ['review-waits', 'review-lacks-lead'], id, now);
		return done();
	});
}
