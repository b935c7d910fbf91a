import { and, asc, count, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { BrokenGlassId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { brokenGlass, people, staff } from '../../schema/index.ts';
import { shownPerson, visiblePeople } from './visible-people.ts';

export const REVIEWS_PER_PAGE = 25;

export type ReviewRow = ReturnType<typeof listReviews>[number];

/** One page, counted from 1, of the openings of records for who may review them: what waits first, then the newest. */
export function listReviews(db: Db, actor: StaffActor, page: number) {
	if (!mayAtAll(actor, 'read', 'review')) return [];
	return selectReviews(db, actor)
		.where(visiblePeople(db, actor, 'read', 'person'))
		.orderBy(sql`${brokenGlass.reviewedAt} is not null`, desc(brokenGlass.openedAt), asc(brokenGlass.id))
		.limit(REVIEWS_PER_PAGE)
		.offset((page - 1) * REVIEWS_PER_PAGE)
		.all();
}

/** How many openings there are, and how many wait for this actor: not their own. None for who may not review. */
export function countReviews(db: Db, actor: StaffActor): { readonly all: number; readonly waiting: number } {
	if (!mayAtAll(actor, 'read', 'review')) return { all: 0, waiting: 0 };
	const waiting = and(isNull(brokenGlass.reviewedAt), ne(brokenGlass.staffId, actor.staffId));
	const one = db
		.select({ all: count(), waiting: sql<number>`coalesce(sum(${waiting}), 0)` })
		.from(brokenGlass)
		.get();
	return one ?? { all: 0, waiting: 0 };
}

/** One opening with its reason and its review, for who may review; null otherwise. */
export function findReview(db: Db, actor: StaffActor, id: BrokenGlassId): ReviewRow | null {
	if (!mayAtAll(actor, 'read', 'review')) return null;
	return (
		selectReviews(db, actor)
			.where(and(eq(brokenGlass.id, id), visiblePeople(db, actor, 'read', 'person')))
			.get() ?? null
	);
}

function selectReviews(db: Db, actor: StaffActor) {
	const reviewer = alias(staff, 'reviewer');
	return db
		.select({
			id: brokenGlass.id,
			staffId: brokenGlass.staffId,
			openedBy: staff.name,
			person: shownPerson(db, actor),
			reason: brokenGlass.reason,
			openedAt: brokenGlass.openedAt,
			opensUntil: brokenGlass.opensUntil,
			closedAt: brokenGlass.closedAt,
			reviewedAt: brokenGlass.reviewedAt,
			reviewedBy: reviewer.name,
			reviewNote: brokenGlass.reviewNote,
			version: brokenGlass.version,
		})
		.from(brokenGlass)
		.innerJoin(staff, eq(staff.id, brokenGlass.staffId))
		.innerJoin(people, eq(people.id, brokenGlass.personId))
		.leftJoin(reviewer, eq(reviewer.id, brokenGlass.reviewedBy))
		.$dynamic();
}
