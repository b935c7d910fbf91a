import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { RatersPage } from './page.tsx';
import { type RatersView, readRatersView } from './view.ts';

export const meta: MetaFunction = () => pageTitle('How far raters agree');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observation.release');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	return show(readRatersView(context, actor, programme));
}

export default function Raters() {
	return <RatersPage view={useLoaderData() as RatersView} />;
}
