import type { StaffActor } from '#app/domain/access/actor.ts';
import { isOnRecord, mayCorrect } from '#app/domain/attendance/correction.ts';
import { typedText } from '#app/domain/attendance/typed-mark.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { CohortId, PersonId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { wayBack } from '#app/http/way-back.ts';
import { formatDay, formatShortDay } from '#app/ui/format.ts';
import { listTermRegisters } from '#db/queries/registers/term-registers.ts';
import { listRowsOfRegisters, type RegisterRow } from '#db/queries/registers.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { keyOf } from './form.ts';

/** So many sessions are typed up at a time. */
export const COLUMNS = 8;

/** The numbers of the sessions that are shown; null for those whose register lacks something. */
export type Plans = readonly number[] | null;

/** Reads which sessions an address asks for: `3,4,5`. */
export function parsePlans(text: string | null): Plans {
	return text !== null && /^\d{1,3}(,\d{1,3})*$/.test(text) ? text.split(',').map(Number) : null;
}

export type GridView = NonNullable<ReturnType<typeof readGridView>>;
export type CellView =
	| { readonly kind: 'open'; readonly key: string; readonly text: string; readonly version: number }
	/** Why nothing can be typed here. */
	| { readonly kind: 'closed'; readonly key: string; readonly why: string; readonly text: string };

type Register = { readonly session: SessionRow; readonly rows: readonly RegisterRow[] };

/**
 * The grid of a cohort: the sessions that have begun and whose register lacks something, or those that are asked for;
 * at most eight. Null when the actor may take no register of it.
 */
export function readGridView(context: RequestContext, actor: StaffActor, cohortId: CohortId, plans: Plans) {
	const { db, clock } = context;
	const now = clock.now();
	const term = listTermRegisters(db, actor, cohortId).filter(({ time }) => time !== null);
	const day = term[0] && findSessionDay(db, actor, term[0].id, 'write', 'register');
	if (!day) return null;
	const rowsOf = listRowsOfRegisters(
		db,
		actor,
		term.map(({ id }) => id),
	);
	const registers = chosenOf(
		term.map((session) => ({ session, rows: rowsOf(session.id) })),
		plans,
		now,
	);
	const people = peopleOf(registers);
	showsPeople(
		context,
		people.map(({ personId }) => personId),
	);
	const days = registers.map(({ session }) => findSessionDay(db, actor, session.id, 'write', 'register')!);
	return {
		cohortId,
		back: wayBack(cohortId, mayOn(context.db, actor, 'read', 'cohort', cohortId), term[0]?.id),
		isOpenOnes: plans === null,
		cohort: day.cohort.name,
		pages: pagesOf(term),
		columns: registers.map(({ session }) => columnOf(session, now)),
		rows: people.map((person) => ({
			key: person.enrolmentId,
			name: person.name,
			cells: registers.map((register, at) => cellOf(register, days[at]!, person, now)),
		})),
		asksForCorrectionReason: registers.some(
			({ session, rows }, at) =>
				leaveOf(days[at]!, now) === 'needs-reason' && rows.some((row) => isOnRecord(row, session)),
		),
	};
}

function chosenOf(registers: readonly Register[], plans: Plans, now: Instant): readonly Register[] {
	const isOpen = ({ session, rows }: Register) =>
		session.state !== 'cancelled' && hasStarted(session, now) && rows.some(({ mark }) => mark === null);
	const chosen = registers.filter((one) => (plans === null ? isOpen(one) : plans.includes(one.session.planNumber)));
	return chosen.slice(0, COLUMNS);
}

/** The plans of the term, eight at a time. */
function pagesOf(term: readonly SessionRow[]): readonly (readonly number[])[] {
	const numbers = term.map(({ planNumber }) => planNumber);
	return Array.from({ length: Math.ceil(numbers.length / COLUMNS) }, (_, at) =>
		numbers.slice(at * COLUMNS, (at + 1) * COLUMNS),
	);
}

type Person = Pick<RegisterRow, 'enrolmentId' | 'name' | 'filedName'> & { readonly personId: PersonId };

/** Everybody who is expected at one of them, once, as lists file them. */
function peopleOf(registers: readonly Register[]): readonly Person[] {
	const people = new Map(registers.flatMap(({ rows }) => rows.map((row) => [row.enrolmentId, row])));
	return [...people.values()].sort((one, other) => (one.filedName < other.filedName ? -1 : 1));
}

function columnOf({ id, planNumber, time, state, version }: SessionRow, now: Instant) {
	const isAhead = !hasStarted({ time }, now);
	return {
		sessionId: id,
		planNumber,
		version,
		day: time ? formatShortDay(time.day) : '',
		dayInWords: time ? formatDay(time.day) : '',
		/** To be asked, answered already, or still to come. */
		answer: state === 'held' ? ('yes' as const) : state === 'cancelled' ? ('no' as const) : isAhead ? 'ahead' : 'open',
	};
}

function cellOf({ session, rows }: Register, day: SessionDay, person: Person, now: Instant): CellView {
	const row = rows.find(({ enrolmentId }) => enrolmentId === person.enrolmentId);
	const key = keyOf(session.id, person.enrolmentId);
	const closed = (why: string, text: string): CellView => ({ kind: 'closed', key, why, text });
	if (!row) return closed('not expected', '—');
	if (session.state === 'cancelled') return closed('did not go ahead', '✕');
	const text = typedText(row);
	if (leaveOf(day, now) === 'not-any-more' && isOnRecord(row, session)) return closed('for a coordinator', text);
	return { kind: 'open', key, text, version: row.version };
}

function leaveOf({ delivers, arranges, session }: SessionDay, now: Instant) {
	return mayCorrect({ facilitates: delivers, oversees: arranges }, session, now);
}
