import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { readListFile } from '#app/delivery/lists/read-list-file.ts';
import { requireAccess } from '#app/http/actor.ts';
import { answerListUpload } from '#app/http/imports/answer-list.ts';
import { useActionData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FileField } from '#app/ui/fields/file-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { uploadList } from '#app/use-cases/imports/lists/upload-list.ts';

export const meta: MetaFunction = () => pageTitle('Bring in facilitators');

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'write', 'import.facilitators');
	return json(null);
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.facilitators');
	const missing = 'Choose the list as a file, an Excel workbook (.xlsx) or a CSV file';
	return answerListUpload({
		read: readListFile,
		keep: (list) => uploadList(context, actor, list),
		kind: 'facilitators',
		sent: await readSentForm(request),
		missing,
	});
}

export default function NewFacilitators() {
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.imports()} />
			<FormErrorSummary form={form} />
			<PageHeader title="Bring in facilitators">
				<p className="govuk-body-l">
					Each becomes an account with accreditations and hours. Nobody can sign in before you give them a link under
					Staff.
				</p>
			</PageHeader>
			<form method="post" encType="multipart/form-data" noValidate>
				<FileField
					form={form}
					name="list"
					label="The list of facilitators"
					labelSize="m"
					hint="An Excel workbook (.xlsx) or a CSV file with at least the columns Name and Email"
					accept=".xlsx,.csv"
				/>
				<Button preventDoubleClick>Upload</Button>
			</form>
		</>
	);
}
