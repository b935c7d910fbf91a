import { checkMark, type MarkRefusal } from '#app/domain/attendance/check-mark.ts';
import { mergeMark } from '#app/domain/attendance/merge-marks.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type Details, done } from '#app/domain/shared/outcome.ts';
import type { RegisterRow } from '#db/queries/registers.ts';

/** What somebody chose for one person on a page that showed the row at `openedVersion`; null leaves the row as it is. */
export type Choice = {
	readonly enrolmentId: EnrolmentId;
	readonly openedVersion: number;
	readonly entry: MarkEntry | null;
};

export type MarkFault = { readonly enrolmentId: EnrolmentId; readonly code: MarkRefusal; readonly details: Details };

/** A colleague's mark came first: `stands` is theirs. */
export type MarkConflict = { readonly chosen: MarkEntry; readonly stands: RegisterRow };

export type SortedChoices = {
	readonly writes: readonly { readonly row: RegisterRow; readonly entry: MarkEntry }[];
	readonly conflicts: readonly MarkConflict[];
	readonly faults: readonly MarkFault[];
};

export type ChoicesToSort = {
	readonly choices: readonly Choice[];
	readonly rows: readonly RegisterRow[];
	readonly restAttended: boolean;
	/** The choices are what the history holds of these rows: written as they stood, whatever is asked of a new mark. */
	readonly restores?: boolean;
	readonly session: Pick<Session, 'state' | 'time'>;
	readonly now: Instant;
	/** What a row said at the version that the page showed; only asked for rows that have changed since. */
	readonly markAt: (choice: Choice) => MarkEntry | undefined;
};

const NOT_RECORDED: MarkEntry = { mark: null, minutes: null, reason: null, note: null };
const ATTENDED: MarkEntry = { ...NOT_RECORDED, mark: 'attended' };

/** Parts the choices into what is to be written, what disagrees with a colleague, and what cannot stand as it is. */
export function sortChoices(input: ChoicesToSort): SortedChoices {
	const rows = new Map(input.rows.map((row) => [row.enrolmentId, row]));
	const sorted = input.choices.flatMap((choice): Sorted | readonly Sorted[] => {
		const row = rows.get(choice.enrolmentId);
		return row ? (sortChoice(choice, row, input) ?? []) : [];
	});
	return {
		writes: sorted.filter((one) => 'entry' in one),
		conflicts: sorted.filter((one) => 'stands' in one),
		faults: sorted.filter((one) => 'code' in one),
	};
}

type Sorted = SortedChoices['writes'][number] | MarkConflict | MarkFault;

function sortChoice(choice: Choice, row: RegisterRow, input: ChoicesToSort): Sorted | null {
	const isLeft = choice.entry === null && row.mark === null;
	const chosen = isLeft && input.restAttended ? ATTENDED : choice.entry;
	if (chosen === null) return null;
	const opened = choice.openedVersion === row.version ? row : (input.markAt(choice) ?? NOT_RECORDED);
	// Untouched rows first: what an import left incomplete may stay so, as long as nobody edits it.
	if (mergeMark(opened, row, chosen) === 'unchanged') return null;
	const checked = input.restores ? done(chosen) : checkMark(withoutLeftovers(chosen, row), input.session, input.now);
	if (!checked.done) return { enrolmentId: row.enrolmentId, code: checked.code, details: checked.details };
	const entry = checked.value;
	const merge = mergeMark(opened, row, entry);
	if (merge === 'unchanged') return null;
	return merge === 'write' ? { row, entry } : { chosen: entry, stands: row };
}

/** The words behind an apology do not follow somebody who came after all; the page hides the field then. */
function withoutLeftovers(chosen: MarkEntry, row: RegisterRow): MarkEntry {
	return chosen.mark === 'attended' && row.mark !== 'attended' ? ATTENDED : chosen;
}
