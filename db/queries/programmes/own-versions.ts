import { and, asc, count, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { programmeVersions, staff } from '../../schema/index.ts';

/**
 * Every version that is published, for the content: whoever may read a programme may read it as published, and the page
 * asks for that. In the order in which they were.
 */
export function listPublishedVersions(db: Db) {
	const { slug, number, shipped, plans, takesEffectOn } = programmeVersions;
	return db
		.select({ slug, number, shipped, plans, takesEffectOn })
		.from(programmeVersions)
		.where(eq(programmeVersions.state, 'published'))
		.orderBy(asc(programmeVersions.publishedAt), asc(programmeVersions.id))
		.all();
}

/** How many are published: as none is ever changed or taken away, another number says that there are new ones to read. */
export function countPublishedVersions(db: Db): number {
	const found = prepareOnce(db, 'published versions', () =>
		db.select({ published: count() }).from(programmeVersions).where(eq(programmeVersions.state, 'published')).prepare(),
	).get();
	return found?.published ?? 0;
}

export type OwnVersionRow = ReturnType<typeof listOwnVersions>[number];

/** The own versions of a programme, drafts too, newest first, with who wrote and published them; without their plans. */
export function listOwnVersions(db: Db, actor: Actor, slug: string) {
	if (!mayAtAll(actor, 'read', 'programme-version')) return [];
	const [author, publisher] = [alias(staff, 'author'), alias(staff, 'publisher')];
	const { id, number, shipped, startedFrom, state, changedAt, publishedAt, takesEffectOn } = programmeVersions;
	return db
		.select({
			...{ id, number, shipped, startedFrom, state, changedAt, publishedAt, takesEffectOn },
			...{ changedBy: author.name, publishedBy: publisher.name },
		})
		.from(programmeVersions)
		.innerJoin(author, eq(author.id, programmeVersions.changedBy))
		.leftJoin(publisher, eq(publisher.id, programmeVersions.publishedBy))
		.where(eq(programmeVersions.slug, slug))
		.orderBy(asc(programmeVersions.createdAt), asc(programmeVersions.id))
		.all()
		.toReversed();
}

export type OwnVersionFound = NonNullable<ReturnType<typeof findOwnVersion>>;

/** An own version of this programme, whatever its state; null when there is none or it is not for the actor to write. */
export function findOwnVersion(db: Db, actor: Actor, slug: string, versionId: ProgrammeVersionId) {
	if (!mayAtAll(actor, 'read', 'programme-version')) return null;
	const own = and(eq(programmeVersions.id, versionId), eq(programmeVersions.slug, slug));
	return db.select().from(programmeVersions).where(own).get() ?? null;
}
