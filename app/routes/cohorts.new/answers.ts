import { json, redirect } from '@remix-run/node';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { countSlotRefusal } from '#app/use-cases/clashes/slot-refusals.ts';
import { layOutCohort } from '#app/use-cases/cohorts/lay-out-cohort.ts';
import { type CohortDraft, type CohortPlanned, planCohort } from '#app/use-cases/cohorts/plan-cohort.ts';
import { planView } from './plan-view.ts';
import { PLAN_SENTENCES, SENTENCES } from './sentences.ts';

type Step = { readonly actor: StaffActor; readonly draft: CohortDraft; readonly form: FormState };

/** Shows the plan of what was entered, or what is wrong with it. */
export function answerPlan(context: AppContext, { actor, draft, form }: Step): Response {
	const outcome = planCohort(context, context.db, actor, draft);
	if (!outcome.done) return answerRefusal(outcome, form, SENTENCES);
	countSlotRefusal(context, actor, outcome.value.clashes);
	const plan = planView(context, actor, draft, outcome.value);
	return json({ form, plan, planId: context.ids.next() });
}

type Saving = Step & { readonly asDraft: boolean };

/** Saves the plan that was looked at, or shows the one that stands now with the reason why not. */
export function answerSave(context: AppContext, { actor, draft, form, asDraft }: Saving): Response {
	const planId = textOf(form, 'planId');
	const fingerprint = textOf(form, 'fingerprint');
	const cohortId = cohortIdOf(context, `${actor.staffId} ${planId} ${fingerprint}`);
	const confirmation = { fingerprint, accepted: textOf(form, 'accept') === 'yes', asDraft, cohortId };
	const outcome = layOutCohort(context, actor, draft, confirmation);
	if (outcome.done) return redirect(paths.cohort(outcome.value, asDraft ? 'drafted' : 'laid-out'));
	const { code, details } = outcome;
	if (code !== 'plan-changed' && code !== 'clashes' && code !== 'warning-not-accepted') {
		return answerRefusal(outcome, form, SENTENCES);
	}
	const { field, sentence, status } = PLAN_SENTENCES[code];
	const planned = details.planned as CohortPlanned;
	countSlotRefusal(context, actor, planned.clashes);
	const plan = planView(context, actor, draft, planned);
	return json({ form: { ...form, errors: { [field]: sentence } }, plan, planId }, { status });
}

/**
 * The id that the cohort of a plan will have, so that saving a plan twice makes one cohort. Nobody can choose it: what a
 * form brings is mixed with who sent it, so that no answer tells whether there is a cohort of some id already.
 */
function cohortIdOf({ credentials }: AppContext, plan: string): CohortId {
	const mixed = credentials.hashSecret(`cohort ${plan}`).toLowerCase();
	return asId<CohortId>(mixed.replaceAll(/[^a-z0-9]/g, '').slice(0, 20));
}
