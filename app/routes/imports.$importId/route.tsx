import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type ImportId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { findImport } from '#db/queries/imports/imports.ts';
import { answerStep } from './answers.ts';
import { BlockedPage, CheckPage } from './check-page.tsx';
import { CohortPage } from './cohort-page.tsx';
import { ReadingPage } from './reading-page.tsx';
import { ReportPage } from './report-page.tsx';
import { SheetPage } from './sheet-page.tsx';
import { type StepView, stepView } from './step-view.ts';

type Shown = { readonly view: StepView; readonly said: string | null; readonly importId: ImportId };

const TITLES: Readonly<Record<StepView['kind'], string>> = {
	sheet: 'Choose the register',
	reading: 'Check how the register was read',
	cohort: 'The cohort that it becomes',
	check: 'Check before you import',
	blocked: 'This cannot be imported as it is',
	report: 'What was brought in',
};
const SAID = { imported: 'The register is imported. Its cohort is ready.' };

export const meta: MetaFunction = ({ data }) => pageTitle(TITLES[(data as Shown | undefined)?.view.kind ?? 'report']);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.register');
	const importId = asId<ImportId>(params.importId!);
	const row = orNotFound(findImport(context.db, actor, importId));
	return json({ view: await stepView(context, actor, row, request), said: said(request, SAID), importId });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.register');
	const sent = await readSentForm(request);
	return answerStep(context, actor, asId<ImportId>(params.importId!), request, sent);
}

export default function Import() {
	const { view, said: sentence, importId } = useLoaderData() as Shown;
	const form = useActionData<{ form: FormState }>()?.form ?? view.form;
	switch (view.kind) {
		case 'sheet':
			return <SheetPage view={view} form={form} />;
		case 'reading':
			return <ReadingPage view={view} form={form} undoHref={paths.importUndo(importId)} />;
		case 'cohort':
			return <CohortPage view={view} form={form} importId={importId} />;
		case 'check':
			return <CheckPage view={view} form={form} importId={importId} />;
		case 'blocked':
			return <BlockedPage view={view} importId={importId} />;
		case 'report':
			return <ReportPage view={view} said={sentence} importId={importId} />;
	}
}
