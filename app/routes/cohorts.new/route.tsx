import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { checkForm, formErrors, readSentForm } from '#app/http/read-form.ts';
import { EMPTY_FORM, type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { listCohortOptions } from '#app/use-cases/cohorts/list-cohort-options.ts';
import { readInStepStart } from '#app/use-cases/pairs/lay-out-in-step.ts';
import { answerPlan, answerSave } from './answers.ts';
import { layOutForm } from './form.ts';
import { LayOutPage } from './form-page.tsx';
import { inStepView } from './in-step-view.ts';
import { PlanPage } from './plan-page.tsx';
import type { PlanView } from './plan-view.ts';

export const meta: MetaFunction = () => pageTitle('Lay out a cohort');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort');
	const inStepWith = new URL(request.url).searchParams.get('in-step-with');
	const start = inStepWith && readInStepStart(context, actor, asId<CohortId>(inStepWith));
	return json({ options: listCohortOptions(context, actor), start: start ? inStepView(start) : null });
}

/** First shows the plan, then saves it; or goes back to the form with everything that was typed. */
export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort');
	const sent = await readSentForm(request);
	const intent = textOf({ values: sent.values, errors: {} }, 'intent');
	if (intent === 'change') return json({ form: { values: sent.values, errors: {} } });
	const read = checkForm(sent, layOutForm(context.content.programmes));
	if (!read.ok) return formErrors(read.form);
	const step = { actor, draft: read.value, form: read.form };
	if (intent === 'save' || intent === 'save-draft') return answerSave(context, { ...step, asDraft: intent !== 'save' });
	return answerPlan(context, step);
}

type Answer = { readonly form: FormState; readonly plan?: PlanView; readonly planId?: string };

export default function NewCohort() {
	const { options, start } = useLoaderData<typeof loader>();
	const { form, plan, planId } = useActionData<Answer>() ?? { form: start?.form ?? EMPTY_FORM };
	if (plan && planId) return <PlanPage plan={plan} form={form} planId={planId} />;
	return <LayOutPage options={options} form={form} inStepWith={start?.name ?? null} />;
}
