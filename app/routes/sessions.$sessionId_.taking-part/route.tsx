import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordTakingPart } from '#app/use-cases/taking-part/record-taking-part.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { answerConflicts, answerTakingPartRefusal, answerUnreadable } from './answers.ts';
import { readTakingPartForm } from './form.ts';
import { TakingPartPage } from './page.tsx';
import { readTakingPartView } from './taking-part-view.ts';

export const meta: MetaFunction = () => pageTitle('How people took part');

const SAID = { saved: 'Saved.', unchanged: 'Everything on this page was saved already.' };

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'taking-part');
	const view = orNotFound(readTakingPartView(context, actor, asId<SessionId>(params.sessionId!)));
	return json({ ...view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'taking-part');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'taking-part'));
	const sent = await readSentForm(request);
	const asked = { context, actor, sessionId, sent };
	const form = readTakingPartForm(sent);
	if (!form || form.faults.length > 0 || form.isReasonTooLong) return answerUnreadable(form, asked);
	const outcome = recordTakingPart(context, actor, { sessionId, ...form });
	if (!outcome.done) return answerTakingPartRefusal(outcome, asked);
	const { written, conflicts } = outcome.value;
	if (conflicts.length > 0) return answerConflicts(conflicts, written.length, asked);
	return redirect(paths.takingPart(sessionId, written.length > 0 ? 'saved' : 'unchanged'));
}

export default function TakingPart() {
	const { said, ...view } = useLoaderData<typeof loader>();
	const answer = useActionData<{ form: FormState; saved?: string | null }>();
	return (
		<TakingPartPage view={view} form={answer?.form ?? EMPTY_FORM} said={said} savedMeanwhile={answer?.saved ?? null} />
	);
}
