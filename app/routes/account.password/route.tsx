import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { SHORTEST_PASSWORD } from '#app/domain/access/password.ts';
import { requireActor } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { PROOF_SENTENCES, withoutProof } from '#app/http/sign-in/code-form.ts';
import { PASSWORD_SENTENCES } from '#app/http/sign-in/password-form.ts';
import { visitorOf } from '#app/http/sign-in/visitor.ts';
import { readSignInCookie, signInCookie } from '#app/http/sign-in-cookie.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { PasswordField } from '#app/ui/fields/password-field.tsx';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { changePassword } from '#app/use-cases/account/change-password.ts';
import { reviewAccount } from '#app/use-cases/account/review-account.ts';

export const meta: MetaFunction = () => pageTitle('Change your password');

const typed = (missing: string) => z.string(missing).min(1, missing).max(1000, 'Enter at most 200 characters');
const passwordForm = z.object({
	current: typed('Enter the password that you have now'),
	password: typed('Choose a new password'),
});

const SENTENCES: RefusalSentences = {
	...PROOF_SENTENCES,
	...PASSWORD_SENTENCES,
	'wrong-password': () => ({ field: 'current', sentence: 'That is not the password that you have now. Try again' }),
	'changed-meanwhile': () => ({ field: 'form', sentence: 'Your password was changed meanwhile. Sign in again' }),
	'no-password': () => ({ field: 'form', sentence: 'You have no password here. Ask your administrator for a link' }),
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireActor(request, context);
	const { email } = reviewAccount(context, actor, readSignInCookie(context.config, request));
	return { email, shortest: SHORTEST_PASSWORD };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireActor(request, context);
	const read = await readForm(request, passwordForm);
	const form = withoutProof(read.form);
	if (!read.ok) return formErrors(form);
	const { current, password: chosen } = read.value;
	const outcome = await changePassword(context, actor, { current, chosen, ...visitorOf(request, context) });
	if (!outcome.done) return answerRefusal(outcome, form, SENTENCES);
	const headers = { 'Set-Cookie': signInCookie(context.config, outcome.value.secret) };
	return redirect(paths.account('password-changed'), { headers });
}

export default function ChangePassword() {
	const { email, shortest } = useLoaderData<typeof loader>();
	const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
	const hint = `At least ${shortest} characters; 15 or more are better. Three or four words make a good one. You may paste it.`;
	return (
		<>
			<BackLink href={paths.account()} />
			<FormErrorSummary form={form} />
			<PageHeader title="Change your password">
				<p className="govuk-body">You are signed out everywhere else when it is changed.</p>
			</PageHeader>
			<form method="post" noValidate>
				<input type="text" hidden autoComplete="username" value={email} readOnly />
				<PasswordField form={form} name="current" label="The password that you have now" />
				<PasswordField form={form} name="password" label="New password" hint={hint} autoComplete="new-password" />
				<Button preventDoubleClick>Change it</Button>
			</form>
		</>
	);
}
