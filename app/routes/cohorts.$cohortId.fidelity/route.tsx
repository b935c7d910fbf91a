import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type FidelityView, readFidelityView } from './fidelity-view.ts';
import { FidelityPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Fidelity');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'delivery-log');
	const by = new URL(request.url).searchParams.get('by') === 'month' ? 'month' : 'session';
	return show(orNotFound(readFidelityView(context, actor, asId<CohortId>(params.cohortId!), by)));
}

export default function Fidelity() {
	return <FidelityPage view={useLoaderData() as FidelityView} />;
}
