import { checkMark, type MarkRefusal, saysTheSame } from '../../attendance/check-mark.ts';
import { fillUp } from '../../attendance/fill-up.ts';
import { MARK_MEANINGS, parseMark } from '../../attendance/marks.ts';
import type { MarkEntry, RegisterRow } from '../../attendance/register.ts';
import type { Session } from '../../scheduling/session.ts';
import type { EnrolmentId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { isSameName } from '../../shared/same-name.ts';
import type { CellRefusal, ProposedMark, ProposedSession, RegisterProposal } from '../proposal.ts';

/** Somebody of the cohort, with what an export would write in their row now, one word for each session. */
export type KnownPerson = {
	readonly enrolmentId: EnrolmentId;
	readonly reference: string;
	/** As the reader sees it: the reference stands in it for somebody whose name is kept from them. */
	readonly name: string;
	readonly filedName: string;
	readonly words: readonly (string | null)[];
};
export type KnownRegister = {
	readonly session: Pick<Session, 'id' | 'planNumber' | 'state' | 'time'>;
	readonly rows: readonly RegisterRow[];
};
export type SheetToCompare = {
	readonly proposal: RegisterProposal;
	/** When the sheet left Plumbline; null for a sheet that a team keeps by itself. */
	readonly exportedAt: Instant | null;
	readonly people: readonly KnownPerson[];
	/** In the order of the words of each person. */
	readonly registers: readonly KnownRegister[];
	readonly now: Instant;
};

export type SheetFault =
	| CellRefusal
	| MarkRefusal
	| 'no-such-person'
	| 'no-such-session'
	| 'not-expected'
	| 'changed-since'
	| 'no-mark';
type Place = { readonly cell: string; readonly raw: string; readonly who: string; readonly planNumber: number | null };
/** One cell that says something else than Plumbline: what stands, and what it would become. */
export type SheetDifference = Place & {
	readonly session: KnownRegister['session'];
	/** As the reader sees them, whatever the sheet calls them. */
	readonly name: string;
	readonly row: RegisterRow;
	readonly would: MarkEntry;
};
/** A cell that is not taken; `stands` is the mark in Plumbline, where there is one. */
export type RefusedDifference = Place & { readonly code: SheetFault; readonly stands: MarkEntry | null };
/** cells = differences + unchanged + blank + refused, always. */
export type Comparison = {
	readonly cells: number;
	readonly differences: readonly SheetDifference[];
	readonly unchanged: number;
	/** Empty in the sheet while Plumbline has something: it stays. */
	readonly blank: number;
	readonly refused: readonly RefusedDifference[];
};

/**
 * What a register that comes in again says that Plumbline does not: by person (reference first, then a name that is one
 * person’s alone) and by the day of the session. What an export would write stays as it is without being read; an empty
 * cell takes nothing away; and a mark that somebody changed since the export is refused with both values. (§5.5)
 */
export function compareSheet(sheet: SheetToCompare): Comparison {
	const sessions = sheet.proposal.sessions.map((session) => sheet.registers.findIndex(isOf(session)));
	const judged = sheet.proposal.participants.flatMap((participant) => {
		const person = personOf(sheet.people, participant);
		return participant.marks.map((mark, at) => judge(sheet, person, sessions[at]!, mark, participant.name));
	});
	const of = <Kind extends Judged['kind']>(kind: Kind) =>
		judged.filter((one): one is Extract<Judged, { kind: Kind }> => one.kind === kind);
	return {
		cells: judged.length,
		differences: of('difference').map(({ difference }) => difference),
		unchanged: of('unchanged').length,
		blank: of('blank').length,
		refused: of('refused').map(({ refused }) => refused),
	};
}

type Judged =
	| { readonly kind: 'unchanged' | 'blank' }
	| { readonly kind: 'difference'; readonly difference: SheetDifference }
	| { readonly kind: 'refused'; readonly refused: RefusedDifference };

function isOf({ day }: ProposedSession) {
	return ({ session }: KnownRegister) => day !== null && session.time?.day === day;
}

function personOf(
	people: readonly KnownPerson[],
	{ ref, name }: { readonly ref: string | null; readonly name: string },
) {
	const byReference = people.find(({ reference }) => ref !== null && isSameName(reference, ref));
	if (byReference || ref !== null) return byReference ?? null;
	const named = people.filter((one) => isSameName(one.name, name) || isSameName(one.filedName, name));
	return named.length === 1 ? named[0]! : null;
}

function judge(sheet: SheetToCompare, person: KnownPerson | null, at: number, mark: ProposedMark, who: string): Judged {
	const register = sheet.registers[at];
	const { cell, raw } = mark;
	const place = { cell, raw, who, planNumber: register?.session.planNumber ?? null };
	const row = register?.rows.find(({ enrolmentId }) => enrolmentId === person?.enrolmentId);
	const refuse = (code: SheetFault): Judged => ({ kind: 'refused', refused: { ...place, code, stands: row ?? null } });
	if (!person) return refuse('no-such-person');
	if (!register) return refuse('no-such-session');
	const typed = raw.trim();
	if (typed === (person.words[at] ?? '')) return { kind: 'unchanged' };
	if (typed === '') return { kind: 'blank' };
	if (mark.refusal) return refuse(mark.refusal);
	if (!row?.expected) return refuse('not-expected');
	const would = entryOf(mark, row);
	if (!would) return refuse('no-mark');
	if (saysTheSame(row, would)) return { kind: 'unchanged' };
	if (sheet.exportedAt !== null && row.markedAt !== null && row.markedAt > sheet.exportedAt)
		return refuse('changed-since');
	const checked = checkMark(would, register.session, sheet.now);
	if (!checked.done) return refuse(checked.code);
	return {
		kind: 'difference',
		difference: { ...place, session: register.session, name: person.name, row, would: checked.value },
	};
}

/** What the cell says, filled up from what stands where it says the same mark and no more; null when it is no mark. */
function entryOf({ code, minutes, reason, reasonKind, note }: ProposedMark, row: RegisterRow): MarkEntry | null {
	const mark = parseMark(code ?? '');
	if (mark === null) return null;
	const { needsReason, takesMinutes } = MARK_MEANINGS[mark];
	const says = reasonKind !== null && reasonKind !== 'not-given' ? reasonKind : null;
	const would = fillUp(row, {
		mark,
		minutes: takesMinutes ? minutes : null,
		reason: needsReason ? says : null,
		note: says === 'other' ? (reason ?? note) : null,
	});
	return needsReason ? { ...would, reason: would.reason ?? 'not-given' } : would;
}
