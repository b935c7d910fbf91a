import { and, eq, exists, inArray, isNotNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { enrolments, familyMembers, outbox, people } from '../../schema/index.ts';

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
				isOneFamily(db, him.id, personId),
			),
		);
	return sql<Instant[]>`case when ${side} = 'survivor' then (${moments}) else '[]' end`.mapWith(
		(text: string) => JSON.parse(text) as Instant[],
	);
}

function isOneFamily(db: Db, one: SQLWrapper, other: SQLWrapper): SQL {
	const [his, hers] = [alias(familyMembers, 'his_family'), alias(familyMembers, 'her_family')];
	return exists(
		db
			.select({ one: sql`1` })
			.from(his)
			.innerJoin(hers, eq(hers.familyId, his.familyId))
			.where(and(eq(his.personId, one), eq(hers.personId, other))),
	);
}
