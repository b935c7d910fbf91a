import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { z } from 'zod';
import { requireActor } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { codeField, ownPasswordField, PROOF_SENTENCES, withoutProof } from '#app/http/sign-in/code-form.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { ProofPage } from '#app/ui/sign-in/proof-page.tsx';
import { RecoveryCodes } from '#app/ui/sign-in/recovery-codes.tsx';
import { reviewAccount } from '#app/use-cases/account/review-account.ts';
import { renewRecoveryCodes } from '#app/use-cases/second-factor/renew-recovery-codes.ts';

export const meta: MetaFunction = () => pageTitle('New recovery codes');

export function loader({ request, context }: LoaderFunctionArgs) {
	const { hasPassword, secondFactor } = reviewAccount(context, requireActor(request, context), null);
	orNotFound(secondFactor.isOn || null);
	return { hasPassword };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireActor(request, context);
	orNotFound(reviewAccount(context, actor, null).secondFactor.isOn || null);
	const read = await readForm(request, z.object({ code: codeField, password: ownPasswordField }));
	const form = withoutProof(read.form);
	if (!read.ok) return formErrors(form);
	const outcome = await renewRecoveryCodes(context, actor, { ...read.value, address: context.address });
	return outcome.done ? json({ recoveryCodes: outcome.value }) : answerRefusal(outcome, form, PROOF_SENTENCES);
}

type Answer = { readonly form?: FormState; readonly recoveryCodes?: readonly string[] };

export default function NewRecoveryCodes() {
	const { hasPassword } = useLoaderData<typeof loader>();
	const { form = EMPTY_FORM, recoveryCodes } = useActionData<Answer>() ?? {};
	if (recoveryCodes) {
		return <RecoveryCodes title="Your new recovery codes" codes={recoveryCodes} next={paths.account()} />;
	}
	return (
		<ProofPage title="Make new recovery codes" form={form} hasPassword={hasPassword} button="Make ten new codes">
			Every recovery code that you were given before stops working.
		</ProofPage>
	);
}
