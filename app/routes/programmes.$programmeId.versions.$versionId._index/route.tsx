import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { faultsOfVersion } from '#app/domain/programmes/versions/publish-version.ts';
import { asId, type ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { formatDay } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type OwnVersionRead, readVersionAt } from '#app/use-cases/programmes/read-version.ts';
import { VersionPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Version of a programme');

const SAID = {
	started: 'The draft is begun. Open a session to write in it.',
	published: 'The version is published.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	const { programmeId, versionId } = params;
	const found = orNotFound(readVersionAt(context, actor, programmeId!, asId<ProgrammeVersionId>(versionId!)));
	return { programmeId: programmeId!, ...versionView(found), said: said(request, SAID) };
}

function versionView({ row, programme }: OwnVersionRead) {
	const { modules, plans } = programme;
	return {
		versionId: row.id,
		label: programmeLabel(programme),
		isDraft: row.state === 'draft',
		startedFrom: row.startedFrom,
		takesEffect: row.takesEffectOn && formatDay(row.takesEffectOn),
		faults: row.state === 'draft' ? faultsOfVersion(programme) : [],
		plans: plans.map(({ number, title, module, minutes, activities }) => ({
			...{ number, title, minutes, activities: activities.length },
			module: modules.find(({ key }) => key === module)?.title ?? '',
		})),
	};
}

export default function ProgrammeVersion() {
	const { said, ...view } = useLoaderData<typeof loader>();
	return <VersionPage view={view} said={said} />;
}
