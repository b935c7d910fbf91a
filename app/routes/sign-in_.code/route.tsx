import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { halfWayOf, stepOf } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { codeField, PROOF_SENTENCES, withoutProof } from '#app/http/sign-in/code-form.ts';
import { answerSignedIn } from '#app/http/sign-in/signed-in.ts';
import { visitorOf } from '#app/http/sign-in/visitor.ts';
import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/blocks/notice.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { CodeField } from '#app/ui/sign-in/code-field.tsx';
import { giveCode } from '#app/use-cases/second-factor/give-code.ts';
import { showDemonstrationCode } from '#app/use-cases/second-factor/show-demonstration-code.ts';

export const meta: MetaFunction = () => pageTitle('Enter your code');

const NOTICES = { kept: 'This was not saved yet. Enter your code and it will be there.' };

export function loader({ request, context }: LoaderFunctionArgs) {
	const halfWay = halfWayOf(request, context);
	if (halfWay?.waitsFor !== 'code') throw redirect(stepOf(halfWay));
	return { notice: said(request, NOTICES), demonstrationCode: showDemonstrationCode(context, halfWay.actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const halfWay = halfWayOf(request, context);
	if (halfWay?.waitsFor !== 'code') throw redirect(stepOf(halfWay));
	const read = await readForm(request, z.object({ code: codeField }));
	const form = withoutProof(read.form);
	if (!read.ok) return formErrors(form);
	const outcome = giveCode(context, { ...visitorOf(request, context), code: read.value.code });
	if (!outcome.done) return answerRefusal(outcome, form, PROOF_SENTENCES);
	return answerSignedIn(request, context, outcome.value);
}

export default function SignInCode() {
	const { notice, demonstrationCode } = useLoaderData<typeof loader>();
	const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
	return (
		<>
			<Notice sentence={notice} />
			<FormErrorSummary form={form} />
			<PageHeader title="Enter your code" />
			{demonstrationCode && <DemonstrationCode code={demonstrationCode} />}
			<form method="post" noValidate>
				<CodeField form={form} />
				<Button preventDoubleClick>Go on</Button>
			</form>
			<p className="govuk-body">
				Phone not there?{' '}
				<a className="govuk-link" href={paths.signInRecovery()}>
					Use a recovery code
				</a>
				. If those are lost too, ask your administrator.
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href={paths.signIn()}>
					Sign in as somebody else
				</a>
			</p>
		</>
	);
}

function DemonstrationCode({ code }: { readonly code: string }) {
	return (
		<InsetText>
			{code === 'wait' ? (
				'In this demonstration the next code is shown here in half a minute: open this page again.'
			) : (
				<>
					This is the demonstration, where nobody has your phone. The code is <strong>{code}</strong>.
				</>
			)}
		</InsetText>
	);
}
