import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { z } from 'zod';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { type HandedOver, HandedOverLink } from '#app/ui/duties/handed-over-link.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { resetSecondFactor } from '#app/use-cases/second-factor/reset-second-factor.ts';
import { findStaffMember } from '#db/queries/staff.ts';

export const meta: MetaFunction = () => pageTitle('Reset a second factor');

const SENTENCES: RefusalSentences = {
	oneself: () => ({ field: 'form', sentence: 'You cannot reset your own. Ask another administrator' }),
	'no-second-factor': () => ({ field: 'form', sentence: 'They have no second factor. There is nothing to reset' }),
	'changed-meanwhile': () => ({
		field: 'form',
		sentence: 'Somebody changed this account while you had it open. Check it, then reset the second factor',
		status: 409,
	}),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	const member = orNotFound(findStaffMember(context.db, actor, asId<StaffId>(params.staffId!)));
	return json({ id: member.id, name: member.name, version: member.version });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	const member = orNotFound(findStaffMember(context.db, actor, asId<StaffId>(params.staffId!)));
	const read = await readForm(request, z.object({ version: shownVersion() }));
	if (!read.ok) return formErrors(read.form);
	const outcome = resetSecondFactor(context, actor, { staffId: member.id, version: read.value.version });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	const address = `${context.config.publicUrl}${paths.invitation(outcome.value.linkSecret)}`;
	return json({ link: { name: member.name, address } });
}

export default function ResetSecondFactor() {
	const { id, name, version } = useLoaderData<typeof loader>();
	const { form = EMPTY_FORM, link } = useActionData<{ form?: FormState; link?: HandedOver }>() ?? {};
	if (link) {
		return (
			<>
				<PageHeader title="Their second factor is reset" />
				<HandedOverLink link={link} />
				<ButtonLink href={paths.staffMember(id)}>Back to {name}</ButtonLink>
			</>
		);
	}
	return (
		<>
			<BackLink href={paths.staffMember(id)} />
			<FormErrorSummary form={form} />
			<PageHeader title={`Reset the second factor of ${name}`}>
				<p className="govuk-body">
					For a phone that is lost together with the recovery codes. Be sure that it is really {name} who asks you: see
					them, or ring them on a number that you know.
				</p>
			</PageHeader>
			<ul className="govuk-list govuk-list--bullet">
				<li>{name} is signed out everywhere, and the codes of the old phone and the recovery codes stop working.</li>
				<li>Their password stops working too, so that nobody who knows it can set up a phone of their own.</li>
				<li>You get a one-time link for them. They choose a new password by it, then set up their phone.</li>
			</ul>
			<form method="post">
				<HiddenField name="version" value={version} />
				<Button variant="warning" preventDoubleClick>
					Reset it and make the link
				</Button>
			</form>
		</>
	);
}
