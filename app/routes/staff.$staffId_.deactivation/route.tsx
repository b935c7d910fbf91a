import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
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
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { deactivateStaff } from '#app/use-cases/staff/deactivate-staff.ts';
import { findStaffMember } from '#db/queries/staff.ts';

export const meta: MetaFunction = () => pageTitle('Close an account');

const SENTENCES: RefusalSentences = {
	oneself: () => ({ field: 'form', sentence: 'You cannot close your own account. Ask another administrator' }),
	'last-administrator': () => ({
		field: 'form',
		sentence: 'This is the last administrator. Make somebody else administrator first',
	}),
	'changed-meanwhile': () => ({
		field: 'form',
		sentence: 'Somebody changed this account while you had it open. Check it, then close it',
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
	const outcome = deactivateStaff(context, actor, { staffId: member.id, version: read.value.version });
	return outcome.done ? redirect(paths.staff('deactivated')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function Deactivation() {
	const { id, name, version } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.staffMember(id)} />
			<FormErrorSummary form={form} />
			<PageHeader title={`Close the account of ${name}`} />
			<ul className="govuk-list govuk-list--bullet">
				<li>{name} is signed out everywhere at once and cannot sign in.</li>
				<li>Their calendar address ends, and every link that they were given.</li>
				<li>What they recorded stays, with their name.</li>
				<li>They stay on the teams that they are on: change those first if sessions are to come.</li>
				<li>A new link opens the account again.</li>
			</ul>
			<form method="post">
				<HiddenField name="version" value={version} />
				<Button variant="warning" preventDoubleClick>
					Close the account
				</Button>
			</form>
		</>
	);
}
