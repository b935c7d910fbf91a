import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { show } from '#app/http/show.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { SupervisionPage } from './page.tsx';
import { readSupervisionView, type SupervisionView } from './supervision-view.ts';

export const meta: MetaFunction = () => pageTitle('Supervision');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'practice');
	return show(orNotFound(readSupervisionView(context, actor, asId<StaffId>(params.facilitatorId!))));
}

export default function FacilitatorSupervision() {
	return <SupervisionPage view={useLoaderData() as SupervisionView} />;
}
