import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireActor } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { codeField, ownPasswordField, PROOF_SENTENCES, withoutProof } from '#app/http/sign-in/code-form.ts';
import { visitorOf } from '#app/http/sign-in/visitor.ts';
import { signInCookie } from '#app/http/sign-in-cookie.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { ProofPage } from '#app/ui/sign-in/proof-page.tsx';
import { reviewAccount } from '#app/use-cases/account/review-account.ts';
import { removeSecondFactor } from '#app/use-cases/second-factor/remove-second-factor.ts';

export const meta: MetaFunction = () => pageTitle('Turn off your second factor');

export function loader({ request, context }: LoaderFunctionArgs) {
	return { hasPassword: whoMayTurnItOff(request, context).hasPassword };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const { actor } = whoMayTurnItOff(request, context);
	const read = await readForm(request, z.object({ code: codeField, password: ownPasswordField }));
	const form = withoutProof(read.form);
	if (!read.ok) return formErrors(form);
	const outcome = await removeSecondFactor(context, actor, { ...read.value, ...visitorOf(request, context) });
	if (!outcome.done) return answerRefusal(outcome, form, PROOF_SENTENCES);
	const headers = { 'Set-Cookie': signInCookie(context.config, outcome.value.secret) };
	return redirect(paths.account('second-factor-off'), { headers });
}

/** The page is there for somebody who has a second factor and need not have one. */
function whoMayTurnItOff(request: Request, context: RequestContext) {
	const actor = requireActor(request, context);
	const { hasPassword, secondFactor } = reviewAccount(context, actor, null);
	if (!secondFactor.isOn || secondFactor.mustHave) throw notFound();
	return { actor, hasPassword };
}

export default function TurnOff() {
	const { hasPassword } = useLoaderData<typeof loader>();
	const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
	const title = 'Turn off your second factor';
	return (
		<ProofPage title={title} form={form} hasPassword={hasPassword} button="Turn it off" variant="warning">
			Your password alone lets you in then, and anybody who learns it. You are signed out everywhere else.
		</ProofPage>
	);
}
