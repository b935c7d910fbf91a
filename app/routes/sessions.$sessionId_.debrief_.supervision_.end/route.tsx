import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { optionalText } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { SupervisionForm } from '#app/ui/debrief/supervision-form.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { takeBackSupervision } from '#app/use-cases/debrief/supervision.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

export const meta: MetaFunction = () => pageTitle('Take back what goes to supervision');

const wordsForm = z.object({ words: optionalText(1000) });

const SENTENCES: RefusalSentences = {
	'none-asked': () => ({ field: 'form', sentence: 'Nothing is asked for: there is nothing to take back', status: 409 }),
	'held-already': () => ({ field: 'form', sentence: 'A lead has said already what came of it', status: 409 }),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'debrief.supervision');
	const sessionId = asId<SessionId>(params.sessionId!);
	const day = orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'debrief.supervision'));
	return json({ sessionId, caption: `${day.cohort.name} · ${sessionName(day.session)}` });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'debrief.supervision');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'debrief.supervision'));
	const read = await readForm(request, wordsForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = takeBackSupervision(context, actor, { sessionId, ...read.value });
	return outcome.done ? redirect(paths.debrief(sessionId, 'taken-back')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function TakeBackSupervision() {
	const { sessionId, caption } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<SupervisionForm
			form={form}
			backHref={paths.debrief(sessionId)}
			caption={caption}
			title="Take this back"
			says="The lead’s task is closed. That it was asked for stays in the history."
			label="Why (optional)"
			button="Take it back"
		/>
	);
}
