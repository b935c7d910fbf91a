import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type MessageId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordCall } from '#app/use-cases/reminders/calls/record-call.ts';
import { type CallView, readCall } from './call-view.ts';
import { callForm, SENTENCES } from './form.ts';
import { CallPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Ring somebody');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'safe-contact');
	return json(orNotFound(readCall(context, actor, asId<MessageId>(params.messageId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'message-decision');
	const id = asId<MessageId>(params.messageId!);
	const call = readCall(context, actor, id);
	orNotFound(call?.maySay ? call : null);
	const read = await readForm(request, callForm(context.clock.now()));
	if (!read.ok) return formErrors(read.form);
	const outcome = recordCall(context, actor, { id, ...read.value });
	return outcome.done ? redirect(paths.calls('recorded')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function CallToMake() {
	const view = useLoaderData() as CallView;
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <CallPage view={view} form={form} />;
}
