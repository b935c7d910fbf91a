import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { answerFamilyRefusal } from '#app/http/family-form.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { addFamily } from '#app/use-cases/families/add-family.ts';
import { listFamilyAreas } from '#db/queries/families/families.ts';
import { familyForm, SENTENCES } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Add a family');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	return json({ areas: listFamilyAreas(context.db, actor) });
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'family');
	const read = await readForm(request, familyForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = addFamily(context, actor, read.value);
	if (!outcome.done) return answerFamilyRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.family(outcome.value, 'added'));
}

export default function NewFamily() {
	const { areas } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	const [only, ...others] = areas;
	return (
		<>
			<BackLink href={paths.families()}>Families</BackLink>
			<FormErrorSummary form={form} />
			<PageHeader title="Add a family">
				<p className="govuk-body">Add the family first; then add who belongs to it.</p>
			</PageHeader>
			<form method="post" noValidate>
				<TextField
					form={form}
					name="reference"
					label="Reference"
					labelSize="s"
					hint="What you call the family on paper, such as F-12. Never a name."
					autoComplete="off"
					spellCheck={false}
					width={10}
				/>
				<SelectField
					form={form}
					name="areaId"
					label="Area"
					labelSize="s"
					options={[
						...(only && others.length === 0 ? [] : [{ value: '', label: 'Choose an area' }]),
						...areas.map(({ id, name }) => ({ value: id, label: name })),
					]}
				/>
				<Button preventDoubleClick>Add family</Button>
			</form>
		</>
	);
}
