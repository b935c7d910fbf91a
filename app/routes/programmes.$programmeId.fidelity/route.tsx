import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { ProgrammeFidelityPage } from './page.tsx';
import { type ProgrammeFidelityView, readProgrammeFidelity } from './view.ts';

export const meta: MetaFunction = () => pageTitle('Fidelity of cohorts');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'delivery-log');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	return show(readProgrammeFidelity(context, actor, programme));
}

export default function ProgrammeFidelity() {
	return <ProgrammeFidelityPage view={useLoaderData() as ProgrammeFidelityView} />;
}
