import { MOST_FOUND } from '#app/domain/people/person-search.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import type { foundView } from './found-view.ts';

export type Found = ReturnType<typeof foundView>;

export function SearchPage({ form, found }: { readonly form: FormState; readonly found: Found | null }) {
	return (
		<>
			<FormErrorSummary form={form} />
			<PageHeader title="Search" />
			<form method="post" noValidate>
				<TextField
					form={form}
					name="who"
					label="Name or reference"
					labelSize="s"
					hint="At least 2 letters. Accents and capitals do not matter."
					autoComplete="off"
					spellCheck={false}
					width={20}
				/>
				<Button>Search</Button>
			</form>
			{found && <Results found={found} />}
		</>
	);
}

function Results({ found: { people, isMore } }: { readonly found: Found }) {
	if (people.length === 0) {
		return <EmptyState title="Nobody found">Nobody whom you can see has that name or reference.</EmptyState>;
	}
	const showsSide = people.some(({ side }) => side !== null);
	return (
		<>
			<h2 className="govuk-heading-m">{isMore ? `The first ${MOST_FOUND}` : formatCount('person', people.length)}</h2>
			{isMore && <p className="govuk-body">More people match. Type more of the name or the reference.</p>}
			<Table
				stacked
				firstCellIsHeader
				caption="People found"
				captionClassName="govuk-visually-hidden"
				head={['Name', 'Reference', ...(showsSide ? ['Side'] : [])]}
				rows={people.map(({ href, name, reference, side }) => [
					<a key="name" className="govuk-link" href={href}>
						{name}
					</a>,
					reference,
					...(showsSide ? [side] : []),
				])}
			/>
		</>
	);
}
