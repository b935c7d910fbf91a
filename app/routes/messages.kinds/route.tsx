import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { KIND_SAID, kindForm } from '#app/http/messages/kind-form.ts';
import { notFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { kindLine } from '#app/ui/messages/kind-lines.ts';
import { KindsTable } from '#app/ui/messages/kinds-table.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { kindsHere } from '#app/use-cases/reminders/kinds-here.ts';
import { turnKind } from '#app/use-cases/reminders/turn-kind.ts';

export const meta: MetaFunction = () => pageTitle('Which messages are on');

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'write', 'message-kinds.organisation');
	return { kinds: kindsHere(context, null).map(kindLine), said: said(request, KIND_SAID) };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'message-kinds.organisation');
	const read = await readForm(request, kindForm);
	if (!read.ok) return formErrors(read.form);
	if (!turnKind(context, actor, { ...read.value, cohortId: null }).done) throw notFound();
	return redirect(paths.messageKinds(read.value.isOn ? 'on' : 'off'));
}

export default function MessageKinds() {
	const { kinds, said: sentence } = useLoaderData<typeof loader>();
	const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.messages()}>Messages</BackLink>
			<Said sentence={sentence} />
			<FormErrorSummary form={form} />
			<PageHeader title="Which messages are on">
				<p className="govuk-body measure">
					What is off here is off for every cohort. Each cohort can have more turned off on its own page. Nothing leaves
					outside the safe hours of a person, whatever is on. Mails to staff say only that something waits in Plumbline.
				</p>
			</PageHeader>
			<KindsTable kinds={kinds} caption="For the whole organisation" />
		</>
	);
}
