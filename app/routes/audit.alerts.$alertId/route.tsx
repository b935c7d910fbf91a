import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type Id } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { pageNumber } from '#app/http/page-number.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { closeAlert } from '#app/use-cases/audit/close-alert.ts';
import { findAlert } from '#db/queries/audit/alerts.ts';
import { type AlertView, alertView } from './alert-view.ts';
import { closingForm, SENTENCES } from './form.ts';
import { AlertPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Alert');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'alert');
	return json(orNotFound(alertView(context, actor, asId<Id<'alert'>>(params.alertId!), pageNumber(request))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'alert');
	const alertId = asId<Id<'alert'>>(params.alertId!);
	orNotFound(findAlert(context.db, actor, alertId));
	const read = await readForm(request, closingForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = closeAlert(context, actor, { alertId, ...read.value });
	return outcome.done ? redirect(paths.alerts('closed')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function Alert() {
	const view = useLoaderData() as AlertView;
	const fresh = { values: { version: String(view.version) }, errors: {} };
	return <AlertPage view={view} form={useActionData<{ form: FormState }>()?.form ?? fresh} />;
}
