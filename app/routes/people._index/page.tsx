import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { FilterChips } from '#app/ui/blocks/filter-chips.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { Pagination } from '#app/ui/components/pagination.tsx';
import { Table } from '#app/ui/components/table.tsx';
import type { peopleView } from './people-view.ts';

type PeopleView = ReturnType<typeof peopleView>;

type PeoplePageProps = {
	readonly view: PeopleView;
	readonly mayOpen: boolean;
	readonly contactsHref: string | null;
	readonly said: string | null;
};

export function PeoplePage({ view, mayOpen, contactsHref, said }: PeoplePageProps) {
	const { people, counts, everybody, page, pages } = view;
	return (
		<>
			<Said sentence={said} />
			<PageHeader title="People" />
			<FilterChips
				label="Show"
				chips={[
					{ label: 'With a place now', count: counts.now, href: paths.people(), current: !everybody },
					{ label: 'Everybody', count: counts.everybody, href: `${paths.people()}?show=everybody`, current: everybody },
				]}
			/>
			{people.length === 0 ? (
				<EmptyState title="Nobody here">People are added on the page of their cohort.</EmptyState>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption={everybody ? 'Everybody' : 'People with a place now'}
					captionClassName="govuk-visually-hidden"
					head={['Name', 'Reference', 'Cohort', 'Place']}
					rows={people.map(({ id, name, reference, places }) => [
						<a key="name" className="govuk-link" href={paths.person(id)}>
							{name}
						</a>,
						reference,
						places.map(({ cohort }) => cohort ?? 'Not shown').join(', '),
						places.map(({ state }) => state).join(', '),
					])}
				/>
			)}
			{pages > 1 && <Pages page={page} pages={pages} everybody={everybody} />}
			{contactsHref && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={contactsHref}>
						Safe contacts: who can be reached, and what has to be looked at
					</a>
				</p>
			)}
			{mayOpen && (
				<p className="govuk-body no-print">
					Somebody not here, and it cannot wait?{' '}
					<a className="govuk-link" href={paths.newOpening()}>
						Open a record in an emergency
					</a>
				</p>
			)}
		</>
	);
}

function Pages({ page, pages, everybody }: Pick<PeopleView, 'page' | 'pages' | 'everybody'>) {
	const at = (number: number) => `${paths.people()}?${everybody ? 'show=everybody&' : ''}page=${number}`;
	const items = Array.from({ length: pages }, (_, index) => ({
		number: index + 1,
		href: at(index + 1),
		current: index + 1 === page,
	}));
	return (
		<Pagination
			items={items}
			previous={page > 1 ? { href: at(page - 1) } : undefined}
			next={page < pages ? { href: at(page + 1) } : undefined}
		/>
	);
}
