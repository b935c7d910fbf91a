import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { decideAdaptation } from '#app/use-cases/adaptations/decide-adaptation.ts';
import { listAdaptations } from '#db/queries/fidelity/adaptations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { decisionForm, SENTENCES } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Approve or decline');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'adaptation.decision');
	return json(orNotFound(readView(context, actor, asId<SessionId>(params.sessionId!))));
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

function readView({ db, clock }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'write', 'adaptation.decision');
	if (!day) return null;
	const waiting = listAdaptations(db, actor, sessionId, clock.now()).filter(({ standing }) => standing === 'waiting');
	return {
		sessionId,
		caption: `${day.cohort.name} · ${sessionName(day.session)}`,
		proposals: waiting.map(({ id, how, reason, recordedByName }) => ({
			...{ value: id as string, label: how, hint: `${reason} (${recordedByName})` },
		})),
	};
}

export default function Decision() {
	const { sessionId, caption, proposals } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.adaptations(sessionId)}>Adaptations</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader caption={caption} title="Approve or decline" />
				{proposals.length === 0 && <p className="govuk-body">No proposal of this session waits for a decision.</p>}
				{(proposals.length > 0 || 'decision' in form.values) && (
					<form method="post" noValidate>
						<RadiosField form={form} name="adaptationId" legend="Which proposal" legendSize="s" items={proposals} />
						<RadiosField
							form={form}
							name="decision"
							legend="Your decision"
							legendSize="s"
							items={[
								{ value: 'approved', label: 'Approve' },
								{ value: 'declined', label: 'Decline' },
							]}
						/>
						<TextareaField
							form={form}
							name="reason"
							label="Why"
							hint="Needed if you decline. Do not name a participant."
							rows={3}
						/>
						<Button preventDoubleClick>Save the decision</Button>
					</form>
				)}
			</div>
		</div>
	);
}
