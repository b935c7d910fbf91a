import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readSentForm, type SentForm } from '#app/http/read-form.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordObservation } from '#app/use-cases/observations/record-observation.ts';
import { findOwnObservation } from '#db/queries/observations/session-observations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { answerObservationRefusal, BROKEN_FORM } from './answers.ts';
import { readObservationForm } from './form.ts';
import { type ObservationView, readObservationView } from './observation-view.ts';
import { ObservationPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Observation');

const SAID = {
	saved: 'Your draft is saved. Only you see it until you submit it.',
	submitted: 'Your observation is with the leads. The team reads it once a lead has released it.',
	unchanged: 'Everything on this page was saved already.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observation.scores');
	const view = orNotFound(readObservationView(context, actor, asId<SessionId>(params.sessionId!)));
	return { view, said: said(request, SAID) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observation.scores');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'observation.scores'));
	return save(context, actor, sessionId, await readSentForm(request));
}

function save(context: RequestContext, actor: StaffActor, sessionId: SessionId, sent: SentForm): Response {
	const read = readObservationForm(sent);
	if (!read) return formErrors({ values: sent.values, errors: { form: BROKEN_FORM } });
	if (Object.keys(read.errors).length > 0) return formErrors({ values: sent.values, errors: read.errors });
	const { texts, ...answers } = read;
	const outcome = recordObservation(context, actor, { sessionId, ...answers, ...texts });
	if (!outcome.done) {
		const own = findOwnObservation(context.db, actor, sessionId);
		const form = context.content.observationForm(own?.formVersion);
		return answerObservationRefusal(outcome, { sent, read, form });
	}
	const { isNew, isSubmitted } = outcome.value;
	return redirect(paths.observation(sessionId, !isNew ? 'unchanged' : isSubmitted ? 'submitted' : 'saved'));
}

export default function Observation() {
	const { view, said: sentence } = useLoaderData() as { view: ObservationView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <ObservationPage view={view} form={form} said={sentence} />;
}
