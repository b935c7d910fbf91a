import type { StaffActor } from '#app/domain/access/actor.ts';
import { HOMEWORK_NAMES, type TakingPartAnswer } from '#app/domain/attendance/taking-part.ts';
import type { Asks } from '#app/domain/programmes/asks.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { momentInWords } from '#app/ui/moment-in-words.ts';
import type { TakingPartConflict } from '#app/use-cases/taking-part/sort-answers.ts';

export const BROKEN_FORM = 'The page was sent incomplete, so nothing was saved. Check the answers below and save again';

type SaidRefusal = { readonly sentence: string; readonly status: number; readonly field: string };

/** Why all of it was refused, and what to do. */
export function sayRefusal({ code, details }: Refused, nameOf: (id: string) => string): SaidRefusal {
	const names = () => listInWords((details.enrolmentIds as readonly string[]).map(nameOf));
	const form = (status: number, sentence: string) => ({
		field: 'form',
		status,
		sentence: `Nothing was saved: ${sentence}`,
	});
	switch (code) {
		case 'session-cancelled':
			return form(409, 'it is recorded that this session did not go ahead.');
		case 'session-not-started':
			return form(422, 'this opens when the session starts.');
		case 'nothing-asked':
			return form(422, 'the programme does not ask how people took part.');
		case 'not-attended':
			return form(
				409,
				`${names()} is not marked as having attended any more. Look at the register, check the answers below and save again.`,
			);
		case 'too-late-to-correct':
			return form(422, `what was recorded for ${names()} can now only be corrected by a coordinator or lead.`);
		case 'correction-reason-missing':
			return {
				field: 'correctionReason',
				status: 400,
				sentence: `Enter why you are correcting what was recorded for ${names()}`,
			};
		default:
			throw new Error(`No sentence for the refusal “${code}”`);
	}
}

/** Both answers about one person, who gave the other and when. */
export function sayConflict(
	{ chosen, stands }: TakingPartConflict,
	asks: Asks,
	actor: StaffActor,
	now: Instant,
): string {
	const isOwn = stands.savedBy === actor.staffId;
	const who = isOwn ? 'You' : (stands.savedByName ?? 'Somebody');
	const when = stands.savedAt ? momentInWords(stands.savedAt, now) : 'meanwhile';
	const where = isOwn ? ' in another window' : '';
	return `${who} saved for ${stands.name} ${when}${where}: ${answerInWords(stands, asks)}. You chose here: ${answerInWords(chosen, asks)}. Choose again`;
}

/** `engagement 3 of 4 (Took part unasked), homework done`. */
export function answerInWords({ engagement, homework }: TakingPartAnswer, asks: Asks): string {
	const level =
		engagement === null ? 'not recorded' : `${engagement} of 4 (${asks.engagement?.[engagement - 1] ?? ''})`;
	const parts = [
		asks.engagement !== null && `engagement ${level}`,
		asks.homework && `homework ${homework === null ? 'not recorded' : HOMEWORK_NAMES[homework].toLowerCase()}`,
	];
	return parts.filter(Boolean).join(', ');
}
