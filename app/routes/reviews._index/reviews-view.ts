import type { StaffActor } from '#app/domain/access/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { countReviews, listReviews, REVIEWS_PER_PAGE, type ReviewRow } from '#db/queries/access/reviews.ts';

/** One page of the opened records, those that wait for a review first. */
export function reviewsView(context: RequestContext, actor: StaffActor, asked: number) {
	const { db } = context;
	const { all, waiting } = countReviews(db, actor);
	const pages = Math.max(1, Math.ceil(all / REVIEWS_PER_PAGE));
	const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
	const rows = listReviews(db, actor, page);
	showsPeople(
		context,
		rows.map(({ person }) => person.personId),
	);
	const reviews = rows.map((row) => lineOf(row, actor));
	return { reviews, waiting, page, pages };
}

function lineOf({ id, staffId, openedBy, person, openedAt, reviewedAt, reviewedBy }: ReviewRow, actor: StaffActor) {
	const waits = staffId === actor.staffId ? 'Waits for another lead' : 'Waits for review';
	return {
		href: paths.review(id),
		opened: formatInstant(openedAt),
		openedBy,
		person: person.name === person.reference ? person.reference : `${person.name} (${person.reference})`,
		isClosed: reviewedAt !== null,
		review: reviewedAt === null ? waits : `Closed by ${reviewedBy}, ${formatInstant(reviewedAt)}`,
	};
}
