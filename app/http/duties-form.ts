import { z } from 'zod';
import { ROLES } from '#app/domain/access/actor.ts';
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
	'coordinator-without-area': () => ({ field: 'areas', sentence: 'Choose at least one area for a coordinator' }),
	'coordinator-without-side': () => ({ field: 'sides', sentence: 'Choose at least one side for a coordinator' }),
	'last-administrator': () => ({
		field: 'roles',
		sentence: 'This is the last administrator. Make somebody else administrator first',
	}),
};
