import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type ObservationId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { requiredText, shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { releaseObservation } from '#app/use-cases/observations/release-observation.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { type ObservationsView, readObservationsView } from './observations-view.ts';
import { ObservationsPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Observations of a session');

const SAID = { released: 'The team can read it now.' };

const releaseForm = z.object({
	observationId: requiredText('Choose an observation').transform((id) => asId<ObservationId>(id)),
	version: shownVersion(),
});

const SENTENCES: RefusalSentences = {
	'changed-meanwhile': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'The observer has corrected it since you opened the page. Nothing was released: read it again first',
	}),
	'released-already': () => ({ field: 'form', sentence: 'It is released already', status: 409 }),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'observation.scores');
	const view = orNotFound(readObservationsView(context, actor, asId<SessionId>(params.sessionId!)));
	return { view, said: said(request, SAID) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observation.release');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'observation.release'));
	const read = await readForm(request, releaseForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = releaseObservation(context, actor, { sessionId, ...read.value });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.sessionObservations(sessionId, 'released'));
}

export default function SessionObservations() {
	const { view, said: sentence } = useLoaderData() as { view: ObservationsView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <ObservationsPage view={view} said={sentence} form={form} />;
}
