import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { ReceivedPage } from './page.tsx';
import { type ReceivedView, readReceivedView } from './received-view.ts';

export const meta: MetaFunction = () => pageTitle('What each person received');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'delivery-log');
	return show(orNotFound(readReceivedView(context, actor, asId<CohortId>(params.cohortId!))));
}

export default function Received() {
	return <ReceivedPage view={useLoaderData() as ReceivedView} />;
}
