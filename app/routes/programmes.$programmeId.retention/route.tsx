import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { readFilter } from './filter.ts';
import { ProgrammeRetentionPage } from './page.tsx';
import { type ProgrammeRetentionView, readProgrammeRetention } from './retention-view.ts';

export const meta: MetaFunction = () => pageTitle('Who stays');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'retention');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	return show(readProgrammeRetention(context, actor, programme, readFilter(request)));
}

export default function ProgrammeRetention() {
	return <ProgrammeRetentionPage view={useLoaderData() as ProgrammeRetentionView} />;
}
