import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type OverviewView, readOverview } from './overview-view.ts';
import { OverviewPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Programme overview');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	requireAccess(request, context, 'read', 'delivery-log');
	const actor = requireAccess(request, context, 'read', 'retention');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	return show(readOverview(context, actor, programme));
}

export default function ProgrammeOverview() {
	return <OverviewPage view={useLoaderData() as OverviewView} />;
}
