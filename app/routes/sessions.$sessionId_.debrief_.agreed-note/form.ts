import { z } from 'zod';
import { requiredText, shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const agreedNoteForm = z.object({
	version: shownVersion(),
	note: requiredText('Enter what you agreed', 4000),
});

/** Why nothing can be agreed; the page without a form says it, and so does a refusal. */
export const WHY_NOT = {
	'session-cancelled': 'It is recorded that this session did not go ahead',
	'session-not-started': 'The debrief opens when the session starts',
	'fewer-than-two-logs': 'What you agree can be written once two delivery logs of this session are saved',
	'wrote-no-log': 'Only who wrote a delivery log of this session writes what is agreed of them',
} as const;

export const SENTENCES: RefusalSentences = {
	'session-cancelled': () => refusal('session-cancelled', 409),
	'session-not-started': () => refusal('session-not-started'),
	'fewer-than-two-logs': () => refusal('fewer-than-two-logs'),
	'wrote-no-log': () => refusal('wrote-no-log'),
};

export const STALE =
	'Another version of this note was saved while you wrote. Both stand below: saving again puts what you typed in its place';

function refusal(code: keyof typeof WHY_NOT, status: 409 | 422 = 422) {
	return { field: 'form', sentence: `Nothing was saved. ${WHY_NOT[code]}`, status };
}
