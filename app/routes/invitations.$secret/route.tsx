import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Config } from '#app/config.ts';
import { SHORTEST_PASSWORD } from '#app/domain/access/password.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { readSignInCookie, signInCookie } from '#app/http/sign-in-cookie.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { acceptInvitation } from '#app/use-cases/staff/accept-invitation.ts';
import { findInvitee } from '#app/use-cases/staff/find-invitee.ts';
import { acceptanceForm, SENTENCES, withoutPassword } from './form.ts';
import { ChoosePassword, LinkEnded } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Choose a password');

export function loader({ context, params }: LoaderFunctionArgs) {
	const invitee = findInvitee(context, params.secret!);
	return json({ invitee, shortest: SHORTEST_PASSWORD }, { status: invitee ? 200 : 410 });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const linkSecret = params.secret!;
	const invitee = findInvitee(context, linkSecret);
	if (!invitee) return formErrors(EMPTY_FORM, 410);
	const read = await readForm(request, acceptanceForm(invitee.isFirst));
	const form = withoutPassword(read.form);
	if (!read.ok) return formErrors(form);
	const replaces = readSignInCookie(context.config, request);
	const outcome = await acceptInvitation(context, { linkSecret, ...read.value, replaces });
	if (outcome.done) return signedIn(context.config, outcome.value.secret);
	return outcome.code === 'link-used-or-expired'
		? formErrors(EMPTY_FORM, 410)
		: answerRefusal(outcome, form, SENTENCES);
}

function signedIn(config: Config, secret: string): Response {
	return redirect(paths.home(), { headers: { 'Set-Cookie': signInCookie(config, secret) } });
}

export default function Invitation() {
	const { invitee, shortest } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return invitee ? <ChoosePassword invitee={invitee} shortest={shortest} form={form} /> : <LinkEnded />;
}
