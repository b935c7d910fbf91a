import { and, eq, inArray } from 'drizzle-orm';
import type { PersonId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { enrolments, registerRows, type sessions } from '../../schema/index.ts';

type Found = Pick<typeof sessions.$inferSelect, 'id' | 'kind'>;

/** Who is expected at each catch-up among these sessions, in one read: for the rule on clashes, whoever may read them. */
export function listPeopleAtCatchUps(db: Db, found: readonly Found[]): ReadonlyMap<SessionId, readonly PersonId[]> {
	const ids = found.filter(({ kind }) => kind === 'catch-up').map(({ id }) => id);
	const rows = db
		.select({ sessionId: registerRows.sessionId, personId: enrolments.personId })
		.from(registerRows)
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.where(and(inArray(registerRows.sessionId, ids), eq(registerRows.expected, true)))
		.all();
	const ofSession = Map.groupBy(rows, ({ sessionId }) => sessionId);
	return new Map(ids.map((id) => [id, (ofSession.get(id) ?? []).map(({ personId }) => personId)]));
}
