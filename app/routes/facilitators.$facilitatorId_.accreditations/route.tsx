import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordAccreditation } from '#app/use-cases/team/keep-accreditations.ts';
import { programmesToAccredit } from '#app/use-cases/team/programmes-to-accredit.ts';
import { findFacilitator } from '#db/queries/team/staff-time.ts';
import { accreditationForm, SENTENCES } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Record an accreditation');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'accreditation');
	const staffId = asId<StaffId>(params.facilitatorId!);
	const { id, name } = orNotFound(findFacilitator(context.db, actor, staffId, 'accreditation', 'write'));
	const programmes = programmesToAccredit(context.content).map((one) => ({ value: one.slug, label: one.name }));
	return json({ id, name, programmes });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'accreditation');
	const staffId = asId<StaffId>(params.facilitatorId!);
	orNotFound(findFacilitator(context.db, actor, staffId, 'accreditation', 'write'));
	const read = await readForm(request, accreditationForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = recordAccreditation(context, actor, { staffId, ...read.value });
	return outcome.done ? redirect(paths.facilitator(staffId, 'recorded')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function Accreditations() {
	const { id, name, programmes } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.facilitator(id)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={name} title="Record an accreditation" />
			<form method="post" noValidate>
				<SelectField
					form={form}
					name="programmeSlug"
					label="Programme"
					options={[{ value: '', label: 'Choose a programme' }, ...programmes]}
				/>
				<DateField form={form} name="accreditedOn" legend="Accredited on" />
				<DateField
					form={form}
					name="expiresOn"
					legend="Last day (optional)"
					hint="Leave it empty when it does not expire. They and the leads are told sixty days before"
				/>
				<Button preventDoubleClick>Record accreditation</Button>
			</form>
		</>
	);
}
