import type { Side } from '../programmes/programme.ts';
import type { SafeContact, SafeContactDraft } from './safe-contact.ts';

/**
 * Whether a second person has to look at a record before anything leaves by it: on the survivor side always, unless it
 * differs from a confirmed one in its review day alone (safety.md §3).
 */
export function needsSecondPerson(side: Side, draft: SafeContactDraft, replaced: SafeContact | null): boolean {
	if (side !== 'survivor') return false;
	return replaced === null || !replaced.isConfirmed || !isSameButForReview(draft, replaced);
}

/** Whether a record says what another says, its review day included: asked for once more, it changes nothing. */
export function isSameRecord(one: SafeContactDraft, other: SafeContactDraft): boolean {
	return one.reviewBy === other.reviewBy && isSameButForReview(one, other);
}

function isSameButForReview(one: SafeContactDraft, other: SafeContactDraft): boolean {
	return (
		one.channel === other.channel &&
		one.address === other.address &&
		one.safeDays.join() === other.safeDays.join() &&
		one.safeFrom === other.safeFrom &&
		one.safeUntil === other.safeUntil &&
		one.mayLeaveVoicemail === other.mayLeaveVoicemail &&
		one.mayNameOrganisation === other.mayNameOrganisation &&
		one.withholdsNumber === other.withholdsNumber &&
		one.codeWord === other.codeWord &&
		one.language === other.language
	);
}
