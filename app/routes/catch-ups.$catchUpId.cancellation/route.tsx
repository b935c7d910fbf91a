import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { cancelCatchUp, readBookedCatchUp } from '#app/use-cases/catch-ups/cancel-catch-up.ts';
import { type CancellationView, readCancellationView } from './cancellation-view.ts';
import { cancellationForm, SENTENCES } from './form.ts';
import { CancellationPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Cancel a catch-up');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'catch-up');
	return json(orNotFound(readCancellationView(context, actor, asId<SessionId>(params.catchUpId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'catch-up');
	const sessionId = asId<SessionId>(params.catchUpId!);
	orNotFound(readBookedCatchUp(context.db, actor, sessionId));
	const read = await readForm(request, cancellationForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = cancelCatchUp(context, actor, { sessionId, ...read.value });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.session(sessionId, outcome.value.isCancelled ? 'catch-up-cancelled' : 'taken-off'));
}

export default function CancelCatchUp() {
	const view = useLoaderData() as CancellationView;
	const form = useActionData<{ form: FormState }>()?.form ?? { values: { enrolmentId: view.all }, errors: {} };
	return <CancellationPage view={view} form={form} />;
}
