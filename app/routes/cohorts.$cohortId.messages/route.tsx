import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { KIND_SAID, kindForm } from '#app/http/messages/kind-form.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { mayTurn, turnKind } from '#app/use-cases/reminders/turn-kind.ts';
import { type CohortMessagesView, readCohortMessages } from './messages-view.ts';
import { CohortMessagesPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Messages of a cohort');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'message-kinds.cohort');
	const view = orNotFound(readCohortMessages(context, actor, asId<CohortId>(params.cohortId!)));
	return { view, said: said(request, KIND_SAID) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'message-kinds.cohort');
	const cohortId = asId<CohortId>(params.cohortId!);
	orNotFound(mayTurn(context.db, actor, cohortId) || null);
	const read = await readForm(request, kindForm);
	if (!read.ok) return formErrors(read.form);
	if (!turnKind(context, actor, { ...read.value, cohortId }).done) throw notFound();
	return redirect(paths.cohortMessages(cohortId, read.value.isOn ? 'on' : 'off'));
}

export default function CohortMessages() {
	const { view, said: sentence } = useLoaderData() as { view: CohortMessagesView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <CohortMessagesPage view={view} said={sentence} form={form} />;
}
