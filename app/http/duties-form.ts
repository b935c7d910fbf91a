import { z } from 'zod';
import { ROLE_NAMES, ROLES, type Role } from '#app/domain/access/actor.ts';
import { SIDES } from '#app/domain/programmes/programme.ts';
import { type AreaId, asId } from '#app/domain/shared/ids.ts';
import { ticked } from './form-fields.ts';
import type { RefusalSentences } from './refusal.ts';

const UNKNOWN = 'Choose only what the page offers';

/** The fields of somebody's duties: roles, areas and sides. What belongs together is for the use case to say. */
export const dutiesFields = {
	roles: ticked().pipe(z.array(z.enum(ROLES, UNKNOWN), UNKNOWN)),
	areas: ticked().transform((ids) => ids.map((id) => asId<AreaId>(id))),
	sides: ticked().pipe(z.array(z.enum(SIDES, UNKNOWN), UNKNOWN)),
};

export const DUTIES_SENTENCES: RefusalSentences = {
	'no-role': () => ({ field: 'roles', sentence: 'Choose at least one role' }),
	'unknown-area': () => ({
		field: 'areas',
		sentence: 'Choose areas from the list. One that you chose is not there any more',
	}),
	'role-without-area': ({ role }) => ({
		field: 'areas',
		sentence: `Choose at least one area for a ${ROLE_NAMES[role as Role].toLowerCase()}`,
	}),
	'role-without-side': ({ role }) => ({
		field: 'sides',
		sentence: `Choose at least one side for a ${ROLE_NAMES[role as Role].toLowerCase()}`,
	}),
	'partner-support-elsewhere': () => ({
		field: 'sides',
		sentence: 'Choose only the survivor and child side: a partner-support worker works on no other',
	}),
	'both-sides-for-coordinators-only': () => ({
		field: 'sides',
		sentence: 'Choose one of the two sides of families: only a coordinator can have both',
	}),
	'both-sides-undecided': () => ({
		field: 'sides',
		sentence: 'Choose one of the two sides of families, or ask a lead to decide first that this person works on both',
	}),
	'role-not-available': () => ({
		field: 'roles',
		sentence: 'Partner-support worker is not available for this person now. Ask a lead',
	}),
	'last-administrator': () => ({
		field: 'roles',
		sentence: 'This is the last administrator. Make somebody else administrator first',
	}),
};
