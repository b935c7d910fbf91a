import { and, count, eq, exists, gt, isNull, lte, ne, not, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type Db, prepareOnce } from '../../client.ts';
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
 * How many messages somebody has taken up, or handed over after one moment and up to another, whatever process it was. What
 * a clock that went ahead says of later is not of that time.
 */
export function countTakenSince(db: Db, after: Instant, until: Instant): number {
	const query = prepareOnce(db, 'messages taken since', () => {
		const isTaken = and(eq(outbox.state, 'leased'), isNull(outbox.handedOverAt));
		const isHandedOver = and(
			gt(outbox.handedOverAt, sql.placeholder('after')),
			lte(outbox.handedOverAt, sql.placeholder('until')),
		);
		return db.select({ all: count() }).from(outbox).where(or(isTaken, isHandedOver)).prepare();
	});
	return query.get({ after, until })!.all;
}
