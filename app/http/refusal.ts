import type { Refused } from '#app/domain/shared/outcome.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { notFound } from './not-found.ts';
import { formErrors } from './read-form.ts';

/** A sentence, and the field that it is about (`form` for the whole page), for each code that a use case refuses with. */
export type RefusalSentences = Readonly<
	Record<string, (details: Refused['details']) => { field: string; sentence: string; status?: 409 | 422 }>
>;

/**
 * Answers a refusal with the form as it was typed and a sentence, 422 unless the sentence says 409. `not-found` is 404.
 * Throws on a code that has no sentence: that is a bug, and it must not look like success.
 */
export function answerRefusal(refusal: Refused, form: FormState, sentences: RefusalSentences): Response {
	if (refusal.code === 'not-found') throw notFound();
	const say = sentences[refusal.code];
	// Without the details: they hold what was typed, and the message goes into the log.
	if (!say) throw new Error(`No sentence for the refusal “${refusal.code}”`);
	const { field, sentence, status = 422 } = say(refusal.details);
	return formErrors({ values: form.values, errors: { ...form.errors, [field]: sentence } }, status);
}
