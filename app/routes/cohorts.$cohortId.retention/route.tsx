import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { RetentionPage } from './page.tsx';
import { type RetentionView, readRetentionView } from './retention-view.ts';

export const meta: MetaFunction = () => pageTitle('Who stays');

const SAID = { completed: 'Recorded. If somebody was chosen by mistake, undo it below.' };

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'exit.date');
	const view = orNotFound(readRetentionView(context, actor, asId<CohortId>(params.cohortId!)));
	return show({ view, said: said(request, SAID) });
}

export default function Retention() {
	const { view, said: sentence } = useLoaderData() as { view: RetentionView; said: string | null };
	return <RetentionPage view={view} said={sentence} />;
}
