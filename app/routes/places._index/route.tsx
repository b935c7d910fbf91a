import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { NATION_NAMES } from '#app/domain/scheduling/meeting-pattern.ts';
import { weekdayName } from '#app/domain/scheduling/shown-clashes.ts';
import { daysOf, SIDES_WITH_DAYS, type VenueDays } from '#app/domain/scheduling/venue-days.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { requireAccess } from '#app/http/actor.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { type AreaRow, listPlaces, type VenueRow } from '#db/queries/places.ts';
import { listVenueDays } from '#db/queries/venue-days.ts';

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

type AreaCardProps = {
	readonly area: AreaRow;
	readonly mayChange: boolean;
	readonly mayChangeDays: boolean;
	/** The days that the reader may know of, by venue; null for who may not read them. */
	readonly days: Readonly<Record<string, VenueDays>> | null;
};

function AreaCard({ area, mayChange, mayChangeDays, days }: AreaCardProps) {
	const actions = [
		{ href: paths.area(area.id), text: 'Change area' },
		{ href: paths.newVenue(area.id), text: 'Add a venue' },
	];
	const rows = area.venues.map((venue) => ({
		key: venue.name,
		value: <VenueFacts venue={venue} days={days && (days[venue.id] ?? {})} />,
		actions: [
			...(mayChange ? [{ href: paths.venue(venue.id), text: 'Rooms and name', about: `of ${venue.name}` }] : []),
			...(mayChangeDays ? [{ href: paths.venueDays(venue.id), text: 'Days', about: `of ${venue.name}` }] : []),
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

type VenueFactsProps = { readonly venue: VenueRow; readonly days: VenueDays | null };

function VenueFacts({ venue: { rooms, travelPoint }, days }: VenueFactsProps) {
	const sides = SIDES_WITH_DAYS.map((side) => ({ side, weekdays: days ? daysOf(side, days) : [] }));
	return (
		<>
			{rooms.map(({ name }) => name).join(', ') || <span className="quiet">No rooms</span>}
			{sides
				.filter(({ weekdays }) => weekdays.length > 0)
				.map(({ side, weekdays }) => (
					<span key={side} className="figure-note">
						{SIDE_NAMES[side]}: {listInWords(weekdays.map(weekdayName))}
					</span>
				))}
			{days && travelPoint && <span className="figure-note">Stop or station: {travelPoint}</span>}
		</>
	);
}
