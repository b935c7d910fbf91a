import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CatchUp } from '#app/domain/attendance/catch-ups.ts';
import type { Mark } from '#app/domain/attendance/marks.ts';
import { type PaperStyle, paperNames } from '#app/domain/attendance/paper-names.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { CohortId, EnrolmentId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listRestrictedOf, listTermRegisters } from '#db/queries/registers/term-registers.ts';
import { listRowsOfRegisters, type RegisterRow } from '#db/queries/registers.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { readCatchUps } from '../catch-ups/read-catch-ups.ts';

/** So many sessions fit across one sheet of a term. */
export const SESSIONS_ON_A_SHEET = 8;

export type PaperLine = {
	readonly enrolmentId: EnrolmentId;
	/** As they are written on this sheet. */
	readonly written: string;
	/** A catch-up is needed or booked and not done; null for who may not read what is owed, such as somebody who stands in. */
	readonly owesCatchUp: boolean | null;
	/** One for each session of the sheet: what is on record, null for nothing yet; `not-expected` is nobody's to fill in. */
	readonly cells: readonly (Mark | null | 'not-expected')[];
};
export type PaperSheet = {
	readonly cohort: Pick<SessionDay['cohort'], 'id' | 'name'>;
	readonly sessions: readonly SessionRow[];
	readonly lines: readonly PaperLine[];
	/** Whom the sheet holds. */
	readonly people: readonly PersonId[];
};

/** The register of one session as a sheet to fill in by hand; null when the actor may not take it. (§5.11) */
export function readSessionPaper(
	context: AppContext,
	actor: Actor,
	sessionId: SessionId,
	style: PaperStyle,
): PaperSheet | null {
	const day = findSessionDay(context.db, actor, sessionId, 'write', 'register');
	return day && sheetOf(context, actor, { cohort: day.cohort, sessions: [day.session], style });
}

/**
 * The next sessions of a cohort that have a day and go ahead, on one sheet; null when the actor may take none of its
 * registers. It may hold no session at all. (§5.11)
 */
export function readTermPaper(
	context: AppContext,
	actor: Actor,
	cohortId: CohortId,
	style: PaperStyle,
): PaperSheet | null {
	const { db, clock } = context;
	const term = listTermRegisters(db, actor, cohortId);
	const day = term[0] && findSessionDay(db, actor, term[0].id, 'write', 'register');
	if (!day) return null;
	const ahead = term.filter((session) => session.time !== null && session.state !== 'cancelled');
	const coming = ahead.filter((session) => session.state === 'scheduled' && !hasStarted(session, clock.now()));
	return sheetOf(context, actor, { cohort: day.cohort, sessions: coming.slice(0, SESSIONS_ON_A_SHEET), style });
}

type ToWrite = Pick<PaperSheet, 'cohort' | 'sessions'> & { readonly style: PaperStyle };

function sheetOf(context: AppContext, actor: Actor, { cohort, sessions, style }: ToWrite): PaperSheet {
	const { db } = context;
	const rowsOf = listRowsOfRegisters(
		db,
		actor,
		sessions.map(({ id }) => id),
	);
	const registers = sessions.map(({ id }) => rowsOf(id));
	const rows = rowsOfAll(registers);
	const restricted = listRestrictedOf(
		db,
		actor,
		rows.map(({ personId }) => personId),
	);
	const written = paperNames(
		rows.map((row) => ({ ...row, isRestricted: restricted.has(row.personId) })),
		style,
	);
	const owing = whoOwes(context, db, actor, cohort.id);
	const lines = rows.map(({ enrolmentId }, at) => ({
		enrolmentId,
		written: written[at]!,
		owesCatchUp: owing?.has(enrolmentId) ?? null,
		cells: registers.map((register) => {
			const row = register.find((one) => one.enrolmentId === enrolmentId);
			return row ? row.mark : 'not-expected';
		}),
	}));
	return { cohort, sessions, lines, people: rows.map(({ personId }) => personId) };
}

/** Everybody who is expected at one of them, once, in the order of the first register that they are on. */
function rowsOfAll(registers: readonly (readonly RegisterRow[])[]): readonly RegisterRow[] {
	return [...new Map(registers.flat().map((row) => [row.enrolmentId, row])).values()];
}

/** Null when it is not the actor’s to read: that is unknown, and never nobody. */
function whoOwes(context: AppContext, db: Db, actor: Actor, cohortId: CohortId): ReadonlySet<EnrolmentId> | null {
	const read = readCatchUps(context, db, actor, cohortId);
	if (!read) return null;
	const isOwed = ({ state }: CatchUp) => state === 'needed' || state === 'booked';
	const owing = read.people.filter(({ catchUps }) => catchUps.some(isOwed));
	return new Set(owing.map(({ enrolmentId }) => enrolmentId));
}
