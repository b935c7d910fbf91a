import { checkMark, LONGEST_NOTE, type MarkRefusal } from '../../attendance/check-mark.ts';
import { MARK_MEANINGS, parseMark } from '../../attendance/marks.ts';
import type { MarkEntry } from '../../attendance/register.ts';
import type { Enrolment, Exit } from '../../attrition/enrolment.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { dayOf, type Instant } from '../../shared/instant.ts';
import type { CellRefusal, ProposedMark, ProposedParticipant } from '../proposal.ts';
import { exitFromWords } from './exit-from-words.ts';
import type { ImportedSession } from './imported-sessions.ts';
import { splitName } from './split-name.ts';

/** One person with a place in the cohort and a row in each register from the session at which they joined. */
export type ImportedPerson = Pick<Enrolment, 'enrolledOn' | 'joinsAtPlan' | 'exit'> & {
	/** As the spreadsheet numbers it. */
	readonly row: number;
	readonly givenName: string;
	readonly familyName: string;
	readonly reference: string;
	readonly state: 'enrolled' | 'on-programme' | 'left' | 'removed';
	readonly rows: readonly ImportedRow[];
	readonly catchUps: readonly { readonly planNumber: number; readonly doneOn: CalendarDay | null }[];
	/** Cells that the register's reading took and a rule of the register does not; their rows stay not recorded. */
	readonly refused: readonly RefusedMark[];
};
/** `entry` is null where nothing is recorded yet. */
export type ImportedRow = {
	readonly planNumber: number;
	readonly expected: boolean;
	readonly entry: MarkEntry | null;
};
export type RefusedMark = { readonly cell: string; readonly raw: string; readonly code: CellRefusal | MarkRefusal };

const NOTE_OF_CATCH_UP = 'Missed, then caught up: the paper register does not say how he let us know.';

/**
 * What becomes of one row of the register. `reference` is known to be free, and the row to have a session at which the
 * person was enrolled. Who caught up had missed the session: it is stored as an absence with the reason “not given” beside
 * the catch-up, because a register that is filled in has no empty row, and is never attended (§5.3).
 */
export function importPerson(
	person: ProposedParticipant,
	reference: string,
	sessions: readonly ImportedSession[],
	now: Instant,
): ImportedPerson {
	const byColumn = new Map(sessions.map((session) => [session.column, session]));
	const met = person.marks.map((mark) => ({ mark, session: byColumn.get(mark.session)! }));
	const joined = met.find(({ mark }) => mark.session === person.joinedSession)!;
	const exit = exitOf(person, met, now);
	const joinsAtPlan = joined.session.planNumber;
	const judged = sessions
		.filter(({ planNumber }) => planNumber >= joinsAtPlan)
		.map((session) => judgeRow(session, met.find((one) => one.session === session)?.mark ?? null, exit, now));
	const rows = judged.map(({ row }) => row);
	const hasAttended = rows.some(({ entry }) => entry?.mark && MARK_MEANINGS[entry.mark].attended);
	const caughtUp = met.filter(({ mark }) => mark.code === 'caught-up');
	return {
		row: person.row,
		...splitName(person.name),
		reference,
		enrolledOn: joined.session.time!.day,
		joinsAtPlan,
		exit,
		state: exit?.kind ?? (hasAttended ? 'on-programme' : 'enrolled'),
		rows,
		catchUps: caughtUp.map(({ mark, session }) => ({ planNumber: session.planNumber, doneOn: mark.caughtUpOn })),
		refused: judged.flatMap(({ refused }) => refused ?? []),
	};
}

type Met = { readonly mark: ProposedMark; readonly session: ImportedSession };

/** The last day of the place is that of the last session at which the person was enrolled, as far as it has come. */
function exitOf(person: ProposedParticipant, met: readonly Met[], now: Instant): Exit | null {
	if (person.leftAfterSession === null) return null;
	const enrolled = met.filter(({ mark }) => mark.code !== 'not-enrolled').map(({ session }) => session.time!.day);
	const last = enrolled.reduce((one, other) => (one > other ? one : other));
	const today = dayOf(now);
	const after = met.filter(({ mark }) => mark.session > person.leftAfterSession!).map(({ mark }) => mark.raw);
	const words = after.find((raw) => raw.trim() !== '') ?? '';
	return { on: last < today ? last : today, ...exitFromWords(words, person.leavingReason) };
}

type JudgedRow = { readonly row: ImportedRow; readonly refused?: RefusedMark };

function judgeRow(session: ImportedSession, mark: ProposedMark | null, exit: Exit | null, now: Instant): JudgedRow {
	const { planNumber } = session;
	const isAfterExit = exit !== null && (session.time === null || session.time.day > exit.on);
	const entry = mark && entryOf(mark);
	if (mark?.code === 'not-enrolled' || (!entry && isAfterExit)) {
		return { row: { planNumber, expected: false, entry: null } };
	}
	if (!mark || !entry) return { row: { planNumber, expected: true, entry: null } };
	const checked = checkMark(entry, session, now, 'import');
	if (checked.done) return { row: { planNumber, expected: true, entry: checked.value } };
	const { cell, raw } = mark;
	return { row: { planNumber, expected: true, entry: null }, refused: { cell, raw, code: checked.code } };
}

function entryOf(mark: ProposedMark): MarkEntry | null {
	const { code, minutes, reason, reasonKind, note } = mark;
	if (code === 'caught-up') {
		return { mark: 'absent-notified', minutes: null, reason: 'not-given', note: NOTE_OF_CATCH_UP };
	}
	const known = code === null ? null : parseMark(code);
	if (known === null) return null;
	// In the team's own words where our list has nothing nearer.
	const words = reasonKind === 'other' ? [...new Set([reason, note])].filter(Boolean).join(': ') : note;
	return {
		mark: known,
		minutes,
		reason: reasonKind ?? 'not-given',
		note: words?.slice(0, LONGEST_NOTE).trim() || null,
	};
}
