import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm, type SentForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { show } from '#app/http/show.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type TypedUp, typeUp } from '#app/use-cases/register/type-up.ts';
import { type Asked, answerBroken, answerNotSaved, answerUnready } from './answers.ts';
import { readTypeUpForm, type Unexplained } from './form.ts';
import { type Plans, parsePlans, readGridView } from './grid-view.ts';
import { TypeUpPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Type up registers');

const SAID = {
	saved: 'Registers saved.',
	'saved-and-closed': 'Registers saved. A task that followed an absence is not needed any more and was closed.',
	unchanged: 'Nothing on the page had changed, so nothing was saved.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const view = readGridView(context, actor, asId<CohortId>(params.cohortId!), plansIn(request));
	return show({ ...orNotFound(view), said: said(request, SAID) });
}

function plansIn(request: Request): Plans {
	return parsePlans(new URL(request.url).searchParams.get('plans'));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const cohortId = asId<CohortId>(params.cohortId!);
	return answer({ context, actor, cohortId, plans: plansIn(request) }, await readSentForm(request));
}

function answer(asked: Asked, sent: SentForm): Response {
	const form = readTypeUpForm(sent);
	if (!form) return answerBroken(asked, sent);
	const unready = answerUnready(asked, form, sent);
	if (unready) return unready;
	const { cohortId, context, actor } = asked;
	const { columns, correctionReason } = form;
	const outcome = typeUp(context, actor, { cohortId, columns, correctionReason, are: 'letters' });
	if (!outcome.done) return answerNotSaved(asked, outcome, form, sent);
	return redirect(paths.typeUp(cohortId, null, wordFor(outcome.value)));
}

function wordFor({ written, notHeld, tasksClosed }: TypedUp): keyof typeof SAID {
	if (written.length + notHeld === 0) return 'unchanged';
	return tasksClosed > 0 ? 'saved-and-closed' : 'saved';
}

export default function TypeUp() {
	const view = useLoaderData<typeof loader>();
	const answered = useActionData<{ form: FormState; unexplained?: readonly Unexplained[] }>();
	return <TypeUpPage view={view} form={answered?.form ?? EMPTY_FORM} unexplained={answered?.unexplained ?? []} />;
}
