import { and, count, eq, exists, gt, lte, ne, not, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { enrolments, outbox } from '../../schema/index.ts';

/** Both for who sends, never for a page. */
const [other, place] = [alias(outbox, 'under_way'), alias(enrolments, 'place_under_way')];

/**
 * Whether nothing else to the person in the row is with a sender: then what comes after it cannot overtake it, as word that a
 * session does not go ahead would overtake its reminder.
 */
export function isNothingUnderWay(db: Db): SQL {
	const taken = db
		.select({ one: sql`1` })
		.from(other)
		.innerJoin(place, eq(place.id, other.enrolmentId))
		.where(and(eq(other.state, 'leased'), ne(other.id, outbox.id), eq(place.personId, enrolments.personId)));
	return not(exists(taken));
}

/**
 * How many messages were handed over after one moment and up to another, by whatever process. What a clock that went ahead
 * says of later is not of that time.
 */
export function countHandedOver(db: Db, after: Instant, until: Instant): number {
	const within = and(gt(outbox.handedOverAt, after), lte(outbox.handedOverAt, until));
	return db.select({ all: count() }).from(outbox).where(within).get()!.all;
}
