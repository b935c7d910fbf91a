import type { AttendanceFact } from '#app/domain/attendance/attendance-fact.ts';
import { type RegisterCell, registerCell } from '#app/domain/cohorts/register-cell.ts';
import type { Instant } from '#app/domain/shared/instant.ts';

/** A place of one member, with what of its register the reader may see. */
export type PlaceOfMember = {
	readonly whose: string;
	readonly what: string;
	readonly marks: readonly AttendanceFact[];
};

export type SideBySide = {
	readonly sessions: readonly number[];
	readonly rows: readonly { readonly name: string; readonly cells: readonly RegisterCell[] }[];
};

/**
 * The registers of a family’s members under one another, by the number of the session, so that a worker sees what both
 * sides had of the same week’s plan. One row for each place; null while no place has a register.
 */
export function sideBySide(places: readonly PlaceOfMember[], now: Instant): SideBySide | null {
	const shown = places.filter(({ marks }) => marks.length > 0);
	const last = Math.max(0, ...shown.flatMap(({ marks }) => marks.map(({ planNumber }) => planNumber)));
	if (last === 0) return null;
	const sessions = Array.from({ length: last }, (_, index) => index + 1);
	const rows = shown.map(({ whose, what, marks }) => ({
		name: `${whose}, ${what}`,
		cells: sessions.map((number) => cellOf(marks, number, now)),
	}));
	return { sessions, rows };
}

/** Of several sessions of one plan the one that was held counts, then the one that is to come. */
function cellOf(marks: readonly AttendanceFact[], planNumber: number, now: Instant): RegisterCell {
	const own = marks.filter((fact) => fact.planNumber === planNumber && fact.expected);
	const fact = own.find(({ sessionState }) => sessionState === 'held') ?? own.find(isScheduled) ?? own[0] ?? null;
	return registerCell({
		row: fact,
		state: fact?.sessionState ?? 'scheduled',
		hasStarted: fact?.startsAt != null && fact.startsAt <= now,
		isCaughtUp: false,
	});
}

function isScheduled({ sessionState }: AttendanceFact): boolean {
	return sessionState === 'scheduled';
}
