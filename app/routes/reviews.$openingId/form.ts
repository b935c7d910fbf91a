import { z } from 'zod';
import { requiredText, shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { ReviewView } from './review-view.ts';

const NOTE = 'Enter what came of the review';

export const reviewForm = z.object({ version: shownVersion(), note: requiredText(NOTE, 2000) });

export const SENTENCES: RefusalSentences = {
	'note-missing': () => ({ field: 'note', sentence: NOTE }),
	'own-opening': () => ({ field: 'form', sentence: 'You opened this record yourself. Another lead has to review it' }),
};

/** What stands now, for a lead whose page was opened before a colleague closed the review. */
export function staleReview({ closed }: ReviewView): string {
	const now = closed ? `${closed.by} closed it: “${closed.note}”` : 'It is still to be closed';
	return `Somebody changed this while you had it open. ${now}. What you entered is below`;
}
