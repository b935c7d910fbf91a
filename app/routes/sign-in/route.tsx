import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { actorOf } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { afterSignIn, answerSignedIn } from '#app/http/sign-in/signed-in.ts';
import { visitorOf } from '#app/http/sign-in/visitor.ts';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import { NOTICES, SAID, SENTENCES, signInForm } from './form.ts';
import { SignInPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Sign in');

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = actorOf(request, context);
	if (actor) throw redirect(afterSignIn(request, context, actor));
	const { singleSignOn } = context;
	const other = singleSignOn && { label: singleSignOn.label, isReachable: await singleSignOn.isReachable() };
	return { said: said(request, SAID), notice: said(request, NOTICES), other };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const read = await readForm(request, signInForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = await signIn(context, { ...read.value, ...visitorOf(request, context) });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return answerSignedIn(request, context, outcome.value);
}

export default function SignIn() {
	const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
	return <SignInPage form={form} {...useLoaderData<typeof loader>()} />;
}
