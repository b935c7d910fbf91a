import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import type { VenueRow } from '#db/queries/places.ts';

type VenuePageProps = {
	readonly venue: VenueRow;
	readonly area: string;
	readonly form: FormState;
	readonly said: string | null;
};

export function VenuePage({ venue, area, form, said }: VenuePageProps) {
	return (
		<>
			<BackLink href={paths.places()} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={area} title={venue.name} />
			<h2 className="govuk-heading-m">Rooms</h2>
			{venue.rooms.length === 0 ? (
				<EmptyState title="No rooms yet" headingLevel={3}>
					Without rooms, two cohorts can be at the venue at one time and nobody is told.
				</EmptyState>
			) : (
				<SummaryList
					rows={venue.rooms.map((room) => ({
						key: room.name,
						value: '',
						actions: [{ href: paths.room(room.id), text: 'Rename', about: room.name }],
					}))}
				/>
			)}
			<ButtonLink variant="secondary" href={paths.newRoom(venue.id)}>
				Add a room
			</ButtonLink>
			<h2 className="govuk-heading-m">Name</h2>
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<TextField form={form} name="name" label="Name of the venue" width={30} />
				<Button preventDoubleClick>Save name</Button>
			</form>
		</>
	);
}
