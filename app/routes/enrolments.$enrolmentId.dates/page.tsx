import type { PersonId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';

type DatesPageProps = {
	readonly view: {
		readonly personId: PersonId;
		readonly name: string;
		readonly hasPlace: boolean;
		readonly dates: readonly string[];
		readonly place: string | null;
	};
};

/** A sheet that a person hands to a person. On paper it has no name, no programme and no organisation. */
export function DatesPage({ view: { personId, name, hasPlace, dates, place } }: DatesPageProps) {
	return (
		<>
			<div className="no-print">
				<BackLink href={paths.person(personId)}>{name}</BackLink>
				<WarningText>Hand it over yourself, and only if it is safe for {name} to have it. Never post it.</WarningText>
				<p className="govuk-body">
					{hasPlace ? (
						<a className="govuk-link" href="?">
							Leave the place off the sheet
						</a>
					) : (
						<a className="govuk-link" href="?place">
							Put the place on the sheet: only if nothing happens when somebody at home reads it
						</a>
					)}
				</p>
				<PrintButton />
			</div>
			<h1 className="govuk-heading-l">Dates</h1>
			{dates.length === 0 ? (
				<EmptyState title="No date ahead" />
			) : (
				<ul className="govuk-list govuk-list--spaced">
					{dates.map((date) => (
						<li key={date}>{date}</li>
					))}
				</ul>
			)}
			{place && <p className="govuk-body">{place}</p>}
		</>
	);
}
