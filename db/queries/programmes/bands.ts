import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Bands } from '#app/domain/fidelity/bands.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { programmeBands, staff } from '../../schema/index.ts';

/**
 * The bands that the provider set for a programme; null when they set none and those of its version hold. They are
 * configuration and say nothing of anybody: for whoever may read a figure beside which they stand.
 */
export function findBands(db: Db, slug: string): Bands | null {
	const query = prepareOnce(db, 'bands of a programme', () =>
		db
			.select({ good: programmeBands.good, watch: programmeBands.watch })
			.from(programmeBands)
			.where(eq(programmeBands.slug, sql.placeholder('slug')))
			.orderBy(desc(programmeBands.number))
			.limit(1)
			.prepare(),
	);
	return query.get({ slug }) ?? null;
}

/** Every time that somebody set them, the first before the others; nothing for who may not read programmes. */
export function listBandChanges(db: Db, actor: Actor, slug: string) {
	if (!mayAtAll(actor, 'read', 'programme')) return [];
	const { number, good, watch, setAt } = programmeBands;
	return db
		.select({ number, good, watch, setAt, by: staff.name })
		.from(programmeBands)
		.innerJoin(staff, eq(staff.id, programmeBands.setBy))
		.where(eq(programmeBands.slug, slug))
		.orderBy(asc(programmeBands.number))
		.all();
}
