import type { GapKind } from './gap-kinds.ts';
import type { GapFacts } from './session-gaps.ts';
import { missingMinutes } from './session-length.ts';

/**
 * How much is missing: of what, by keys and ids of nobody’s name, and how many where it is a number of people, minutes or
 * contacts. Both are empty where there is only one way in which it can be missing.
 */
export type GapExtent = { readonly of: readonly string[]; readonly many: number };

export const ONE_WAY: GapExtent = { of: [], many: 0 };

/**
 * How much is missing of a session: whom the register leaves open, which core activities were left out, who joined late,
 * whose accreditation had lapsed, how many facilitators or minutes too few. Of its order, its plan, its log and its
 * observation there is one thing that is missing or not.
 */
export function extentOf(kind: GapKind, facts: GapFacts): GapExtent {
	const listed: Partial<Readonly<Record<GapKind, readonly string[]>>> = {
		'register-incomplete': facts.notRecorded,
		'core-not-delivered': facts.coreNotDelivered,
		'joined-late': facts.joined,
		'accreditation-lapsed': facts.lapsed,
	};
	const counted: Partial<Readonly<Record<GapKind, number>>> = {
		'too-few-facilitators': facts.facilitatorsAsked - facts.deliveredBy,
		'length-short': missingMinutes(facts.length),
	};
	return { of: listed[kind] ?? [], many: counted[kind] ?? 0 };
}

/** Whether what was accepted is all that is missing now: the same or less of it, and nothing else (decision 0027). */
export function covers(accepted: GapExtent, found: GapExtent): boolean {
	return found.many <= accepted.many && found.of.every((one) => accepted.of.includes(one));
}
