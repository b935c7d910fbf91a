import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { decidePlan } from '#app/use-cases/sessions/decide-plan.ts';
import { type DecisionView, readDecisionView } from './decision-view.ts';
import { decisionForm, SENTENCES } from './form.ts';
import { DecisionPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('What becomes of the plan');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'session');
	return json(orNotFound(readDecisionView(context, actor, asId<SessionId>(params.sessionId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'session');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(readDecisionView(context, actor, sessionId));
	const read = await readForm(request, decisionForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = decidePlan(context, actor, { sessionId, ...read.value });
	return outcome.done ? redirect(paths.session(sessionId, 'decided')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function PlanDecision() {
	const view = useLoaderData() as DecisionView;
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <DecisionPage view={view} form={form} />;
}
