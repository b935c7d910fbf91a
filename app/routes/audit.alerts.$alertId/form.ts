import { z } from 'zod';
import { requiredText, shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const closingForm = z.object({
	version: shownVersion(),
	note: requiredText('Enter what came of it, in a sentence or two', 500),
});

export const SENTENCES: RefusalSentences = {
	oneself: () => ({ field: 'form', sentence: 'This alert is about you. Another lead closes it' }),
	'closed-already': () => ({
		field: 'form',
		sentence: 'Somebody closed this alert while you had it open',
		status: 409,
	}),
	'changed-meanwhile': () => ({
		field: 'form',
		sentence: 'Somebody changed this alert while you had it open. Open it again',
		status: 409,
	}),
};
