import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { show } from '#app/http/show.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordCompletions } from '#app/use-cases/retention/record-completions.ts';
import { type CompletionsView, readCompletionsView } from './completions-view.ts';
import { completionsForm, SENTENCES } from './form.ts';
import { CompletionsPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Who completed');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'exit');
	return show(orNotFound(readCompletionsView(context, actor, asId<CohortId>(params.cohortId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'exit');
	const cohortId = asId<CohortId>(params.cohortId!);
	orNotFound(readCompletionsView(context, actor, cohortId));
	const read = await readForm(request, completionsForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = recordCompletions(context, actor, { cohortId, chosen: read.value });
	return outcome.done ? redirect(paths.retention(cohortId, 'completed')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function Completions() {
	const view = useLoaderData() as CompletionsView;
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <CompletionsPage view={view} form={form} />;
}
