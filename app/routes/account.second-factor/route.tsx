import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { z } from 'zod';
import { requireActor } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { codeField, ownPasswordField, PROOF_SENTENCES, withoutProof } from '#app/http/sign-in/code-form.ts';
import { answerShownOnce } from '#app/http/sign-in/signed-in.ts';
import { visitorOf } from '#app/http/sign-in/visitor.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { PasswordField } from '#app/ui/fields/password-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { Authenticator } from '#app/ui/sign-in/authenticator.tsx';
import { CodeField } from '#app/ui/sign-in/code-field.tsx';
import { RecoveryCodes } from '#app/ui/sign-in/recovery-codes.tsx';
import { reviewAccount } from '#app/use-cases/account/review-account.ts';
import { confirmOwnFactor } from '#app/use-cases/second-factor/confirm-second-factor.ts';
import { prepareSecondFactor } from '#app/use-cases/second-factor/prepare-second-factor.ts';

export const meta: MetaFunction = () => pageTitle('Set up a second factor');

const SENTENCES: RefusalSentences = {
	...PROOF_SENTENCES,
	'set-up-again': () => ({ field: 'form', sentence: 'That picture has run out. Scan the new one below' }),
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireActor(request, context);
	const { hasPassword, secondFactor } = reviewAccount(context, actor, null);
	const enrolment = context.showsOnce ? null : prepareSecondFactor(context, actor);
	return { enrolment, hasPassword, isOn: secondFactor.isOn };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireActor(request, context);
	const read = await readForm(request, z.object({ code: codeField, password: ownPasswordField }));
	const form = withoutProof(read.form);
	if (!read.ok) return formErrors(form);
	const outcome = await confirmOwnFactor(context, actor, { ...read.value, ...visitorOf(request, context) });
	return outcome.done ? answerShownOnce(request, context, outcome.value) : answerRefusal(outcome, form, SENTENCES);
}

type Answer = { readonly form?: FormState; readonly recoveryCodes?: readonly string[] };

export default function SecondFactor() {
	const { enrolment, hasPassword, isOn } = useLoaderData<typeof loader>();
	const { form = EMPTY_FORM, recoveryCodes } = useActionData<Answer>() ?? {};
	if (recoveryCodes)
		return <RecoveryCodes title="Your second factor is on" codes={recoveryCodes} next={paths.account()} />;
	return (
		<>
			<BackLink href={paths.account()} />
			<FormErrorSummary form={form} />
			<PageHeader title={isOn ? 'Move your second factor to another phone' : 'Set up a second factor'}>
				<p className="govuk-body">
					{isOn
						? 'The phone that you have now works until this is done. You are then signed out everywhere else.'
						: 'You then enter a code from your phone whenever you sign in. You are signed out everywhere else.'}
				</p>
			</PageHeader>
			{enrolment && <Authenticator enrolment={enrolment} />}
			<form method="post" noValidate>
				<CodeField form={form} />
				{hasPassword && <PasswordField form={form} name="password" label="Your password" />}
				<Button preventDoubleClick>Turn it on</Button>
			</form>
		</>
	);
}
