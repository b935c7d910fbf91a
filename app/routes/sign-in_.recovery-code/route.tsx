import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { halfWayOf, stepOf } from '#app/http/actor.ts';
import { requiredText } from '#app/http/form-fields.ts';
import { useActionData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { PROOF_SENTENCES, withoutProof } from '#app/http/sign-in/code-form.ts';
import { answerSignedIn } from '#app/http/sign-in/signed-in.ts';
import { visitorOf } from '#app/http/sign-in/visitor.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { giveRecoveryCode } from '#app/use-cases/second-factor/give-recovery-code.ts';

export const meta: MetaFunction = () => pageTitle('Use a recovery code');

const recoveryForm = z.object({ code: requiredText('Enter one of your recovery codes', 40) });

const SENTENCES: RefusalSentences = {
	...PROOF_SENTENCES,
	'wrong-code': () => ({
		field: 'code',
		sentence: 'That is not one of your recovery codes, or it has been used. Enter another',
	}),
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const halfWay = halfWayOf(request, context);
	if (halfWay?.waitsFor !== 'code') throw redirect(stepOf(halfWay));
	return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
	const halfWay = halfWayOf(request, context);
	if (halfWay?.waitsFor !== 'code') throw redirect(stepOf(halfWay));
	const read = await readForm(request, recoveryForm);
	const form = withoutProof(read.form);
	if (!read.ok) return formErrors(form);
	const outcome = giveRecoveryCode(context, { ...visitorOf(request, context), code: read.value.code });
	if (!outcome.done) return answerRefusal(outcome, form, SENTENCES);
	return answerSignedIn(request, context, outcome.value);
}

export default function RecoveryCode() {
	const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.signInCode()} />
			<FormErrorSummary form={form} />
			<PageHeader title="Use a recovery code" />
			<form method="post" noValidate>
				<TextField
					form={form}
					name="code"
					label="Recovery code"
					hint="One of the ten that you were given, such as abcd-efgh-jkmn-pqrs. Each works once."
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					width={20}
				/>
				<Button preventDoubleClick>Go on</Button>
			</form>
		</>
	);
}
