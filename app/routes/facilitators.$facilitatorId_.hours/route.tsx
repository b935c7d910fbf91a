import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { upperFirst } from '#app/domain/shared/in-words.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { setHours } from '#app/use-cases/team/keep-staff-time.ts';
import { findFacilitator, listHours } from '#db/queries/team/staff-time.ts';
import { formOf, hoursForm, SENTENCES } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Hours');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff-time');
	const staffId = asId<StaffId>(params.facilitatorId!);
	const { id, name } = orNotFound(findFacilitator(context.db, actor, staffId, 'staff-time', 'write'));
	return json({ id, name, form: formOf(listHours(context.db, [staffId])) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff-time');
	const staffId = asId<StaffId>(params.facilitatorId!);
	orNotFound(findFacilitator(context.db, actor, staffId, 'staff-time', 'write'));
	const read = await readForm(request, hoursForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = setHours(context, actor, { staffId, hours: read.value });
	return outcome.done ? redirect(paths.facilitator(staffId, 'hours')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function HoursOfWeek() {
	const stands = useLoaderData() as { id: StaffId; name: string; form: FormState };
	const form = useActionData<{ form: FormState }>()?.form ?? stands.form;
	return (
		<>
			<BackLink href={paths.facilitator(stands.id)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={stands.name} title="Hours">
				<p className="govuk-body">
					When sessions can be delivered, for example 9am to 5pm, or 9am to 12pm, 2pm to 8pm. Leave a day empty when
					there is none. With no day filled in, any time will do.
				</p>
			</PageHeader>
			<form method="post" noValidate>
				{WEEKDAYS.map((weekday) => (
					<TextField
						key={weekday}
						form={form}
						name={weekday}
						label={upperFirst(weekday)}
						width={30}
						autoComplete="off"
					/>
				))}
				<Button preventDoubleClick>Save hours</Button>
			</form>
		</>
	);
}
