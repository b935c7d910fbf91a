import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { bookCatchUp } from '#app/use-cases/catch-ups/book-catch-up.ts';
import { readCatchUpPlan } from '#app/use-cases/catch-ups/read-catch-up-plan.ts';
import { answerBooking } from './answers.ts';
import { type CatchUpView, readCatchUpView } from './catch-up-view.ts';
import { catchUpForm } from './form.ts';
import { CatchUpPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Book a catch-up');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'catch-up');
	const wanted = new URL(request.url).searchParams.get('for');
	return json(orNotFound(readCatchUpView(context, actor, asId<SessionId>(params.sessionId!), wanted)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'catch-up');
	const sessionId = asId<SessionId>(params.sessionId!);
	const plan = orNotFound(readCatchUpPlan(context, context.db, actor, sessionId));
	const read = await readForm(request, catchUpForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = bookCatchUp(context, actor, { sessionId, ...read.value });
	return outcome.done
		? redirect(paths.session(outcome.value, 'catch-up-booked'))
		: answerBooking(context, actor, plan, outcome, read.form);
}

export default function BookCatchUp() {
	const view = useLoaderData() as CatchUpView;
	const form = useActionData<{ form: FormState }>()?.form ?? { values: view.values, errors: {} };
	return <CatchUpPage view={view} form={form} />;
}
