import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
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
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { agreeAction } from '#app/use-cases/debrief/agree-action.ts';
import { actionForm, readActionView, SENTENCES } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Add an action');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'debrief.actions');
	return json(orNotFound(readActionView(context, actor, asId<SessionId>(params.sessionId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'debrief.actions');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(readActionView(context, actor, sessionId));
	const read = await readForm(request, actionForm);
	if (!read.ok) return formErrors(read.form);
	const { words, ownerId, due: dueOn } = read.value;
	const outcome = agreeAction(context, actor, { sessionId, words, ownerId, dueOn });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.debrief(sessionId, outcome.value.isNew ? 'agreed' : 'agreed-already'));
}

export default function AddAction() {
	const { sessionId, caption, isOpen, owners } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.debrief(sessionId)}>Debrief</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader caption={caption} title="Add an action" />
				{!isOpen && <p className="govuk-body">An action can be agreed once the session has started.</p>}
				<form method="post" noValidate>
					<TextareaField
						form={form}
						name="words"
						label="What is to be done"
						hint="Do not name a participant: it shows in lists of tasks."
						rows={3}
					/>
					<SelectField
						form={form}
						name="ownerId"
						label="Who does it"
						options={[{ value: '', label: 'Choose' }, ...owners]}
					/>
					<DateField form={form} name="due" legend="By which day" legendSize="s" />
					<Button preventDoubleClick>Agree this action</Button>
				</form>
			</div>
		</div>
	);
}
