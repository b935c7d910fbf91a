import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { LIMITS } from '#app/delivery/spreadsheet/limits.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { answerSheet } from './answers.ts';
import { ComparedPage } from './compared-page.tsx';
import { SheetPage } from './page.tsx';
import { type ComparedView, readSheetView } from './sheet-view.ts';

export const meta: MetaFunction = () => pageTitle('Bring in a sheet');

const SAID = {
	'brought-in': 'The differences are in the registers.',
	undone: 'Taken back: every mark is as it was before the sheet.',
	'undone-partly': 'Taken back, but for marks that somebody has changed since: those stay as they are.',
	'undone-held':
		'Taken back: every mark is as it was before the sheet. A session that the sheet made held stays held, because something else recorded since says that it went ahead.',
	'undone-partly-held':
		'Taken back, but for marks that somebody has changed since: those stay as they are. A session that the sheet made held stays held, because something else recorded since says that it went ahead.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.register');
	const view = orNotFound(readSheetView(context, actor, asId<CohortId>(params.cohortId!)));
	return json({ ...view, said: said(request, SAID), megabytes: LIMITS.fileBytes / 1024 / 1024 });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import.register');
	const cohortId = asId<CohortId>(params.cohortId!);
	return answerSheet({ context, actor, cohortId }, await readSentForm(request));
}

export default function RegisterSheet() {
	const view = useLoaderData<typeof loader>();
	const answered = useActionData<{ form: FormState; compared?: ComparedView }>();
	if (answered?.compared) return <ComparedPage cohortId={view.cohortId} view={answered.compared} />;
	return <SheetPage view={view} form={answered?.form ?? EMPTY_FORM} />;
}
