import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { drawObservationPlan } from '#app/use-cases/observations/draw-observation-plan.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { PlanPage } from './page.tsx';
import { type PlanView, readPlanView } from './plan-view.ts';

export const meta: MetaFunction = () => pageTitle('Observation plan');

const SAID = { drawn: 'The sessions are drawn. Assign an observer to each.' };

const drawForm = z.object({ shownDraws: shownVersion() });

const SENTENCES: RefusalSentences = {
	'changed-meanwhile': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'Somebody drew meanwhile. Nothing more was drawn: look at the list first',
	}),
	'nothing-to-draw': () => ({ field: 'form', sentence: 'No session to come leaves time to tell the team' }),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observation-plan');
	const view = orNotFound(readPlanView(context, actor, asId<CohortId>(params.cohortId!)));
	return { view, said: said(request, SAID) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observation-plan');
	const cohortId = asId<CohortId>(params.cohortId!);
	orNotFound(mayOn(context.db, actor, 'write', 'observation-plan', cohortId) || null);
	const read = await readForm(request, drawForm);
	if (!read.ok) return formErrors({ ...read.form, errors: { form: 'Open the page again and draw there' } });
	const outcome = drawObservationPlan(context, actor, { cohortId, ...read.value });
	return outcome.done
		? redirect(paths.observationPlan(cohortId, 'drawn'))
		: answerRefusal(outcome, read.form, SENTENCES);
}

export default function ObservationPlan() {
	const { view, said: sentence } = useLoaderData() as { view: PlanView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <PlanPage view={view} said={sentence} form={form} />;
}
