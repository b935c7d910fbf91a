import { z } from 'zod';
import { ROLE_NAMES } from '#app/domain/access/actor.ts';
import { SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { DUTIES_SENTENCES, dutiesFields } from '#app/http/duties-form.ts';
import { optionalPostcode, requiredText, shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { FormState } from '#app/ui/form-state.ts';
import type { StaffRow } from '#db/queries/staff.ts';

export const dutiesForm = z.object({
	version: shownVersion(),
	name: requiredText('Enter their name'),
	postcode: optionalPostcode(),
	...dutiesFields,
});

export const SENTENCES: RefusalSentences = DUTIES_SENTENCES;

/** The form as it stands before anybody types. */
export function formOf({ name, postcode, version, roles, areas, sides }: StaffRow): FormState {
	const values = {
		name,
		postcode: postcode ?? '',
		version: String(version),
		roles,
		areas: areas.map(({ id }) => id),
		sides,
	};
	return { values, errors: {} };
}

/** What stands now, for somebody whose page was opened before a colleague changed it. */
export function staleSentence({ name, roles, areas, sides }: StaffRow): string {
	const list = (words: readonly string[]) => words.join(', ') || 'none';
	return [
		'Somebody changed this while you had it open.',
		`It now says: ${name}; roles: ${list(roles.map((role) => ROLE_NAMES[role]))};`,
		`areas: ${list(areas.map((area) => area.name))}; sides: ${list(sides.map((side) => SIDE_NAMES[side]))}.`,
		'What you entered is below. Save again to put it in its place',
	].join(' ');
}
