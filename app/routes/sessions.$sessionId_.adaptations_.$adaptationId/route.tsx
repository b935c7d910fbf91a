import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { AdaptationFault } from '#app/domain/fidelity/frame.ts';
import { type AdaptationId, asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { sayFaults } from '#app/http/fidelity/adaptation-form.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { checkForm, formErrors, readSentForm, type SentForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { correctAdaptation, withdrawAdaptation } from '#app/use-cases/adaptations/revise-adaptation.ts';
import { correctionForm, sentencesFor, withdrawalForm } from './form.ts';
import { OwnAdaptationPage } from './page.tsx';
import { type OwnAdaptationView, readOwnAdaptation } from './view.ts';

export const meta: MetaFunction = () => pageTitle('Correct or withdraw');

type Named = { readonly sessionId: SessionId; readonly adaptationId: AdaptationId };

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'adaptation.record');
	const sessionId = asId<SessionId>(params.sessionId!);
	return orNotFound(readOwnAdaptation(context, actor, sessionId, params.adaptationId!));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'adaptation.record');
	const named = {
		sessionId: asId<SessionId>(params.sessionId!),
		adaptationId: asId<AdaptationId>(params.adaptationId!),
	};
	orNotFound(readOwnAdaptation(context, actor, named.sessionId, named.adaptationId));
	const sent = await readSentForm(request);
	const intent = textOf({ values: sent.values, errors: {} }, 'intent');
	return intent === 'withdraw' ? withdraw(context, actor, named, sent) : correct(context, actor, named, sent);
}

function correct(context: RequestContext, actor: StaffActor, named: Named, sent: SentForm): Response {
	const read = checkForm(sent, correctionForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = correctAdaptation(context, actor, { ...named, ...read.value });
	if (outcome.done) return redirect(paths.adaptations(named.sessionId, 'corrected'));
	if (outcome.code !== 'faulty-adaptation') return answerRefusal(outcome, read.form, sentencesFor('correctionReason'));
	const errors = sayFaults(outcome.details.faults as readonly AdaptationFault[]);
	return formErrors({ values: read.form.values, errors });
}

function withdraw(context: RequestContext, actor: StaffActor, named: Named, sent: SentForm): Response {
	const read = checkForm(sent, withdrawalForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = withdrawAdaptation(context, actor, { ...named, ...read.value });
	if (outcome.done) return redirect(paths.adaptations(named.sessionId, 'withdrawn'));
	return answerRefusal(outcome, read.form, sentencesFor('withdrawalReason'));
}

export default function OwnAdaptation() {
	const view = useLoaderData() as OwnAdaptationView;
	const form = useActionData<{ form: FormState }>()?.form ?? null;
	return <OwnAdaptationPage view={view} form={form} />;
}
