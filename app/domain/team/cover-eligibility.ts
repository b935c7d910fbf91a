import type { SessionTime } from '../scheduling/session.ts';
import { type Accreditation, isAccredited } from './accreditation.ts';
import { type Hours, isInHours, isOnLeave, type Leave } from './staff-time.ts';

/** What is known of somebody who might stand in at a session. */
export type CoverCandidate = {
	readonly accreditations: readonly Accreditation[];
	readonly hours: readonly Hours[];
	readonly leave: readonly Leave[];
	/** The sessions that they would have at the same time: the cohort's name, or null where the reader may not know of it. */
	readonly clashes: readonly (string | null)[];
	/** They are to observe the session: who may read of it is not asked here, so that nobody learns of it. */
	readonly observes: boolean;
	/** They work with the other side of a family of the cohort, or of its linked pair. */
	readonly isOnOtherSide: boolean;
	/** They were asked for this session before and said no. */
	readonly hasDeclined: boolean;
};

/** What the reader may know of why somebody cannot. */
export type CoverReader = {
	/** Who is accredited for which programme. */
	readonly readsAccreditations: boolean;
	/** Hours and leave of others. */
	readonly readsTime: boolean;
	/** Families, and so who works with which side of them. */
	readonly readsFamilies: boolean;
};

export type CoverObstacle =
	| { readonly kind: 'declined' }
	| { readonly kind: 'not-accredited' }
	| { readonly kind: 'busy'; readonly with: string }
	| { readonly kind: 'on-leave' }
	| { readonly kind: 'outside-hours' }
	| { readonly kind: 'other-side' }
	| { readonly kind: 'not-available' };

type Wanted = { readonly programmeSlug: string; readonly time: SessionTime };

/**
 * Why somebody cannot stand in, as far as the reader may know; nothing for who is eligible: accredited, free and on the
 * same side. A cause that the reader may not see adds nothing beside one that they may, and reads “not available” by
 * itself, the same as leave: so the list is the same for every cause of that kind (§2.10, docs/security.md).
 */
export function coverObstacles(
	candidate: CoverCandidate,
	{ programmeSlug, time }: Wanted,
	{ readsAccreditations, readsTime, readsFamilies }: CoverReader,
): readonly CoverObstacle[] {
	const { accreditations, hours, leave, clashes, observes, isOnOtherSide, hasDeclined } = candidate;
	const named = [...new Set(clashes.filter((name) => name !== null))];
	const causes: readonly (readonly [boolean, boolean, CoverObstacle])[] = [
		[hasDeclined, true, { kind: 'declined' }],
		[!isAccredited(accreditations, programmeSlug, time.day), readsAccreditations, { kind: 'not-accredited' }],
		...named.map((name) => [true, true, { kind: 'busy', with: name }] as const),
		[clashes.includes(null) || observes, false, { kind: 'not-available' }],
		[isOnLeave(leave, time), readsTime, { kind: 'on-leave' }],
		[!isInHours(hours, time), readsTime, { kind: 'outside-hours' }],
		[isOnOtherSide, readsFamilies, { kind: 'other-side' }],
	];
	const standing = causes.filter(([holds]) => holds);
	if (standing.length === 0) return [];
	const shown = standing.flatMap(([, isShown, obstacle]) => (isShown ? [obstacle] : []));
	return shown.length > 0 ? shown : [{ kind: 'not-available' }];
}

/** The sentence that the list of people shows. */
export function sentenceForObstacle(obstacle: CoverObstacle): string {
	switch (obstacle.kind) {
		case 'busy':
			return `With ${obstacle.with} at that time`;
		default:
			return OBSTACLE_SENTENCES[obstacle.kind];
	}
}

const OBSTACLE_SENTENCES: Readonly<Record<Exclude<CoverObstacle['kind'], 'busy'>, string>> = {
	declined: 'Was asked and cannot',
	'not-accredited': 'Not accredited for this programme on that day',
	'on-leave': 'On leave',
	'outside-hours': 'Outside their hours',
	'other-side': 'Works with the other side of a family here',
	'not-available': 'Not available',
};
