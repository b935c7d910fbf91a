import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useActionData } from '#app/http/pages/shown.ts';
import { nameInUse, newAreaForm } from '#app/http/place-form.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { NationField } from '#app/ui/fields/nation-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { addArea } from '#app/use-cases/places/add-area.ts';

export const meta: MetaFunction = () => pageTitle('Add an area');

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'write', 'places');
	return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'places');
	const read = await readForm(request, newAreaForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = addArea(context, actor, read.value);
	return outcome.done ? redirect(paths.places('area-added')) : answerRefusal(outcome, read.form, nameInUse('area'));
}

export default function NewArea() {
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.places()} />
			<FormErrorSummary form={form} />
			<PageHeader title="Add an area" />
			<form method="post" noValidate>
				<TextField form={form} name="name" label="Name of the area" width={30} />
				<NationField form={form} />
				<Button preventDoubleClick>Add area</Button>
			</form>
		</>
	);
}
