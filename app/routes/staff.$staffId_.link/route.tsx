import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { z } from 'zod';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { type HandedOver, HandedOverLink } from '#app/ui/duties/handed-over-link.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { renewLink } from '#app/use-cases/staff/renew-link.ts';
import { findStaffMember } from '#db/queries/staff.ts';

export const meta: MetaFunction = () => pageTitle('New link');

const CHANGED = 'Somebody changed this account while you had it open. Check it, then make the link';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	const member = orNotFound(findStaffMember(context.db, actor, asId<StaffId>(params.staffId!)));
	return json({ id: member.id, name: member.name, version: member.version, state: member.state });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	const member = orNotFound(findStaffMember(context.db, actor, asId<StaffId>(params.staffId!)));
	const read = await readForm(request, z.object({ version: shownVersion() }));
	if (!read.ok) return formErrors(read.form);
	const outcome = renewLink(context, actor, { staffId: member.id, version: read.value.version });
	if (!outcome.done) {
		return answerRefusal(outcome, read.form, {
			'changed-meanwhile': () => ({ field: 'form', sentence: CHANGED, status: 409 }),
		});
	}
	const address = `${context.config.publicUrl}${paths.invitation(outcome.value.linkSecret)}`;
	return json({ link: { name: member.name, address } });
}

export default function NewLink() {
	const { id, name, version, state } = useLoaderData<typeof loader>();
	const { form = EMPTY_FORM, link } = useActionData<{ form?: FormState; link?: HandedOver }>() ?? {};
	if (link) {
		return (
			<>
				<PageHeader title="Here is the new link" />
				<HandedOverLink link={link} />
				<ButtonLink href={paths.staffMember(id)}>Back to {name}</ButtonLink>
			</>
		);
	}
	return (
		<>
			<BackLink href={paths.staffMember(id)} />
			<FormErrorSummary form={form} />
			<PageHeader title={`Make a new link for ${name}`} />
			<p className="govuk-body">
				The new link works once, within 7 days. Every link that they were given before stops working.
			</p>
			{state === 'deactivated' && <p className="govuk-body">Their account is closed: using the link opens it again.</p>}
			<form method="post">
				<HiddenField name="version" value={version} />
				<Button preventDoubleClick>Make the link</Button>
			</form>
		</>
	);
}
