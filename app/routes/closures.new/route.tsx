import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { requireAccess } from '#app/http/actor.ts';
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
import { TextField } from '#app/ui/fields/text-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { addClosure } from '#app/use-cases/places/add-closure.ts';
import { listPlaces } from '#db/queries/places.ts';
import { closureForm, EVERYWHERE, SENTENCES } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Add a closure');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	const places = listPlaces(context.db, actor);
	return json({
		venues: places.flatMap((area) =>
			area.venues.map(({ id, name }) => ({ value: id, label: `${name} (${area.name})` })),
		),
	});
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	const read = await readForm(request, closureForm);
	if (!read.ok) return formErrors(read.form);
	const { where: venueId, ...closure } = read.value;
	const outcome = addClosure(context, actor, { ...closure, venueId });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	const seesSessions = mayAtAll(actor, 'write', 'session');
	return redirect(seesSessions ? paths.dayOffSessions(outcome.value, 'added') : paths.closures('added'));
}

export default function NewClosure() {
	const { venues } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.closures()} />
			<FormErrorSummary form={form} />
			<PageHeader title="Add a closure">
				<p className="govuk-body">
					Sessions that are laid out already stay where they are until somebody moves them: the page after this one
					shows leads what the closure hits, and the list of closures shows it to coordinators.
				</p>
			</PageHeader>
			<form method="post" noValidate>
				<TextField form={form} name="label" label="Reason" hint="For example, Christmas closure" width={30} />
				<SelectField
					form={form}
					name="where"
					label="What is closed"
					options={[{ value: EVERYWHERE, label: 'The whole organisation' }, ...venues]}
				/>
				<DateField form={form} name="from" legend="First day" />
				<DateField form={form} name="to" legend="Last day" hint="The same as the first when it is one day" />
				<Button preventDoubleClick>Add closure</Button>
			</form>
		</>
	);
}
