import type { StaffActor } from '#app/domain/access/actor.ts';
import { isOpen, openedUntil } from '#app/domain/access/opening.ts';
import type { BrokenGlassId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { findReview } from '#db/queries/access/reviews.ts';

export type ReviewView = NonNullable<ReturnType<typeof reviewView>>;

/** One opened record for the lead who reviews it; null when the actor may not. */
export function reviewView(context: RequestContext, actor: StaffActor, id: BrokenGlassId) {
	const { db, clock } = context;
	const row = findReview(db, actor, id);
	if (!row) return null;
	showsPeople(context, [row.person.personId]);
	const { person, openedBy, reason, openedAt, reviewedAt, reviewedBy, reviewNote, version } = row;
	const goesOn = isOpen(row, clock.now());
	return {
		id,
		version,
		openedBy,
		person: person.name === person.reference ? person.reference : `${person.name} (${person.reference})`,
		opened: formatInstant(openedAt),
		until: `${formatInstant(openedUntil(row))}${goesOn ? ', still open' : ''}`,
		goesOn,
		reason,
		/** Which pages were opened meanwhile stands in the audit trail. */
		viewsHref: paths.personViews(person.personId),
		isOwn: row.staffId === actor.staffId,
		closed: reviewedAt && { by: reviewedBy, at: formatInstant(reviewedAt), note: reviewNote },
	};
}
