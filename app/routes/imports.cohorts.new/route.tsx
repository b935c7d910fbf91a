import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { readListFile } from '#app/delivery/lists/read-list-file.ts';
import { requireAccess } from '#app/http/actor.ts';
import { answerListUpload } from '#app/http/imports/answer-list.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FileField } from '#app/ui/fields/file-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { uploadList } from '#app/use-cases/imports/lists/upload-list.ts';
import { listPlaces } from '#db/queries/places.ts';

export const meta: MetaFunction = () => pageTitle('Bring in a plan of cohorts');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.cohorts');
	return json({ areas: listPlaces(context.db, actor).map(({ id, name }) => ({ value: id, label: name })) });
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.cohorts');
	const sent = await readSentForm(request);
	const area = listPlaces(context.db, actor).find(({ id }) => id === sent.values.areaId);
	const missing = 'Choose the plan as a file, an Excel workbook (.xlsx) or a CSV file';
	return answerListUpload({
		read: readListFile,
		keep: (list) => uploadList(context, actor, list),
		kind: 'cohorts',
		sent,
		choices: { areaId: area?.id ?? null },
		missing,
	});
}

export default function NewCohorts() {
	const { areas } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.imports()} />
			<FormErrorSummary form={form} />
			<PageHeader title="Bring in a plan of cohorts">
				<p className="govuk-body-l">
					Each row becomes a cohort with every date. What clashes comes in as a draft. Bring in the facilitators and set
					up the venues first.
				</p>
			</PageHeader>
			<form method="post" encType="multipart/form-data" noValidate>
				<FileField
					form={form}
					name="list"
					label="The plan"
					labelSize="m"
					hint="An Excel workbook (.xlsx) or a CSV file, one cohort a row"
					accept=".xlsx,.csv"
				/>
				<SelectField
					form={form}
					name="areaId"
					label="The area of cohorts that meet online"
					options={[{ value: '', label: 'None meets online' }, ...areas]}
				/>
				<Button preventDoubleClick>Upload</Button>
			</form>
		</>
	);
}
