import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import type { AdaptationFault } from '#app/domain/fidelity/frame.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { adaptationForm, CANCELLED, sayFaults } from '#app/http/fidelity/adaptation-form.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordAdaptation } from '#app/use-cases/adaptations/record-adaptation.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { readAdaptationsView } from './adaptations-view.ts';
import { AdaptationsPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Adaptations');

const SAID = {
	saved: 'What is changed is saved.',
	corrected: 'The correction is saved, with what it said before.',
	withdrawn: 'It is withdrawn, and counts nowhere any more.',
	decided: 'Your decision is saved.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'adaptation.record');
	const view = orNotFound(readAdaptationsView(context, actor, asId<SessionId>(params.sessionId!)));
	return json({ view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'adaptation.record');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'adaptation.record'));
	const read = await readForm(request, adaptationForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = recordAdaptation(context, actor, { sessionId, ...read.value });
	if (outcome.done) return redirect(paths.adaptations(sessionId, 'saved'));
	if (outcome.code === 'not-found') throw notFound();
	const { values } = read.form;
	if (outcome.code === 'session-cancelled') return formErrors({ values, errors: { form: CANCELLED } }, 409);
	return formErrors({ values, errors: sayFaults(outcome.details.faults as readonly AdaptationFault[]) });
}

export default function Adaptations() {
	const { view, said: sentence } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <AdaptationsPage view={view} form={form} said={sentence} />;
}
