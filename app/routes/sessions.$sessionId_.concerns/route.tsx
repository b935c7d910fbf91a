import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readSentForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { describeConcerns } from '#app/use-cases/concerns/describe-concerns.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { readConcernsView } from './concerns-view.ts';
import { BROKEN_FORM, readConcernsForm } from './form.ts';
import { ConcernsPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Concerns');

const SAID = { saved: 'Saved. The leads see it.', unchanged: 'There was nothing new to save.' };

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'concern');
	const view = orNotFound(readConcernsView(context, actor, asId<SessionId>(params.sessionId!)));
	return json({ ...view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'concern');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'concern'));
	const sent = await readSentForm(request);
	const form = readConcernsForm(sent);
	if (!form) return formErrors({ values: sent.values, errors: { form: BROKEN_FORM } });
	if (Object.keys(form.errors).length > 0) return formErrors({ values: sent.values, errors: form.errors });
	const outcome = describeConcerns(context, actor, { sessionId, sayings: form.sayings });
	if (!outcome.done) throw notFound();
	return redirect(paths.concerns(sessionId, outcome.value > 0 ? 'saved' : 'unchanged'));
}

export default function Concerns() {
	const { said, ...view } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <ConcernsPage view={view} form={form} said={said} />;
}
