import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { asId, type ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { readVersionAt } from '#app/use-cases/programmes/read-version.ts';
import { comparisonView } from './comparison-view.ts';
import { ComparisonPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Compare versions');

export function loader({ request, context, params: { programmeId, versionId } }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	const found = orNotFound(readVersionAt(context, actor, programmeId!, asId<ProgrammeVersionId>(versionId!)));
	const beside = new URL(request.url).searchParams.get('beside');
	return { programmeId: programmeId!, ...orNotFound(comparisonView(context, found, beside)) };
}

export default function VersionComparison() {
	const { programmeId, ...view } = useLoaderData<typeof loader>();
	return <ComparisonPage programmeId={programmeId} view={view} />;
}
