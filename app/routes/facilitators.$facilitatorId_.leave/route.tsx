import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { typedDay, withDays } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { addLeave } from '#app/use-cases/team/keep-staff-time.ts';
import { findFacilitator } from '#db/queries/team/staff-time.ts';

export const meta: MetaFunction = () => pageTitle('Add leave');

const leaveForm = withDays(
	['fromDay', 'toDay'],
	z.object({
		fromDay: typedDay({ missing: 'Enter the first day' }),
		toDay: typedDay({ missing: 'Enter the last day' }),
	}),
);

const SENTENCES: RefusalSentences = {
	'leave-ends-before-start': () => ({ field: 'toDay', sentence: 'Enter a last day on or after the first' }),
	'leave-too-long': ({ most }) => ({ field: 'toDay', sentence: `Leave lasts at most ${most} days. Check the year` }),
	'leave-overlaps': () => ({ field: 'fromDay', sentence: 'Some of these days are leave already' }),
	'leave-is-over': () => ({ field: 'toDay', sentence: 'Enter days from today on: these are over' }),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff-time');
	const staffId = asId<StaffId>(params.facilitatorId!);
	const { id, name } = orNotFound(findFacilitator(context.db, actor, staffId, 'staff-time', 'write'));
	return json({ id, name });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff-time');
	const staffId = asId<StaffId>(params.facilitatorId!);
	orNotFound(findFacilitator(context.db, actor, staffId, 'staff-time', 'write'));
	const read = await readForm(request, leaveForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = addLeave(context, actor, { staffId, ...read.value });
	return outcome.done ? redirect(paths.facilitator(staffId, 'leave')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function Leave() {
	const { id, name } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.facilitator(id)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={name} title="Add leave">
				<p className="govuk-body">
					Only the days are kept, never why. Whoever arranges cover reads “not available” on these days. For sessions of
					these days ask for cover on the page of each session.
				</p>
			</PageHeader>
			<form method="post" noValidate>
				<DateField form={form} name="fromDay" legend="First day" />
				<DateField form={form} name="toDay" legend="Last day" hint="The same as the first when it is one day" />
				<Button preventDoubleClick>Add leave</Button>
			</form>
		</>
	);
}
