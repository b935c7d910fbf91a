import { SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { NATION_NAMES } from '#app/domain/scheduling/meeting-pattern.ts';
import { daysOf, SIDES_WITH_DAYS, type VenueDays } from '#app/domain/scheduling/venue-days.ts';
import { listInWords, upperFirst } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import type { AreaRow, VenueRow } from '#db/queries/places.ts';

type AreaCardProps = {
	readonly area: AreaRow;
	readonly mayChange: boolean;
	readonly mayChangeDays: boolean;
	readonly readsSessions: boolean;
	/** The days that the reader may know of, by venue; null for who may not read them. */
	readonly days: Readonly<Record<string, VenueDays>> | null;
};

/** An area with its venues: rooms, the days that the reader may know of, and what they may do there. */
export function AreaCard({ area, mayChange, mayChangeDays, readsSessions, days }: AreaCardProps) {
	const actions = [
		{ href: paths.area(area.id), text: 'Change area' },
		{ href: paths.newVenue(area.id), text: 'Add a venue' },
	];
	const rows = area.venues.map((venue) => ({
		key: venue.name,
		value: <VenueFacts venue={venue} days={days && (days[venue.id] ?? {})} />,
		actions: [
			...(readsSessions ? [{ href: paths.venueTermPlan(venue.id), text: 'Term plan', about: `of ${venue.name}` }] : []),
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
						{SIDE_NAMES[side]}: {listInWords(weekdays.map(upperFirst))}
					</span>
				))}
			{days && travelPoint && <span className="figure-note">Stop or station: {travelPoint}</span>}
		</>
	);
}
