import type { PersonId } from '../../shared/ids.ts';
import { type Instant, plusMinutes } from '../../shared/instant.ts';
import type { SessionTime } from '../session.ts';
import type { CohortPlan } from './cohort-plan.ts';

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

/** From when until when others are too close to a session, so many minutes before it and after it. */
export type Window = { readonly from: Instant; readonly until: Instant };

/** The session with the buffer around it. */
export function windowAround({ startsAt, endsAt }: SessionTime, bufferMinutes: number): Window {
	return { from: plusMinutes(startsAt, -bufferMinutes), until: plusMinutes(endsAt, bufferMinutes) };
}

/** Whether a session is under way in the window; one that ends when it begins is far enough, and so the other way round. */
export function isWithin(
	{ startsAt, endsAt }: Pick<SessionTime, 'startsAt' | 'endsAt'>,
	{ from, until }: Window,
): boolean {
	return startsAt < until && from < endsAt;
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

/** The other side of the families of everybody in the plan. */
export function opposedOf(plan: CohortPlan, partners: Partners): readonly PersonId[] {
	if (partners.size === 0) return [];
	const opposed = everybody(plan).flatMap((personId) => partners.get(personId) ?? []);
	return opposed.filter(({ kind }) => kind === 'family-too-close').map(({ personId }) => personId);
}

/** Everybody with a place, and whoever is expected at one session only. */
export function everybody({ people = [], sessions }: CohortPlan): readonly PersonId[] {
	return [...people, ...sessions.flatMap((session) => session.people ?? [])];
}
