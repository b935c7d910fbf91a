import { z } from 'zod';
import { requiredText, shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

/** The longest note, in characters: about a page. */
const LONGEST_NOTE = 4000;

export const debriefForm = z.object({
	version: shownVersion(),
	note: requiredText('Enter how the session went', LONGEST_NOTE),
});

/** Why nothing of a debrief can be saved; each of its pages says so. */
export const SENTENCES: RefusalSentences = {
	'session-cancelled': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'Nothing was saved: it is recorded that this session did not go ahead',
	}),
	'session-not-started': () => ({
		field: 'form',
		sentence: 'Nothing was saved: the debrief opens when the session starts',
	}),
};

export const STALE =
	'You saved another version of this note in another window. Both stand below: saving again puts what you typed in its place';
