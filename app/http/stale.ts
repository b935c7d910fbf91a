import type { FormState } from '#app/ui/form-state.ts';
import { formErrors } from './read-form.ts';

/**
 * Answers a form that was made on an old page: 409 with everything typed, a sentence that says what stands now, and the
 * version that stands now, so that saving once more is a decision and not a second refusal.
 */
export function answerStale(form: FormState, version: number, sentence: string): Response {
	return formErrors({ values: { ...form.values, version: String(version) }, errors: { form: sentence } }, 409);
}
