import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type ImportListView, readImportList } from './list-view.ts';
import { ImportsPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Bring in from paper');

const SAID = {
	'given-up': 'The file is deleted. Nothing of it was imported.',
	undone: 'The import is undone. What it brought in is taken out again.',
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'import');
	return json({ view: readImportList(context, actor, request), said: said(request, SAID) });
}

export default function Imports() {
	const { view, said: sentence } = useLoaderData() as { view: ImportListView; said: string | null };
	return <ImportsPage view={view} said={sentence} />;
}
