import type { Role } from '../access/actor.ts';
import type { PersonId } from '../shared/ids.ts';

/** Why a lead is told about what somebody looked at. */
export const ALERT_CAUSES = ['mass-viewing', 'same-surname', 'same-postcode'] as const;
export type AlertCause = (typeof ALERT_CAUSES)[number];

export const VIEWING_MINUTES = 60;

/**
 * How many different people a member of staff may look at within an hour before a lead is told: about twice what a busy
 * hour of the role asks for. Somebody with several roles has the highest of them. Who only keeps staff and settings sees nobody.
 */
export const MOST_PEOPLE_AN_HOUR: Readonly<Record<Role, number>> = {
	facilitator: 60,
	coordinator: 150,
	lead: 200,
	'partner-support': 150,
	administrator: 0,
	observer: 30,
	'read-only': 150,
};

export type Viewer = {
	readonly name: string;
	readonly postcode: string | null;
	readonly roles: readonly Role[];
};

export type ViewedPerson = {
	readonly personId: PersonId;
	readonly familyName: string;
	readonly postcode: string | null;
};

export type Viewing = {
	readonly viewer: Viewer;
	/** Everybody whom the viewer has looked at within the last hour, this page included. */
	readonly withinTheHour: readonly PersonId[];
	/** Those of this page whom they had not looked at within the hour before. */
	readonly newlyViewed: readonly ViewedPerson[];
};

export type AlertReason = { readonly cause: AlertCause; readonly people: readonly PersonId[] };

/** What a lead is to be told about this look at people: nothing, as a rule. */
export function reasonsToAlert({ viewer, withinTheHour, newlyViewed }: Viewing): readonly AlertReason[] {
	const idsOf = (some: readonly ViewedPerson[]) => some.map(({ personId }) => personId);
	const namesakes = newlyViewed.filter(({ familyName }) => hasSameSurname(viewer.name, familyName));
	const neighbours = newlyViewed.filter(({ postcode }) => postcode !== null && postcode === viewer.postcode);
	const most = Math.max(0, ...viewer.roles.map((role) => MOST_PEOPLE_AN_HOUR[role] ?? 0));
	const reasons: AlertReason[] = [
		{ cause: 'mass-viewing', people: withinTheHour.length > most ? withinTheHour : [] },
		{ cause: 'same-surname', people: idsOf(namesakes) },
		{ cause: 'same-postcode', people: idsOf(neighbours) },
	];
	return reasons.filter(({ people }) => people.length > 0);
}

/**
 * Whether a member of staff's name ends in the person's surname, capitals and accents left aside. Of a double surname each
 * part counts, of one with particles (“de Souza”) the last word.
 */
export function hasSameSurname(staffName: string, familyName: string): boolean {
	const own = surnamesOf(wordsOf(staffName).slice(1).join(' ') || staffName);
	return surnamesOf(familyName).some((surname) => own.includes(surname));
}

/** The last word, and of a hyphenated last word each part. */
function surnamesOf(name: string): readonly string[] {
	const last = wordsOf(name).at(-1) ?? '';
	return last.split('-').filter((part) => part.length > 1);
}

function wordsOf(name: string): readonly string[] {
	const plain = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('ß', 'ss')
		.replace(/[‐‑–—]/g, '-')
		.replace(/[^\p{L}\s-]/gu, '');
	return plain.split(/\s+/).filter(Boolean);
}
