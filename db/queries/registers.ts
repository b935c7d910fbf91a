import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Mark, Reason } from '#app/domain/attendance/marks.ts';
import type { HistoryCell } from '#app/domain/attendance/record-from-history.ts';
import type { CohortId, EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { prepareFor } from '../prepared.ts';
import {
	catchUps,
	cohorts,
	enrolments,
	people,
	registerEntries,
	registerRows,
	sessions,
	staff,
} from '../schema/index.ts';
import { inOrderOfNames, mayBeNamed, shownPerson } from './access/visible-people.ts';
import { isOfTerm } from './sessions.ts';
import { relationsToSessions, visibleCohorts, visibleSessions } from './visible-cohorts.ts';

const columns = {
	sessionId: registerRows.sessionId,
	enrolmentId: registerRows.enrolmentId,
	joinsAtPlan: enrolments.joinsAtPlan,
	enrolmentState: enrolments.state,
	expected: registerRows.expected,
	mark: registerRows.mark,
	minutes: registerRows.minutes,
	markedAt: registerRows.markedAt,
	markedBy: registerRows.markedBy,
	markedByName: staff.name,
	version: registerRows.version,
};

export type RegisterRow = Omit<ReturnType<typeof listRegisterRows>[number], 'history' | 'caughtUpPlans'>;

/** The expected people of a session in the order of their names, each with the mark that stands and who made it. */
export function listRegisterRows(db: Db, actor: Actor, sessionId: SessionId) {
	const { query, values } = prepareFor(db, actor, 'register rows', (standIn) =>
		selectRows(db, standIn, { history: NONE, caughtUpPlans: NONE }).prepare(),
	);
	return query.all({ ...values, sessionId });
}

/** The same of several sessions, in one question. */
export function listRowsOfRegisters(db: Db, actor: Actor, sessionIds: readonly SessionId[]) {
	const { query, values } = prepareFor(db, actor, 'rows of registers', (standIn) =>
		selectRows(db, standIn, { history: NONE, caughtUpPlans: NONE, of: isOneOfSessions }).prepare(),
	);
	const rows = sessionIds.length === 0 ? [] : query.all({ ...values, sessionIds: JSON.stringify(sessionIds) });
	const bySession = Map.groupBy(rows, ({ sessionId }) => sessionId);
	return (sessionId: SessionId): readonly RegisterRow[] => bySession.get(sessionId) ?? [];
}

export type RegisterRowWithHistory = ReturnType<typeof listRegisterRowsWithHistory>[number];

/** A row's `history`: all rows of the same person in the cohort; `caughtUpPlans`: what they have made up for. */
export function listRegisterRowsWithHistory(db: Db, actor: Actor, sessionId: SessionId) {
	const { query, values } = prepareFor(db, actor, 'register rows with history', (standIn) =>
		selectRows(db, standIn, { history: historyAsText, caughtUpPlans: catchUpsAsText }).prepare(),
	);
	return query.all({ ...values, sessionId }).map((row) => ({
		row: row as RegisterRow,
		history: cellsIn(row.history),
		caughtUpPlans: row.caughtUpPlans === null ? [] : row.caughtUpPlans.split(',').map(Number),
	}));
}

/** Every row of the registers of a cohort, in the order of its plans; catch-ups apart, which are never attended (§5.8). */
export function listCohortMarks(db: Db, actor: Actor, cohortId: CohortId) {
	return db
		.select({
			enrolmentId: registerRows.enrolmentId,
			planNumber: sessions.planNumber,
			sessionState: sessions.state,
			startsAt: sessions.startsAt,
			expected: registerRows.expected,
			mark: registerRows.mark,
			minutes: registerRows.minutes,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(sessions.cohortId, cohortId), isOfTerm(), visibleCohorts(db, actor, 'read', 'register.marks')))
		.orderBy(asc(sessions.planNumber))
		.all();
}

export type OpenedRow = { readonly enrolmentId: EnrolmentId; readonly version: number };

/** The marks that stood at these versions of these rows: what somebody's page showed when they opened it. */
export function listMarksAt(db: Db, actor: Actor, sessionId: SessionId, rows: readonly OpenedRow[]) {
	if (rows.length === 0) return [];
	const at = rows.map(({ enrolmentId, version }) =>
		and(eq(registerEntries.enrolmentId, enrolmentId), eq(registerEntries.version, version)),
	);
	return db
		.select({
			enrolmentId: registerEntries.enrolmentId,
			mark: registerEntries.mark,
			minutes: registerEntries.minutes,
			reason: registerEntries.reason,
			note: registerEntries.note,
		})
		.from(registerEntries)
		.innerJoin(sessions, eq(sessions.id, registerEntries.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(eq(registerEntries.sessionId, sessionId), or(...at), visibleSessions(db, actor, 'read', 'register.notes')),
		)
		.all();
}

/**
 * The row’s note for a page that only reads it: to who wrote it, and to who may be shown the person’s name. Null for
 * everybody else, because a note may hold the name that a restriction keeps.
 */
export function noteToRead(actor: Actor, row: Pick<RegisterRow, 'note' | 'mayBeNamed' | 'markedBy'>): string | null {
	const isOwn = actor.kind === 'operator' || row.markedBy === actor.staffId;
	return isOwn || row.mayBeNamed ? row.note : null;
}

// As one text, because two hundred cells cost more to map than the whole page to read: each a session, `+` or `!` for
// expected or not, the mark and after a space the minutes, where there are any.
const own = alias(registerRows, 'own');
const historyAsText = sql<string>`(
	select group_concat(${own.sessionId} || iif(${own.expected}, '+', '!') || ifnull(${own.mark}, '') || ifnull(' ' || ${own.minutes}, ''))
	from ${registerRows} as ${own} where ${own.enrolmentId} = ${registerRows.enrolmentId}
)`;
const catchUpsAsText = sql<string | null>`(
	select group_concat(${catchUps.planNumber}) from ${catchUps} where ${catchUps.enrolmentId} = ${registerRows.enrolmentId}
)`;

function cellsIn(text: string): readonly HistoryCell[] {
	return text.split(',').map((cell): HistoryCell => {
		const plus = cell.indexOf('+');
		const at = plus < 0 ? cell.indexOf('!') : plus;
		const space = cell.indexOf(' ', at);
		const mark = cell.slice(at + 1, space < 0 ? undefined : space);
		const minutes = space < 0 ? null : Number(cell.slice(space + 1));
		return [cell.slice(0, at) as SessionId, plus < 0 ? 0 : 1, mark === '' ? null : (mark as Mark), minutes];
	});
}

const NONE = sql<string>`null`;
const isOneSession = eq(registerRows.sessionId, sql.placeholder('sessionId'));
const isOneOfSessions = sql`${registerRows.sessionId} in (select value from json_each(${sql.placeholder('sessionIds')}))`;

type RowsAsked = { readonly history: SQL<string>; readonly caughtUpPlans: SQL<string | null>; readonly of?: SQL };

function selectRows(db: Db, actor: Actor, { of = isOneSession, ...more }: RowsAsked) {
	const named = sql<boolean>`${mayBeNamed(db, actor)}`.mapWith(Boolean);
	return db
		.select({ ...columns, ...notesShown(db, actor), mayBeNamed: named, ...shownPerson(db, actor), ...more })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(staff, eq(staff.id, registerRows.markedBy))
		.where(and(of, registerRows.expected, visibleSessions(db, actor, 'read', 'register.marks')))
		.orderBy(...inOrderOfNames(db, actor), asc(registerRows.enrolmentId));
}

/**
 * Reasons and notes, for whoever may read those; empty otherwise. A note of a restricted person stays readable to whoever
 * writes the register, since an empty one sent back would overwrite it; a page that only reads asks `noteToRead` of the row.
 */
function notesShown(db: Db, actor: Actor) {
	// Who may read the marks only through what shows the notes as well needs no second look at each row.
	const isSure =
		actor.kind === 'operator' ||
		relationsToSessions(actor, 'read', 'register.marks').every((relation) =>
			relationsToSessions(actor, 'read', 'register.notes').includes(relation),
		);
	if (isSure)
		return { reason: sql<Reason | null>`${registerRows.reason}`, note: sql<string | null>`${registerRows.note}` };
	const shown = visibleSessions(db, actor, 'read', 'register.notes');
	return {
		reason: sql<Reason | null>`case when ${shown} then ${registerRows.reason} end`,
		note: sql<string | null>`case when ${shown} then ${registerRows.note} end`,
	};
}
