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
import { undoList } from '#app/use-cases/imports/lists/undo-list.ts';
import { SENTENCES, undoForm } from './form.ts';
import { undoListView } from './undo-list-view.ts';

export const meta: MetaFunction = () => pageTitle('Undo an import');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import');
	return json(orNotFound(undoListView(context, actor, asId<ImportId>(params.listId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import');
	const read = await readForm(request, undoForm);
	const version = read.ok ? read.value.version : 0;
	const outcome = undoList(context, actor, { importId: asId<ImportId>(params.listId!), version });
	if (!outcome.done) return answerRefusal(outcome, EMPTY_FORM, SENTENCES);
	return redirect(paths.imports(outcome.value));
}

export default function ListUndo() {
	const { href, fileName, version, isImported, consequence, builtUpon } = useLoaderData<typeof loader>();
	const { form } = useActionData<{ form: FormState }>() ?? { form: EMPTY_FORM };
	return (
		<>
			<BackLink href={href} />
			{builtUpon === null && <FormErrorSummary form={form} />}
			<PageHeader caption={fileName} title={isImported ? 'Undo this import' : 'Delete this file'} />
			{builtUpon === null ? (
				<form method="post">
					<p className="govuk-body">{consequence}</p>
					<HiddenField name="version" value={version} />
					<Button variant="warning" preventDoubleClick>
						{isImported ? 'Undo the import' : 'Delete the file'}
					</Button>
				</form>
			) : (
				<WarningText>{builtUpon} Undoing the import would lose that, so it cannot be undone any more.</WarningText>
			)}
		</>
	);
}
