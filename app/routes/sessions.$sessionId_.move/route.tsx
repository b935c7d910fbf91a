import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { parseCalendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { checkForm, formErrors, readSentForm } from '#app/http/read-form.ts';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { answerLook, answerSave } from './answers.ts';
import { moveForm } from './form.ts';
import { LaterPage } from './later-page.tsx';
import { type MoveStart, type MoveView, readMoveStart } from './move-view.ts';
import { MovePage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Change the date or time');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'session');
	const wanted = parseCalendarDay(new URL(request.url).searchParams.get('day') ?? '');
	return json(orNotFound(readMoveStart(context, actor, asId<SessionId>(params.sessionId!), wanted)));
}

/** First shows the dates, then saves them; or goes back to the form with everything that was typed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'session');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(readMoveStart(context, actor, sessionId));
	const sent = await readSentForm(request);
	const intent = textOf({ values: sent.values, errors: {} }, 'intent');
	if (intent === 'change') return json({ form: { values: sent.values, errors: {} } });
	const read = checkForm(sent, moveForm);
	if (!read.ok) return formErrors(read.form);
	const step = { actor, sessionId, move: read.value, form: read.form };
	return intent === 'save' ? answerSave(context, sent, step) : answerLook(context, step);
}

type Answer = { readonly form: FormState; readonly look?: MoveView };

export default function Move() {
	const start = useLoaderData() as MoveStart;
	const { form, look } = useActionData<Answer>() ?? { form: { values: start.values, errors: {} } };
	if (look) return <LaterPage start={start} look={look as MoveView} form={form} />;
	return <MovePage start={start} form={form} />;
}
