import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { LIMITS } from '#app/delivery/spreadsheet/limits.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { FileField } from '#app/ui/fields/file-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { answerUpload } from './answers.ts';

export const meta: MetaFunction = () => pageTitle('Bring in a register');

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'write', 'import.register');
	return json({ megabytes: LIMITS.fileBytes / 1024 / 1024 });
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.register');
	return answerUpload(context, actor, await readSentForm(request));
}

export default function NewImport() {
	const { megabytes } = useLoaderData<typeof loader>();
	const { form } = useActionData<{ form: FormState }>() ?? { form: EMPTY_FORM };
	return (
		<>
			<BackLink href={paths.imports()} />
			<FormErrorSummary form={form} />
			<PageHeader title="Bring in a register">
				<p className="govuk-body-l">
					Turn the register that hangs on the wall into a cohort with its past: people, sessions and marks.
				</p>
			</PageHeader>
			<ol className="govuk-list govuk-list--number">
				<li>You see how every date and every mark was read, and say what is unclear.</li>
				<li>You choose the cohort that it becomes.</li>
				<li>You see what would be brought in, and what would not, before anything is.</li>
			</ol>
			<form method="post" encType="multipart/form-data" noValidate>
				<FileField
					form={form}
					name="register"
					label="The register"
					labelSize="m"
					hint={`An Excel workbook (.xlsx) or a CSV file, at most ${megabytes} MB`}
					accept=".xlsx,.csv"
				/>
				<Button preventDoubleClick>Upload</Button>
			</form>
			<Details summary="What the sheet should look like">
				<ul className="govuk-list govuk-list--bullet">
					<li>the dates of the sessions across the top</li>
					<li>one person on each row, with a name and, if you have it, a reference</li>
					<li>a mark where the two meet: a tick, a letter or a word</li>
					<li>the key to the marks anywhere on the sheet</li>
				</ul>
				<p className="govuk-body">
					Totals and notes may stay. They are not brought in. The file is deleted from here once it is imported.
				</p>
			</Details>
		</>
	);
}
