import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { RetentionPage } from './page.tsx';
import { type RetentionView, readRetentionView } from './retention-view.ts';

export const meta: MetaFunction = () => pageTitle('Who stays');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'exit.date');
	return show(orNotFound(readRetentionView(context, actor, asId<CohortId>(params.cohortId!))));
}

export default function Retention() {
	return <RetentionPage view={useLoaderData() as RetentionView} />;
}
