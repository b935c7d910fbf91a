import type { PersonId } from '../../shared/ids.ts';
import { plusMinutes } from '../../shared/instant.ts';
import type { SessionTime } from '../session.ts';
import { type CohortPlan, type OtherCohortPlan, peopleAt } from './cohort-plan.ts';

/** How far apart the two sides of a family stay at one place, in minutes, unless the organisation says otherwise. */
export const USUAL_BUFFER_MINUTES = 90;

/** Who must not come near whom: the opposed people of each family, and those who may not meet. Either order. */
export type KeptApart = {
	readonly bufferMinutes: number;
	readonly opposed: readonly (readonly [PersonId, PersonId])[];
	readonly mayNotMeet: readonly (readonly [PersonId, PersonId])[];
};
export const NOBODY_APART: KeptApart = { bufferMinutes: USUAL_BUFFER_MINUTES, opposed: [], mayNotMeet: [] };

type Partner = { readonly personId: PersonId; readonly kind: 'family-too-close' | 'may-not-meet-nearby' };
/** From whom each person is kept, so that a rule asks of the people of one session only. */
export type Partners = ReadonlyMap<PersonId, readonly Partner[]>;

/** The pairs, looked up by either of the two. */
export function partnersIn({ opposed, mayNotMeet }: KeptApart): Partners {
	const partners = new Map<PersonId, Partner[]>();
	const add = (personId: PersonId, partner: Partner) => {
		const before = partners.get(personId);
		if (before) before.push(partner);
		else partners.set(personId, [partner]);
	};
	for (const kind of ['family-too-close', 'may-not-meet-nearby'] as const) {
		for (const [one, other] of kind === 'family-too-close' ? opposed : mayNotMeet) {
			add(one, { personId: other, kind });
			add(other, { personId: one, kind });
		}
	}
	return partners;
}

/** Whether two sessions are less than so many minutes apart; exactly so many is far enough. */
export function areWithin(one: SessionTime, other: SessionTime, minutes: number): boolean {
	return one.startsAt < plusMinutes(other.endsAt, minutes) && other.startsAt < plusMinutes(one.endsAt, minutes);
}

/** Whether people of the two would come by each other: at one venue, in one room on the web, at one stop or station. */
export function shareAPlace(one: CohortPlan, other: CohortPlan): boolean {
	if (one.venueId !== null && one.venueId === other.venueId) return true;
	const [web, otherWeb] = [onlineRoomOf(one), onlineRoomOf(other)];
	const [stop, otherStop] = [travelPointOf(one), travelPointOf(other)];
	return (web !== null && web === otherWeb) || (stop !== null && stop === otherStop);
}

/** The name of the room on the web as it is compared; null for a cohort that meets at a venue, or names none. */
export function onlineRoomOf({ venueId, onlineRoom }: CohortPlan): string | null {
	return venueId === null ? plainName(onlineRoom) : null;
}

function travelPointOf({ venueId, travelPoint }: CohortPlan): string | null {
	return venueId === null ? null : plainName(travelPoint);
}

/** Names that differ in capitals and spaces only are one. */
function plainName(name: string | null | undefined): string | null {
	return name?.trim().replace(/\s+/g, ' ').toLowerCase() || null;
}

/** Whether somebody of the plan and somebody of the other cohort are the two sides of one family. */
export function holdsOpposed(plan: CohortPlan, other: OtherCohortPlan, partners: Partners): boolean {
	const theirs = new Set(everybody(other));
	return everybody(plan).some((personId) =>
		partners.get(personId)?.some((partner) => partner.kind === 'family-too-close' && theirs.has(partner.personId)),
	);
}

function everybody(plan: CohortPlan): readonly PersonId[] {
	return [...(plan.people ?? []), ...plan.sessions.flatMap((session) => peopleAt(plan, session))];
}
