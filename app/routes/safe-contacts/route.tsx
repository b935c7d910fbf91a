import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ContactStanding } from '#app/domain/people/safe-contact.ts';
import { requireAccess } from '#app/http/actor.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { FilterChips } from '#app/ui/blocks/filter-chips.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag, type TagColour } from '#app/ui/components/tag.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { contactsView, readAsked } from './contacts-view.ts';

export const meta: MetaFunction = () => pageTitle('Safe contacts');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'safe-contact');
	return json(contactsView(context, actor, readAsked(request)));
}

const COLOURS: Readonly<Record<ContactStanding, TagColour>> = {
	'needs-checking': 'red',
	unconfirmed: 'orange',
	failing: 'red',
	overdue: 'red',
	none: 'grey',
	soon: 'yellow',
	good: 'green',
};

export default function SafeContacts() {
	const { chips, people, standing, page, pages } = useLoaderData<typeof loader>();
	return (
		<>
			<PageHeader title="Safe contacts">
				<p className="govuk-body">
					Whether messages can leave for the people with a place now, what has to be done first before the others.
				</p>
			</PageHeader>
			<FilterChips label="Show" chips={chips} />
			{people.length === 0 ? (
				<EmptyState title="Nobody here">Choose All to see everybody.</EmptyState>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Safe contacts"
					captionClassName="govuk-visually-hidden"
					head={['Name', 'Reference', 'Stands', 'How', 'Check by', 'Set by']}
					rows={people.map((person) => [
						person.href ? (
							<a key="name" className="govuk-link" href={person.href}>
								{person.name}
							</a>
						) : (
							person.name
						),
						person.reference,
						<Tag key="standing" colour={person.standing ? COLOURS[person.standing] : 'grey'}>
							{person.standingName}
						</Tag>,
						person.channel,
						person.reviewBy,
						person.setBy,
					])}
				/>
			)}
			<PageNumbers page={page} pages={pages} hrefOf={(number) => paths.safeContacts({ standing, page: number })} />
		</>
	);
}
