import type { PersonId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { NamedPersonFields } from '#app/ui/families/named-person-fields.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

export type NonAssociationsView = {
	readonly personId: PersonId;
	readonly person: string;
	readonly pairs: readonly {
		readonly name: string;
		readonly reference: string;
		readonly href: string;
		readonly side: string;
		readonly reason: string;
		readonly set: string;
		readonly endHref: string;
	}[];
};

type NonAssociationsPageProps = {
	readonly view: NonAssociationsView;
	readonly said: string | null;
	readonly form: FormState;
};

export function NonAssociationsPage({ view: { personId, person, pairs }, said, form }: NonAssociationsPageProps) {
	return (
		<>
			<BackLink href={paths.person(personId)} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={person} title="Who they may not meet">
				<p className="govuk-body">
					Neither of two people who may not meet is given a place in a cohort in which the other has one. Whoever tries
					reads only that the slot is not available.
				</p>
			</PageHeader>
			{pairs.length === 0 ? (
				<EmptyState title="Nobody whom you can see" />
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Who they may not meet"
					captionClassName="govuk-visually-hidden"
					head={['Name', 'Side', 'Why', 'Set', { content: <span className="govuk-visually-hidden">Change</span> }]}
					rows={pairs.map(rowOf)}
				/>
			)}
			<h2 className="govuk-heading-m">Add somebody</h2>
			<form method="post" noValidate>
				<NamedPersonFields
					form={form}
					referenceLabel="Reference"
					referenceHint="What the team calls them on paper, such as CD26/01"
				/>
				<TextField
					form={form}
					name="reason"
					label="Why they may not meet"
					labelSize="s"
					hint="In a few words, such as: court order, brothers, threat"
					autoComplete="off"
				/>
				<Button preventDoubleClick>Keep them apart</Button>
			</form>
		</>
	);
}

function rowOf({ name, reference, href, side, reason, set, endHref }: NonAssociationsView['pairs'][number]) {
	return [
		<span key="name">
			<a className="govuk-link" href={href}>
				{name}
			</a>
			{name !== reference && <span className="figure-note">{reference}</span>}
		</span>,
		side,
		reason,
		set,
		<form key="end" method="post" action={endHref}>
			<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
				End<span className="govuk-visually-hidden"> that they may not meet {name}</span>
			</Button>
		</form>,
	];
}
