import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { readListFile } from '#app/delivery/lists/read-list-file.ts';
import { LISTED } from '#app/domain/imports/school-holidays/written-holidays.ts';
import { type AreaId, asId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { answerListUpload } from '#app/http/imports/answer-list.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FileField } from '#app/ui/fields/file-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { uploadList } from '#app/use-cases/imports/lists/upload-list.ts';
import { findArea } from '#db/queries/places.ts';

export const meta: MetaFunction = () => pageTitle('Bring in school holidays');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.school-holidays');
	const { id, name } = orNotFound(findArea(context.db, actor, asId<AreaId>(params.areaId!)));
	return json({ areaId: id, area: name });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.school-holidays');
	const area = orNotFound(findArea(context.db, actor, asId<AreaId>(params.areaId!)));
	const sent = await readSentForm(request);
	const listed = LISTED.find((one) => one === sent.values.listed) ?? 'holidays';
	const missing = 'Choose the list as a file: a calendar (.ics), a CSV file or an Excel workbook (.xlsx)';
	return answerListUpload({
		read: readListFile,
		keep: (list) => uploadList(context, actor, list),
		kind: 'school-holidays',
		sent,
		choices: { areaId: area.id, listed },
		missing,
	});
}

const ITEMS = [
	{ value: 'holidays', label: 'Holidays', hint: 'Each line is a time without school' },
	{ value: 'terms', label: 'Terms', hint: 'Each line is a time with school. The holidays are what is between them' },
];

export default function SchoolHolidaysImport() {
	const { areaId, area } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	const shown = form.values.listed === undefined ? { ...form, values: { listed: 'holidays' } } : form;
	return (
		<>
			<BackLink href={paths.schoolHolidays(areaId)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={area} title="Bring in school holidays">
				<p className="govuk-body">You see every holiday before anything is brought in.</p>
			</PageHeader>
			<form method="post" encType="multipart/form-data" noValidate>
				<FileField
					form={form}
					name="list"
					label="The list of school dates"
					labelSize="m"
					hint="A calendar file (.ics) as councils publish it, or a CSV file or Excel workbook with the columns Name, First day and Last day"
					accept=".ics,.csv,.xlsx"
				/>
				<RadiosField form={shown} name="listed" legend="What does it list?" legendSize="s" items={ITEMS} />
				<Button preventDoubleClick>Upload</Button>
			</form>
		</>
	);
}
