import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { readFilter } from './filter.ts';
import { type CohortListView, readCohortList } from './list-view.ts';
import { CohortsPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Cohorts');

const SAID = { undone: 'The import is undone, and its cohort with it.' };

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'cohort');
	return json({ view: readCohortList(context, actor, readFilter(request)), said: said(request, SAID) });
}

export default function Cohorts() {
	const { view, said: sentence } = useLoaderData() as { view: CohortListView; said: string | null };
	return <CohortsPage view={view} said={sentence} />;
}
