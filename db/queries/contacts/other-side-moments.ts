import { and, eq, inArray, isNotNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { enrolments, outbox, people } from '../../schema/index.ts';
import { areOneFamily } from './standing-contact.ts';

/**
 * When something left, or is about to leave, to the perpetrator side of the families of the survivor-side person in the
 * row: what is late may leave any moment. Nothing for anybody else, so that only her messages ever give way (safety.md §3).
 */
export function otherSideMoments(db: Db, personId: SQLWrapper, side: SQLWrapper, now: Instant): SQL<Instant[]> {
	const [his, place, him] = [alias(outbox, 'his_message'), alias(enrolments, 'his_place'), alias(people, 'him')];
	const waitsUntil = sql`max(coalesce(${his.leasedUntil}, ${his.dueAt}), ${now})`;
	const moments = db
		.select({ at: sql`json_group_array(coalesce(${his.handedOverAt}, ${waitsUntil}))` })
		.from(his)
		.innerJoin(place, eq(place.id, his.enrolmentId))
		.innerJoin(him, eq(him.id, place.personId))
		.where(
			and(
				eq(him.side, 'perpetrator'),
				or(inArray(his.state, ['queued', 'leased']), isNotNull(his.handedOverAt)),
				areOneFamily(db, him.id, personId),
			),
		);
	return sql<Instant[]>`case when ${side} = 'survivor' then (${moments}) else '[]' end`.mapWith(
		(text: string) => JSON.parse(text) as Instant[],
	);
}
