import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { DutiesFields } from '#app/ui/duties/duties-fields.tsx';
import { type HandedOver, HandedOverLink } from '#app/ui/duties/handed-over-link.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { inviteStaff } from '#app/use-cases/staff/invite-staff.ts';
import { listPlaces } from '#db/queries/places.ts';
import { invitationForm, SENTENCES } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Invite somebody');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	return { areas: listPlaces(context.db, actor).map(({ id, name }) => ({ id, name })) };
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	const read = await readForm(request, invitationForm);
	if (!read.ok) return formErrors(read.form);
	const { areas: areaIds, ...person } = read.value;
	const outcome = inviteStaff(context, actor, { ...person, areaIds });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	const address = `${context.config.publicUrl}${paths.invitation(outcome.value.linkSecret)}`;
	return json({ link: { name: person.name, address } });
}

type Answer = { readonly form?: FormState; readonly link?: HandedOver };

export default function NewStaff() {
	const { areas } = useLoaderData<typeof loader>();
	const { form = EMPTY_FORM, link } = useActionData<Answer>() ?? {};
	if (link) {
		return (
			<>
				<PageHeader title="They are invited" />
				<HandedOverLink link={link} />
				<ButtonLink href={paths.staff()}>Back to staff</ButtonLink>
			</>
		);
	}
	return (
		<>
			<BackLink href={paths.staff()} />
			<FormErrorSummary form={form} />
			<PageHeader title="Invite somebody" />
			<form method="post" noValidate>
				<TextField form={form} name="name" label="Name" autoComplete="off" width={30} />
				<TextField
					form={form}
					name="email"
					label="Email address"
					type="email"
					autoComplete="off"
					spellCheck={false}
					width={30}
				/>
				<TextField
					form={form}
					name="postcode"
					label="Postcode (optional)"
					hint="Only used to tell a lead when they look at somebody who lives close by."
					autoComplete="off"
					spellCheck={false}
					width={10}
				/>
				<DutiesFields form={form} areas={areas} />
				<Button preventDoubleClick>Make a one-time link</Button>
			</form>
		</>
	);
}
