import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { NATION_NAMES } from '#app/domain/scheduling/meeting-pattern.ts';
import { requireAccess } from '#app/http/actor.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { type AreaRow, listPlaces } from '#db/queries/places.ts';

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
		said: said(request, SAID),
	});
}

export default function Places() {
	const { areas, mayChange, readsSessions, said } = useLoaderData<typeof loader>();
	return (
		<>
			<Said sentence={said} />
			<PageHeader title="Places">
				<p className="govuk-body">The areas that you work in, and the venues and rooms where cohorts meet.</p>
			</PageHeader>
			{mayChange && <ButtonLink href={paths.newArea()}>Add an area</ButtonLink>}
			{areas.length === 0 && (
				<EmptyState title="No areas yet">Every cohort and every coordinator belongs to an area.</EmptyState>
			)}
			{areas.map((area) => (
				<AreaCard key={area.id} area={area} mayChange={mayChange} readsSessions={readsSessions} />
			))}
		</>
	);
}

type AreaCardProps = { readonly area: AreaRow; readonly mayChange: boolean; readonly readsSessions: boolean };

function AreaCard({ area, mayChange, readsSessions }: AreaCardProps) {
	const actions = [
		{ href: paths.area(area.id), text: 'Change area' },
		{ href: paths.newVenue(area.id), text: 'Add a venue' },
	];
	const rows = area.venues.map((venue) => ({
		key: venue.name,
		value: venue.rooms.map(({ name }) => name).join(', ') || <span className="quiet">No rooms</span>,
		actions: [
			...(readsSessions ? [{ href: paths.venueTermPlan(venue.id), text: 'Term plan', about: `of ${venue.name}` }] : []),
			...(mayChange ? [{ href: paths.venue(venue.id), text: 'Rooms and name', about: `of ${venue.name}` }] : []),
		],
	}));
	const none = [{ key: 'No venues yet', value: 'Cohorts of this area can meet online.' }];
	return (
		<SummaryList
			card={{ title: `${area.name}, ${NATION_NAMES[area.nation]}`, actions: mayChange ? actions : undefined }}
			rows={rows.length > 0 ? rows : none}
		/>
	);
}
