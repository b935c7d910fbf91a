import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type ImportId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { answerList } from './answers.ts';
import { type ListView, listView } from './list-view.ts';
import { ListPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Bring in a list');

const SAID = { imported: 'The list is brought in.' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import');
	const view = await listView(context, actor, asId<ImportId>(params.listId!));
	return json({ view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import');
	const sent = await readSentForm(request);
	return answerList(context, actor, asId<ImportId>(params.listId!), sent);
}

export default function List() {
	const { view, said: sentence } = useLoaderData() as { view: ListView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <ListPage view={view} said={sentence} form={form} />;
}
