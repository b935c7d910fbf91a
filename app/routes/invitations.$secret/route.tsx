import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { SHORTEST_PASSWORD } from '#app/domain/access/password.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerSignedIn } from '#app/http/sign-in/signed-in.ts';
import { visitorOf } from '#app/http/sign-in/visitor.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { acceptInvitation } from '#app/use-cases/staff/accept-invitation.ts';
import { findInvitee } from '#app/use-cases/staff/find-invitee.ts';
import { acceptanceForm, SENTENCES, withoutPassword } from './form.ts';
import { ChoosePassword, LinkEnded } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Choose a password');

export function loader({ context, params }: LoaderFunctionArgs) {
	const invitee = findInvitee(context, params.secret!, context.address);
	const other =
		invitee && !invitee.isFirst && context.singleSignOn ? otherWay(context.singleSignOn, params.secret!) : null;
	return json({ invitee, shortest: SHORTEST_PASSWORD, other }, { status: invitee ? 200 : 410 });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const linkSecret = params.secret!;
	const invitee = findInvitee(context, linkSecret, context.address);
	if (!invitee) return formErrors(EMPTY_FORM, 410);
	const read = await readForm(request, acceptanceForm(invitee.isFirst));
	const form = withoutPassword(read.form);
	if (!read.ok) return formErrors(form);
	const outcome = await acceptInvitation(context, { linkSecret, ...read.value, ...visitorOf(request, context) });
	if (outcome.done) return answerSignedIn(request, context, outcome.value);
	return outcome.code === 'link-used-or-expired'
		? formErrors(EMPTY_FORM, 410)
		: answerRefusal(outcome, form, SENTENCES);
}

function otherWay({ label }: { readonly label: string }, secret: string) {
	return { label, href: paths.invitationSingleSignOn(secret) };
}

export default function Invitation() {
	const { invitee, shortest, other } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	if (!invitee) return <LinkEnded />;
	return <ChoosePassword invitee={invitee} shortest={shortest} form={form} other={other} />;
}
