import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type TaskId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { EMPTY_FORM, type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { giveTask } from '#app/use-cases/tasks/give-task.ts';
import { ownerForm, ownerView, SENTENCES, staleOwner } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Give a task to somebody');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task');
	return json(orNotFound(ownerView(context, actor, asId<TaskId>(params.taskId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task');
	const id = asId<TaskId>(params.taskId!);
	orNotFound(ownerView(context, actor, id));
	const read = await readForm(request, ownerForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = giveTask(context, actor, { id, ...read.value });
	if (outcome.done) return redirect(paths.tasks('given'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	const now = orNotFound(ownerView(context, actor, id));
	return answerStale(read.form, now.version, staleOwner(now));
}

export default function GiveTask() {
	const { id, version, title, owner, choices } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.task(id)}>The task</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader title="Give it to somebody" caption={title}>
					<p className="govuk-body">It lies with: {owner}.</p>
				</PageHeader>
				<form method="post" noValidate>
					<HiddenField name="version" value={textOf(form, 'version') || version} />
					<RadiosField form={form} name="to" legend="To whom" legendSize="m" items={choices} />
					<TextareaField form={form} name="words" label="What to tell them (optional)" rows={2} />
					<Button preventDoubleClick>Give it</Button>
				</form>
			</div>
		</div>
	);
}
