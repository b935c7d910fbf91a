import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type ImportId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { undoImport } from '#app/use-cases/imports/undo-import.ts';
import { SENTENCES, undoForm } from './form.ts';
import { undoView } from './undo-view.ts';

export const meta: MetaFunction = () => pageTitle('Undo an import');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.register');
	return json(orNotFound(undoView(context, actor, asId<ImportId>(params.importId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.register');
	const read = await readForm(request, undoForm);
	const version = read.ok ? read.value.version : 0;
	const outcome = undoImport(context, actor, { importId: asId<ImportId>(params.importId!), version });
	if (!outcome.done) return answerRefusal(outcome, EMPTY_FORM, SENTENCES);
	return redirect(outcome.value === 'undone' ? paths.cohorts('undone') : paths.imports('given-up'));
}

export default function ImportUndo() {
	const { href, fileName, version, isImported, consequences, builtUpon } = useLoaderData<typeof loader>();
	const { form } = useActionData<{ form: FormState }>() ?? { form: EMPTY_FORM };
	const cannot = builtUpon !== null;
	return (
		<>
			<BackLink href={href} />
			{!cannot && <FormErrorSummary form={form} />}
			<PageHeader caption={fileName} title={isImported ? 'Undo this import' : 'Delete this file'} />
			{cannot ? (
				<>
					<WarningText>{builtUpon} Undoing the import would lose that, so it cannot be undone any more.</WarningText>
					<p className="govuk-body">
						Correct what is wrong in the cohort itself: its registers, its people, its sessions.
					</p>
				</>
			) : (
				<>
					<p className="govuk-body">
						{isImported ? 'This deletes, for good:' : 'Nothing of it has been imported yet.'}
					</p>
					{consequences.length > 0 && (
						<ul className="govuk-list govuk-list--bullet">
							{consequences.map((line) => (
								<li key={line}>{line}</li>
							))}
						</ul>
					)}
					{isImported && (
						<p className="govuk-body">
							Everything else stays. You can bring the register in again from your own file; it is not kept here.
						</p>
					)}
					<form method="post">
						<HiddenField name="version" value={version} />
						<Button variant="warning" preventDoubleClick>
							{isImported ? 'Undo the import' : 'Delete the file'}
						</Button>
					</form>
				</>
			)}
		</>
	);
}
