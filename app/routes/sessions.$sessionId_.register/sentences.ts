import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Mark } from '#app/domain/attendance/marks.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { momentInWords } from '#app/ui/moment-in-words.ts';
import { markInWords } from '#app/ui/register/mark-in-words.ts';
import type { MarkConflict, MarkFault } from '#app/use-cases/register/sort-choices.ts';
import { LONGEST_TEXT, type Part, type RowFault } from './form.ts';

type Said = { readonly part: Part; readonly sentence: string };

const WHY: Readonly<Record<Mark, (name: string) => string>> = {
	attended: (name) => `a reason for ${name}`,
	late: (name) => `why ${name} was late`,
	'left-early': (name) => `why ${name} left early`,
	'absent-notified': (name) => `a reason for the apology of ${name}`,
	'absent-no-contact': (name) => `a reason for ${name}`,
	'stood-down': (name) => `why ${name} was stood down`,
};

/** What is wrong with one person's row and what to do about it. */
export function sayFault(fault: RowFault | MarkFault, name: string): Said {
	const mark = 'details' in fault ? (fault.details.mark as Mark | undefined) : undefined;
	const details = 'details' in fault ? fault.details : {};
	const minutesOf = mark === 'left-early' ? `minutes early that ${name} left` : `minutes late that ${name} was`;
	switch (fault.code) {
		case 'answered-twice':
			return { part: fault.part, sentence: `Answer once for ${name}: two answers were sent` };
		case 'unknown-mark':
			return { part: 'mark', sentence: `Choose a mark for ${name}` };
		case 'too-long':
			return { part: 'note', sentence: `The note on ${name} must be ${LONGEST_TEXT} characters or fewer` };
		case 'reason-needed':
			return { part: 'reason', sentence: `Choose ${WHY[mark!](name)}` };
		case 'words-needed':
			return { part: 'note', sentence: `Say in a few words ${WHY[mark!](name)}` };
		case 'minutes-needed':
			return { part: 'minutes', sentence: `Enter how many ${minutesOf}` };
		case 'minutes-out-of-range':
			return { part: 'minutes', sentence: `The ${minutesOf} must be a whole number from 1 to ${details.to}` };
		case 'session-not-started':
			return { part: 'mark', sentence: `${name} can only be marked Apology until the session starts` };
		case 'session-cancelled':
			return { part: 'mark', sentence: `${name} cannot be marked: the session did not go ahead` };
	}
}

const CONCERN_NOT_TAKEN =
	'Nothing was saved: that something concerned you can be said once the session has started, by who delivers it. Take out that tick and save again.';

/** Why the register as a whole was refused. */
export function sayRefusal(
	refusal: Refused,
	nameOf: (id: string) => string,
): { sentence: string; status: number; field: string } {
	const names = () => listInWords((refusal.details.enrolmentIds as readonly string[]).map(nameOf));
	switch (refusal.code) {
		case 'session-cancelled':
			return {
				sentence: 'Nothing was saved: somebody recorded that this session did not go ahead. Undo that first.',
				status: 409,
				field: 'form',
			};
		case 'not-on-register':
			return {
				sentence:
					'Nothing was saved: somebody on your page is not on this register any more. Check the marks and save again.',
				status: 400,
				field: 'form',
			};
		case 'concern-not-taken':
			return { sentence: CONCERN_NOT_TAKEN, status: 422, field: 'form' };
		case 'correction-reason-missing':
			return {
				sentence: `Enter why you are correcting what was recorded for ${names()}`,
				status: 400,
				field: 'correctionReason',
			};
		case 'too-late-to-correct':
			return {
				sentence: `Nothing was saved: what was recorded for ${names()} can now only be corrected by a coordinator or lead`,
				status: 422,
				field: 'form',
			};
		default:
			throw new Error(`No sentence for the refusal “${refusal.code}”`);
	}
}

/** The form of no register page: something in it cannot have come from one. */
export const BROKEN_FORM = 'The page was sent incomplete, so nothing was saved. Check the marks below and save again';

/** Both answers about one person, who gave the other and when. */
export function sayConflict({ chosen, stands }: MarkConflict, name: string, actor: StaffActor, now: Instant): string {
	const isOwn = stands.markedBy === actor.staffId;
	const who = isOwn ? 'You' : (stands.markedByName ?? 'Somebody');
	const when = stands.markedAt ? momentInWords(stands.markedAt, now) : 'meanwhile';
	const where = isOwn ? ' in another window' : '';
	const theirs = stands.mark === null ? `took the mark of ${name} back` : `marked ${name} ${markInWords(stands)}`;
	return `${who} ${theirs} ${when}${where}; you chose ${markInWords(chosen)} here. Choose again`;
}
