import type { StaffActor } from '#app/domain/access/actor.ts';
import type { RefusedDifference, SheetFault } from '#app/domain/imports/again/compare-sheet.ts';
import { markInWords } from '#app/ui/register/mark-in-words.ts';
import type { MarkConflict } from '#app/use-cases/register/sort-choices.ts';

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
	'reason-needed': 'the reason is missing, as in A (illness)',
	'words-needed': 'the reason is “something else”: say it in a few words in the register of the session',
	'minutes-out-of-range': 'the minutes are more than the session is long',
};

/** Why a cell is not taken, with both values where Plumbline has one. */
export function sayRefused({ code, raw, stands }: RefusedDifference): string {
	const why = FAULTS[code] ?? 'it cannot be read as a mark';
	const typed = raw.trim() === '' ? 'empty' : `“${raw.trim().slice(0, 60)}”`;
	return stands ? `${typed} here, ${markInWords(stands)} in Plumbline: ${why}` : `${typed}: ${why}`;
}

/** Both answers about one person, and whose the other is. */
export function sayConflict({ chosen, stands }: MarkConflict, { staffId }: StaffActor): string {
	const by = stands.markedBy === staffId ? 'you' : (stands.markedByName ?? 'somebody');
	return `${stands.name}: ${by} recorded ${markInWords(stands)}, the sheet says ${markInWords(chosen)}`;
}
