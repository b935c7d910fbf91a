import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { resumeMessages, stopMessages } from '#app/use-cases/reminders/stop-messages.ts';
import { mayStop } from '#db/queries/messages/stops.ts';
import { SAID, SENTENCES, stopForm } from './form.ts';
import { type PersonMessagesView, readPersonMessages } from './messages-view.ts';
import { PersonMessagesPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Messages to a person');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'message-decision');
	const view = orNotFound(readPersonMessages(context, actor, asId<PersonId>(params.personId!)));
	return { view, said: said(request, SAID) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'message-decision');
	const personId = asId<PersonId>(params.personId!);
	orNotFound(mayStop(context.db, actor, personId) || null);
	const read = await readForm(request, stopForm);
	if (!read.ok) return formErrors(read.form);
	const { turn, reason } = read.value;
	const stops = turn === 'stop';
	const outcome = stops ? stopMessages(context, actor, { personId, reason }) : resumeMessages(context, actor, personId);
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.personMessages(personId, stops ? 'stopped' : 'resumed'));
}

export default function PersonMessages() {
	const { view, said: sentence } = useLoaderData() as { view: PersonMessagesView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <PersonMessagesPage view={view} said={sentence} form={form} />;
}
