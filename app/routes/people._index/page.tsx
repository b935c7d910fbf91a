import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Pagination } from '#app/ui/components/pagination.tsx';
import { Table } from '#app/ui/components/table.tsx';
import type { peopleView } from './people-view.ts';

type PeopleView = ReturnType<typeof peopleView>;

export function PeoplePage({ view }: { readonly view: PeopleView }) {
	const { people, counts, everybody, page, pages } = view;
	return (
		<>
			<PageHeader title="People" />
			<nav className="toolbar" aria-label="Which people">
				<Chip href={paths.people()} current={!everybody} text={`With a place now (${counts.now})`} />
				<Chip href={`${paths.people()}?show=everybody`} current={everybody} text={`Everybody (${counts.everybody})`} />
			</nav>
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
						places.map(({ cohort }) => cohort).join(', '),
						places.map(({ state }) => state).join(', '),
					])}
				/>
			)}
			{pages > 1 && <Pages page={page} pages={pages} everybody={everybody} />}
		</>
	);
}

function Chip({ href, current, text }: { readonly href: string; readonly current: boolean; readonly text: string }) {
	return (
		<a className="govuk-link" href={href} aria-current={current ? 'page' : undefined}>
			{current ? <strong>{text}</strong> : text}
		</a>
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
