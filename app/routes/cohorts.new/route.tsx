import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireAccess } from '#app/http/actor.ts';
import { checkForm, formErrors, readSentForm } from '#app/http/read-form.ts';
import { EMPTY_FORM, type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { listCohortOptions } from '#app/use-cases/cohorts/list-cohort-options.ts';
import { answerPlan, answerSave } from './answers.ts';
import { layOutForm } from './form.ts';
import { LayOutPage } from './form-page.tsx';
import { PlanPage } from './plan-page.tsx';
import type { PlanView } from './plan-view.ts';

export const meta: MetaFunction = () => pageTitle('Lay out a cohort');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort');
	return json(listCohortOptions(context, actor));
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
	const options = useLoaderData<typeof loader>();
	const { form, plan, planId } = useActionData<Answer>() ?? { form: EMPTY_FORM };
	if (plan && planId) return <PlanPage plan={plan} form={form} planId={planId} />;
	return <LayOutPage options={options} form={form} />;
}
