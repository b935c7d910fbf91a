import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { MESSAGE_DECISIONS } from '#app/domain/reminders/cause-of-message.ts';
import { asId, type MessageId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { oneOfCodes } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { decideMessage, mayDecide } from '#app/use-cases/reminders/decide-message.ts';
import { findMessage } from '#db/queries/outbox.ts';
import { type MessageView, readMessage } from './message-view.ts';
import { MessagePage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Message');

const decisionForm = z.object({ decision: oneOfCodes(MESSAGE_DECISIONS, 'Choose whether it leaves') });

const SAID = { approved: 'Approved. It leaves within their safe hours.', declined: 'Declined. It does not leave.' };

const SENTENCES: RefusalSentences = {
	'not-open': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'It cannot be decided any more: open the page again and look at what became of it',
	}),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'message');
	const message = orNotFound(readMessage(context, actor, asId<MessageId>(params.messageId!)));
	return json({ message, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'message-decision');
	const id = asId<MessageId>(params.messageId!);
	const message = findMessage(context.db, actor, id);
	orNotFound((message && mayDecide(context.db, actor, message)) || null);
	const read = await readForm(request, decisionForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = decideMessage(context, actor, { id, ...read.value });
	return outcome.done ? redirect(paths.message(id, read.value.decision)) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function Message() {
	const { message, said: sentence } = useLoaderData() as { message: MessageView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <MessagePage message={message} said={sentence} form={form} />;
}
