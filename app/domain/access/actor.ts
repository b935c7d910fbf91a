import type { Side } from '../programmes/programme.ts';
import type { AreaId, PersonId, StaffId } from '../shared/ids.ts';

export const ROLES = [
	'facilitator',
	'coordinator',
	'lead',
	'partner-support',
	'administrator',
	'observer',
	'read-only',
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: a signed-in member of staff, or the operator of the machine by the command line or by the clock they set going. */
export type Actor = StaffActor | { readonly kind: 'operator'; readonly by?: 'clock' };
export type StaffActor = {
	readonly kind: 'staff';
	readonly staffId: StaffId;
	readonly name: string;
	readonly roles: readonly Role[];
	readonly areaIds: readonly AreaId[];
	/** The sides of the cohorts that they reach by their areas; a facilitator's come from the cohorts themselves. */
	readonly sides: readonly Side[];
	/** People whose record they have open by breaking the glass, as of this request. */
	readonly opened: readonly PersonId[];
};

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
	facilitator: 'Facilitator',
	coordinator: 'Coordinator',
	lead: 'Programme lead',
	'partner-support': 'Partner-support worker',
	administrator: 'Administrator',
	observer: 'Observer',
	'read-only': 'Read-only',
};

export const OPERATOR: Actor = { kind: 'operator' };
/** The process itself: its start, and the work that the clock starts. It may what the operator may. */
export const CLOCK: Actor = { kind: 'operator', by: 'clock' };
