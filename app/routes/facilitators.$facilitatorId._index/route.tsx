import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type FacilitatorView, readFacilitatorView } from './facilitator-view.ts';
import { FacilitatorPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Facilitator');

const SAID = {
	recorded: 'The accreditation is recorded.',
	'taken-out': 'The accreditation is taken out.',
	hours: 'The hours are saved.',
	leave: 'The leave is recorded.',
	'leave-taken-back': 'The leave is taken back.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'accreditation');
	const view = orNotFound(readFacilitatorView(context, actor, asId<StaffId>(params.facilitatorId!)));
	return json({ view, said: said(request, SAID) });
}

export default function Facilitator() {
	const { view, said: sentence } = useLoaderData() as { view: FacilitatorView; said: string | null };
	return <FacilitatorPage view={view} said={sentence} />;
}
