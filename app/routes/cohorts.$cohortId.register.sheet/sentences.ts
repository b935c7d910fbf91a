import type { StaffActor } from '#app/domain/access/actor.ts';
import { MARK_MEANINGS, REASON_LABELS } from '#app/domain/attendance/marks.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import type { RefusedDifference, SheetFault } from '#app/domain/imports/again/compare-sheet.ts';
import { formatCount } from '#app/ui/format.ts';
import type { MarkConflict } from '#app/use-cases/register/sort-choices.ts';

/** `Late, 10 minutes, travel`. */
export function inWords(entry: MarkEntry | null): string {
	if (!entry?.mark) return 'Not recorded';
	const { mark, minutes, reason } = entry;
	const parts = [minutes && formatCount('minute', minutes), reason && REASON_LABELS[reason].toLowerCase()];
	return [MARK_MEANINGS[mark].label, ...parts.filter(Boolean)].join(', ');
}

const FAULTS: Readonly<Partial<Record<SheetFault, string>>> = {
	'no-such-person': 'nobody in this cohort has this reference or, alone, this name',
	'no-such-session': 'this cohort has no session on that day',
	'not-expected': 'they were not expected at that session',
	'changed-since': 'somebody changed it in Plumbline after this sheet was exported',
	'no-mark': 'a sheet cannot say this of a register that is here: use its own page',
	'session-not-started': 'the session has not begun: only apologies can be recorded, in its register',
	'mark-in-the-future': 'the session has not begun: only apologies can be recorded, in its register',
	'session-cancelled': 'the session did not go ahead',
	'minutes-needed': 'the minutes are missing, as in L 10',
	'minutes-unclear': 'the minutes are not clear: write them as in L 10',
	'minutes-out-of-range': 'the minutes are more than the session is long',
};

/** Why a cell is not taken, with both values where Plumbline has one. */
export function sayRefused({ code, raw, stands }: RefusedDifference): string {
	const why = FAULTS[code] ?? 'it cannot be read as a mark';
	const typed = raw.trim() === '' ? 'empty' : `“${raw.trim().slice(0, 60)}”`;
	return stands ? `${typed} here, ${inWords(stands)} in Plumbline: ${why}` : `${typed}: ${why}`;
}

/** Both answers about one person, and whose the other is. */
export function sayConflict({ chosen, stands }: MarkConflict, { staffId }: StaffActor): string {
	const by = stands.markedBy === staffId ? 'you' : (stands.markedByName ?? 'somebody');
	return `${stands.name}: ${by} recorded ${inWords(stands)}, the sheet says ${inWords(chosen)}`;
}
