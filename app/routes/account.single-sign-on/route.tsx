import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireActor } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { ownPasswordField, PROOF_SENTENCES, withoutProof } from '#app/http/sign-in/code-form.ts';
import { departFor } from '#app/http/sign-in/depart.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { PasswordField } from '#app/ui/fields/password-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { proveAgain } from '#app/use-cases/account/prove-again.ts';
import { reviewAccount } from '#app/use-cases/account/review-account.ts';

export const meta: MetaFunction = () => pageTitle('Link an account');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireActor(request, context);
	const { label } = orNotFound(context.singleSignOn);
	return { label, hasPassword: reviewAccount(context, actor, null).hasPassword };
}

/** By a form of our own, with the password: a link alone could be followed by a browser that another page leads. */
export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireActor(request, context);
	orNotFound(context.singleSignOn);
	const read = await readForm(request, z.object({ password: ownPasswordField }));
	const form = withoutProof(read.form);
	if (!read.ok) return formErrors(form);
	const proved = await proveAgain(context, actor, { ...read.value, address: context.address });
	if (!proved.done) return answerRefusal(proved, form, PROOF_SENTENCES);
	const departure = await departFor(context, { for: 'link' });
	if (!departure) return redirect(paths.account('single-sign-on-away'));
	return json({ url: departure.url }, { headers: { 'Set-Cookie': departure.cookie } });
}

export default function LinkAccount() {
	const { label, hasPassword } = useLoaderData<typeof loader>();
	const { form = EMPTY_FORM, url } = useActionData<{ form?: FormState; url?: string }>() ?? {};
	if (url) {
		return (
			<>
				<PageHeader title={`Now sign in with ${label}`}>
					<p className="govuk-body">You come back here afterwards, and the two are linked.</p>
				</PageHeader>
				<ButtonLink href={url}>Go on</ButtonLink>
			</>
		);
	}
	return (
		<>
			<BackLink href={paths.account()} />
			<FormErrorSummary form={form} />
			<PageHeader title={`Link ${label}`}>
				<p className="govuk-body">You can then sign in with {label}. Your password here goes on working.</p>
			</PageHeader>
			<form method="post" noValidate>
				{hasPassword && <PasswordField form={form} name="password" label="Your password" />}
				<Button preventDoubleClick>Link it</Button>
			</form>
		</>
	);
}
