import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { formErrors } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import type { FormState } from '#app/ui/form-state.ts';
import type { CatchUpPlan } from '#app/use-cases/catch-ups/read-catch-up-plan.ts';
import { clashSentences } from '#app/use-cases/sessions/clash-sentences.ts';
import { SENTENCES } from './form.ts';

/** The booking that was refused, with everything typed and what to do; a clash as far as the actor may read it. */
export function answerBooking(
	context: AppContext,
	actor: StaffActor,
	{ terms }: Pick<CatchUpPlan, 'terms'>,
	refusal: Refused,
	form: FormState,
): Response {
	if (refusal.code !== 'clashes') return answerRefusal(refusal, form, SENTENCES);
	const clashes = refusal.details.clashes as readonly ShownClash[];
	const sentences = [...clashSentences(context.db, actor, clashes, terms).values()].flat();
	return formErrors({ values: form.values, errors: { startTime: sentences.join('. ') } }, 422);
}
