import type { StaffActor } from '#app/domain/access/actor.ts';
import { LONGEST_NOTE } from '#app/domain/attendance/check-mark.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { type Instant, wallTimeOf } from '#app/domain/shared/instant.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { formatDate, formatTime } from '#app/ui/format.ts';
import { markInWords } from '#app/ui/register/mark-in-words.ts';
import type { MarkConflict, MarkFault } from '#app/use-cases/register/sort-choices.ts';
import { CELL, type CellFault, NOTE, REASON } from './form.ts';

/** The form of no page of ours. */
export const BROKEN_FORM = 'The page was sent incomplete, so nothing was saved. Check the marks and save again';

/** A reason beside the cells, for a correction or a session that did not go ahead. */
export const TOO_LONG = `The reason must be ${LONGEST_NOTE} characters or fewer`;

type Said = { readonly name: string; readonly sentence: string };

/** What is wrong with one cell and what to do about it; `who` names the person and the session. */
export function sayCellFault({ name, code }: CellFault, who: string, typed: string): Said {
	switch (code) {
		case 'unreadable':
			return {
				name,
				sentence: `${who}: “${typed}” is not a mark. Type P, L, E, A, N or S, with the minutes after L or E`,
			};
		case 'emptied':
			return { name, sentence: `${who}: type a letter, or a dash to take the mark back` };
		case 'too-long':
			return { name, sentence: `${who}: the note must be ${LONGEST_NOTE} characters or fewer` };
		case 'session-not-held':
			return { name, sentence: `${who}: you said that the session did not go ahead. Empty the cell, or answer Yes` };
	}
}

/** What the rules of a register say against a mark that can be read. */
export function sayMarkFault({ code, details }: MarkFault, who: string): Said {
	switch (code) {
		case 'reason-needed':
			return { name: REASON, sentence: `${who}: choose a reason` };
		case 'words-needed':
			return { name: NOTE, sentence: `${who}: say the reason in a few words` };
		case 'minutes-needed':
			return { name: CELL, sentence: `${who}: type the minutes after the letter, as in L10` };
		case 'minutes-out-of-range':
			return { name: CELL, sentence: `${who}: the minutes must be a whole number from 1 to ${details.to}` };
		case 'session-not-started':
			return { name: CELL, sentence: `${who}: only an apology (A) can be recorded until the session starts` };
		case 'session-cancelled':
			return { name: CELL, sentence: `${who}: the session did not go ahead` };
	}
}

/** Why a whole session was refused; `session` begins the sentence. */
export function sayRefusal(refusal: Refused, session: string, nameOf: (id: string) => string): string {
	const names = () => listInWords((refusal.details.enrolmentIds as readonly string[]).map(nameOf));
	switch (refusal.code) {
		case 'session-cancelled':
		case 'cancelled-already':
			return `${session}: somebody recorded that it did not go ahead. Undo that first, or empty its cells`;
		case 'not-on-register':
			return `${session}: somebody on your page is not on its register any more. Open this page again`;
		case 'too-late-to-correct':
			return `${session}: what was recorded for ${names()} can now only be corrected by a coordinator or lead`;
		case 'correction-reason-missing':
			return `${session}: say why you are correcting what was recorded for ${names()}`;
		case 'changed-meanwhile':
			return `${session}: somebody changed it while your page was open. Check what it says now, then save again`;
		case 'has-marks':
			return `${session}: its register says who was there or stayed away, so it went ahead`;
		case 'has-log':
			return `${session}: a delivery log says what was delivered, so it went ahead`;
		case 'has-records':
			return `${session}: something is already recorded of how it went, so it cannot be recorded as not held`;
		case 'day-not-come':
			return `${session}: that it did not go ahead can be recorded from its own day on`;
		default:
			throw new Error(`No sentence for the refusal “${refusal.code}”`);
	}
}

/** Both answers about one cell, who gave the other and when. */
export function sayConflict({ chosen, stands }: MarkConflict, who: string, actor: StaffActor): string {
	const isOwn = stands.markedBy === actor.staffId;
	const by = isOwn ? 'you, in another window,' : (stands.markedByName ?? 'somebody');
	const when = stands.markedAt ? ` ${whenInWords(stands.markedAt)}` : '';
	return `${who}: ${by} recorded ${inWords(stands)}${when}; you typed ${inWords(chosen)}. Type the one that is right`;
}

/** In the middle of a sentence. */
function inWords(entry: MarkEntry): string {
	return entry.mark === null ? 'nothing' : markInWords(entry);
}

function whenInWords(at: Instant): string {
	const { day, time } = wallTimeOf(at);
	return `on ${formatDate(day)} at ${formatTime(time)}`;
}
