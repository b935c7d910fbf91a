import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { halfWayOf, stepOf } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { codeField, PROOF_SENTENCES, withoutProof } from '#app/http/sign-in/code-form.ts';
import { answerShownOnce } from '#app/http/sign-in/signed-in.ts';
import { visitorOf } from '#app/http/sign-in/visitor.ts';
import { Notice } from '#app/ui/blocks/notice.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { Authenticator } from '#app/ui/sign-in/authenticator.tsx';
import { CodeField } from '#app/ui/sign-in/code-field.tsx';
import { RecoveryCodes } from '#app/ui/sign-in/recovery-codes.tsx';
import { confirmFirstFactor } from '#app/use-cases/second-factor/confirm-second-factor.ts';
import { prepareSecondFactor } from '#app/use-cases/second-factor/prepare-second-factor.ts';

export const meta: MetaFunction = () => pageTitle('Set up a second factor');

const NOTICES = { kept: 'This was not saved yet. Set up your second factor and it will be there.' };
const SENTENCES: RefusalSentences = {
	...PROOF_SENTENCES,
	'set-up-again': () => ({ field: 'form', sentence: 'That picture has run out. Scan the new one below' }),
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const halfWay = halfWayOf(request, context);
	if (context.showsOnce) return { enrolment: null, notice: null };
	if (halfWay?.waitsFor !== 'set-up') throw redirect(stepOf(halfWay));
	return { enrolment: prepareSecondFactor(context, halfWay.actor), notice: said(request, NOTICES) };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const halfWay = halfWayOf(request, context);
	if (halfWay?.waitsFor !== 'set-up') throw redirect(stepOf(halfWay));
	const read = await readForm(request, z.object({ code: codeField }));
	const form = withoutProof(read.form);
	if (!read.ok) return formErrors(form);
	const outcome = confirmFirstFactor(context, { ...visitorOf(request, context), code: read.value.code });
	if (!outcome.done) return answerRefusal(outcome, form, SENTENCES);
	return answerShownOnce(request, context, outcome.value);
}

type Answer = { readonly form?: FormState; readonly recoveryCodes?: readonly string[]; readonly next?: string };

export default function SetUp() {
	const { enrolment, notice } = useLoaderData<typeof loader>();
	const { form = EMPTY_FORM, recoveryCodes, next = '/' } = useActionData<Answer>() ?? {};
	if (recoveryCodes) return <RecoveryCodes title="Your second factor is set up" codes={recoveryCodes} next={next} />;
	return (
		<>
			<Notice sentence={notice} />
			<FormErrorSummary form={form} />
			<PageHeader title="Set up a second factor">
				<p className="govuk-body">
					Your role sees a great deal, so a password alone does not let you in. From now on you enter a code from your
					phone as well. It takes two minutes, and you do it once.
				</p>
			</PageHeader>
			{enrolment && <Authenticator enrolment={enrolment} />}
			<form method="post" noValidate>
				<CodeField form={form} />
				<Button preventDoubleClick>Turn it on</Button>
			</form>
		</>
	);
}
