import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Mark } from '#app/domain/attendance/marks.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { enrolments, registerRows, sessions } from '../../schema/index.ts';
import { isOfTerm } from '../sessions.ts';

/** The places among these that go on, with every mark of the term: for the rule that says whether somebody has started. */
export function listAttendedOf(db: Db, enrolmentIds: readonly EnrolmentId[]) {
	const query = prepareOnce(db, 'marks of places that go on', prepareMarks);
	return query
		.all({ ids: JSON.stringify(enrolmentIds) })
		.map(({ marks, ...place }) => ({ ...place, marks: JSON.parse(marks) as Mark[] }));
}

function prepareMarks(db: Db) {
	const marks = db
		.select({ all: sql`json_group_array(${registerRows.mark})` })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.where(
			and(
				eq(registerRows.enrolmentId, enrolments.id),
				isOfTerm(),
				eq(sessions.state, 'held'),
				sql`${registerRows.mark} is not null`,
			),
		);
	return db
		.select({
			...{ id: enrolments.id, version: enrolments.version, state: enrolments.state },
			marks: sql<string>`(${marks})`,
		})
		.from(enrolments)
		.where(
			and(
				sql`${enrolments.id} in (select value from json_each(${sql.placeholder('ids')}))`,
				inArray(enrolments.state, ['enrolled', 'on-programme']),
			),
		)
		.prepare();
}
