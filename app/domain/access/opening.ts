import type { Side } from '../programmes/programme.ts';
import type { StaffId } from '../shared/ids.ts';
import { type Instant, plusMinutes } from '../shared/instant.ts';
import { done, type Outcome, type Refused, refused } from '../shared/outcome.ts';
import type { StaffActor } from './actor.ts';

/** An opened record is there for so long at the most (docs/security.md). */
export const OPEN_MINUTES = 60;
/** A reason is at least a few words: nobody can review “urgent”. */
export const SHORTEST_REASON = 10;

type Opening = { readonly opensUntil: Instant; readonly closedAt: Instant | null };

/** When a record that is opened now closes by itself. */
export function closesAt(now: Instant): Instant {
	return plusMinutes(now, OPEN_MINUTES);
}

/** Whether the record is open at this moment: not at the very end of its time any more, and not once it was closed. */
export function isOpen({ opensUntil, closedAt }: Opening, now: Instant): boolean {
	return closedAt === null && now < opensUntil;
}

/** The moment at which the record stopped, or will stop, being open. */
export function openedUntil({ opensUntil, closedAt }: Opening): Instant {
	return closedAt !== null && closedAt < opensUntil ? closedAt : opensUntil;
}

/**
 * The sides on which somebody may open a record: a coordinator’s own; a facilitator’s by the cohorts whose team they are
 * on, and their own only while they are on none. Nobody else opens any.
 */
export function sidesToOpen(actor: StaffActor, teamSides: readonly Side[]): readonly Side[] {
	const facilitates = actor.roles.includes('facilitator');
	const own = actor.roles.includes('coordinator') || (facilitates && teamSides.length === 0) ? actor.sides : [];
	return [...new Set([...own, ...(facilitates ? teamSides : [])])];
}

/** What decides whether a record may be opened. `person` is null where no reference of a side to open matches. */
export type OpeningFacts = {
	/** Until when another record is open to the same member of staff. */
	readonly openUntil: Instant | null;
	readonly person: {
		/** Somebody of the other side of one of the person’s families is, or was by an opening, known to the same member of staff. */
		readonly isOpposed: boolean;
		/** The member of staff reads the record with its name as it is. */
		readonly isShown: boolean;
	} | null;
};
export type OpeningRefusal = 'reason-too-short' | 'another-open' | 'unknown-reference' | 'already-shown';

/** What is wrong with the reason; null when a lead can make something of it. */
export function faultOfReason(reason: string): Refused<'reason-too-short'> | null {
	return reason.trim().length < SHORTEST_REASON ? refused('reason-too-short', { least: SHORTEST_REASON }) : null;
}

/**
 * Whether the record may be opened: one at a time, none that is shown anyway, and never one of a family whose other side
 * the same member of staff knows. That last is answered like a reference that does not exist, and so is the other side.
 */
export function mayOpen({ openUntil, person }: OpeningFacts): Outcome<undefined, OpeningRefusal> {
	if (openUntil !== null) return refused('another-open', { until: openUntil });
	if (person === null || person.isOpposed) return refused('unknown-reference');
	return person.isShown ? refused('already-shown') : done();
}

type Recipients = { readonly leads: readonly StaffId[]; readonly administrators: readonly StaffId[] };

/**
 * Who is told at once that somebody opened a record: every other active lead; with fewer than two of them the other
 * administrators too, who see that a review waits and nothing of it.
 */
export function whoIsTold(openedBy: StaffId, { leads, administrators }: Recipients): Recipients {
	const others = leads.filter((id) => id !== openedBy);
	const more = administrators.filter((id) => id !== openedBy && !others.includes(id));
	return { leads: others, administrators: others.length < 2 ? more : [] };
}
