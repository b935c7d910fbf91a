import { json, redirect } from '@remix-run/node';
import type { z } from 'zod';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { countSlotRefusal } from '#app/use-cases/clashes/slot-refusals.ts';
import { changePattern } from '#app/use-cases/cohorts/change-pattern.ts';
import { type PatternPlanned, planPattern } from '#app/use-cases/cohorts/plan-pattern.ts';
import { type patternForm, SAVE_SENTENCES, SENTENCES } from './form.ts';
import { type PatternLook, patternLook } from './pattern-view.ts';

type Step = {
	readonly actor: StaffActor;
	readonly cohortId: CohortId;
	readonly pattern: z.output<typeof patternForm>;
	readonly form: FormState;
};

/** Shows what the new pattern makes of the sessions to come, or what is wrong with it. */
export function answerLook(context: AppContext, { actor, cohortId, pattern, form }: Step): Response {
	const outcome = planPattern(context, context.db, actor, { cohortId, draft: pattern.draft });
	if (!outcome.done) return answerRefusal(outcome, form, SENTENCES);
	return json({ form, look: show(context, actor, outcome.value) });
}

/** Saves the dates that were looked at, or shows those that stand now with the reason why not. */
export function answerSave(context: AppContext, { actor, cohortId, pattern, form }: Step): Response {
	const fingerprint = textOf(form, 'fingerprint');
	const outcome = changePattern(context, actor, { cohortId, ...pattern, fingerprint });
	if (outcome.done) return redirect(paths.cohort(outcome.value, 'pattern-changed'));
	const { code, details } = outcome;
	if (code !== 'plan-changed' && code !== 'clashes') return answerRefusal(outcome, form, SENTENCES);
	const { sentence, status } = SAVE_SENTENCES[code];
	const look = show(context, actor, details.planned as PatternPlanned);
	return json({ form: { ...form, errors: { form: sentence } }, look }, { status });
}

/** Whatever is shown of slots that are not available is counted. */
function show(context: AppContext, actor: StaffActor, planned: PatternPlanned): PatternLook {
	countSlotRefusal(context, actor, planned.change.clashes, planned.term.cohort.id);
	return patternLook(context, actor, planned);
}
