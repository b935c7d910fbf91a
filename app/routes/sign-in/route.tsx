import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { actorOf } from '#app/http/actor.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { readSignInCookie, signInCookie } from '#app/http/sign-in-cookie.ts';
import { paths } from '#app/paths.ts';
import { Said } from '#app/ui/blocks/said.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { PasswordField } from '#app/ui/fields/password-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import { SAID, SENTENCES, signInForm } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Sign in');

export function loader({ request, context }: LoaderFunctionArgs) {
	if (actorOf(request, context)) throw redirect(paths.home());
	return { said: said(request, SAID) };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const read = await readForm(request, signInForm);
	if (!read.ok) return formErrors(read.form);
	const replaces = readSignInCookie(context.config, request);
	const outcome = await signIn(context, { ...read.value, replaces });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.home(), { headers: { 'Set-Cookie': signInCookie(context.config, outcome.value.secret) } });
}

export default function SignIn() {
	const { said } = useLoaderData<typeof loader>();
	const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<Said sentence={said} />
				<FormErrorSummary form={form} />
				<h1 className="govuk-heading-l">Sign in</h1>
				<form method="post" noValidate>
					<TextField
						form={form}
						name="email"
						label="Email address"
						type="email"
						autoComplete="username"
						spellCheck={false}
					/>
					<PasswordField form={form} name="password" label="Password" />
					<Button>Sign in</Button>
				</form>
				<p className="govuk-body">No account, or no password? Ask your administrator for a link.</p>
			</div>
		</div>
	);
}
