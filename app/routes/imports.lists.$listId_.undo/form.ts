import { z } from 'zod';
import { shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const undoForm = z.object({ version: shownVersion() });

export const SENTENCES: RefusalSentences = {
	'changed-meanwhile': () => ({
		field: 'form',
		sentence: 'This import changed since you opened the page. Here is how it stands now. Check it, then decide again',
		status: 409,
	}),
	'built-upon': ({ sentence }) => ({ field: 'form', sentence: String(sentence), status: 409 }),
};
