import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type CohortView, readCohortView } from './cohort-view.ts';
import { CohortPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Cohort');

const SAID = {
	'laid-out': 'The cohort is laid out.',
	drafted: 'The cohort is saved as a draft.',
	opened: 'The cohort is open: people can get a place in it.',
	'pattern-changed': 'The pattern is changed. Calendars follow, and reminders of old dates are held back.',
	added: 'The person has a place in this cohort.',
	exited: 'The exit is recorded.',
	imported: 'The register is brought in.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'cohort');
	const view = orNotFound(readCohortView(context, actor, asId<CohortId>(params.cohortId!)));
	return json({ view, said: said(request, SAID) });
}

export default function Cohort() {
	const { view, said: sentence } = useLoaderData() as { view: CohortView; said: string | null };
	return <CohortPage view={view} said={sentence} />;
}
