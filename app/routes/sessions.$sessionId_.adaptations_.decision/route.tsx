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
import { decideAdaptation } from '#app/use-cases/adaptations/decide-adaptation.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { type DecisionView, readDecisionView } from './decision-view.ts';
import { decisionForm, SENTENCES } from './form.ts';
import { DecisionPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Approve or decline');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'adaptation.decision');
	return json(orNotFound(readDecisionView(context, actor, asId<SessionId>(params.sessionId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'adaptation.decision');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'adaptation.decision'));
	const read = await readForm(request, decisionForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = decideAdaptation(context, actor, { sessionId, ...read.value });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.adaptations(sessionId, 'decided'));
}

export default function Decision() {
	const view = useLoaderData<typeof loader>() as DecisionView;
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <DecisionPage view={view} form={form} />;
}
