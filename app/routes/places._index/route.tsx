import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { listPlaces } from '#db/queries/places.ts';
import { listVenueDays } from '#db/queries/planning/venue-days.ts';
import { AreaCard } from './area-card.tsx';

export const meta: MetaFunction = () => pageTitle('Places');

const SAID = {
	'area-added': 'The area is added. Now add its venues.',
	'area-changed': 'The area is changed.',
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'places');
	return json({
		areas: listPlaces(context.db, actor),
		mayChange: mayAtAll(actor, 'write', 'places'),
		readsSessions: mayAtAll(actor, 'read', 'session'),
		mayChangeDays: mayAtAll(actor, 'write', 'venue-days'),
		days: mayAtAll(actor, 'read', 'venue-days') ? Object.fromEntries(listVenueDays(context.db, actor)) : null,
		said: said(request, SAID),
	});
}

export default function Places() {
	const { areas, said, ...shared } = useLoaderData<typeof loader>();
	return (
		<>
			<Said sentence={said} />
			<PageHeader title="Places">
				<p className="govuk-body">The areas that you work in, and the venues and rooms where cohorts meet.</p>
			</PageHeader>
			{shared.mayChange && <ButtonLink href={paths.newArea()}>Add an area</ButtonLink>}
			{areas.length === 0 && (
				<EmptyState title="No areas yet">Every cohort and every coordinator belongs to an area.</EmptyState>
			)}
			{areas.map((area) => (
				<AreaCard key={area.id} area={area} {...shared} />
			))}
		</>
	);
}
