import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { show } from '#app/http/show.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type RecordedRegister, recordRegister } from '#app/use-cases/register/record-register.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { answerConflicts, answerRegisterRefusal, answerUnreadable } from './answers.ts';
import { readRegisterForm } from './form.ts';
import { RegisterPage } from './page.tsx';
import { readRegisterView } from './register-view.ts';

export const meta: MetaFunction<typeof loader> = () => pageTitle('Register');

const SAID = {
	saved: 'Register saved.',
	'saved-and-closed': 'Register saved. A task that followed an absence is not needed any more and was closed.',
	unchanged: 'Everything on this page was saved already.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const view = orNotFound(readRegisterView(context, actor, asId<SessionId>(params.sessionId!)));
	return show({ ...view, said: said(request, SAID), takesBack: new URL(request.url).searchParams.has('take-back') });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const sessionId = asId<SessionId>(params.sessionId!);
	const sent = await readSentForm(request);
	const form = readRegisterForm(sent);
	// A form that is saved is asked for by the use case, inside its transaction.
	if (!form || form.faults.length > 0) orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'register'));
	if (!form || form.faults.length > 0) return answerUnreadable(context, actor, sessionId, form?.faults ?? null, sent);
	const outcome = recordRegister(context, actor, { sessionId, ...form });
	if (!outcome.done) return answerRegisterRefusal(context, actor, sessionId, outcome, sent);
	const { written, conflicts } = outcome.value;
	if (conflicts.length > 0) return answerConflicts(context, actor, conflicts, written.length, sent);
	return redirect(paths.register(sessionId, wordFor(outcome.value)));
}

function wordFor({ written, tasksClosed, raised }: RecordedRegister): keyof typeof SAID {
	if (written.length + raised.length === 0) return 'unchanged';
	return tasksClosed > 0 ? 'saved-and-closed' : 'saved';
}

export default function Register() {
	const view = useLoaderData<typeof loader>();
	const answer = useActionData<{ form: FormState; saved?: string | null }>();
	return <RegisterPage view={view} form={answer?.form ?? EMPTY_FORM} savedMeanwhile={answer?.saved ?? null} />;
}
