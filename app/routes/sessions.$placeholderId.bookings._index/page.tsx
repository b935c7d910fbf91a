import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import type { BookingsView } from './bookings-view.ts';

type BookingsPageProps = { readonly view: BookingsView; readonly said: string | null };

/** The individual sessions of one plan: one for each person, booked or to be booked. */
export function BookingsPage({ view: { sessionId, planNumber, caption, title, people }, said }: BookingsPageProps) {
	return (
		<>
			<BackLink href={paths.session(sessionId)}>Session {planNumber}</BackLink>
			<Said sentence={said} />
			<PageHeader caption={caption} title={`Individual sessions: ${title}`}>
				<p className="govuk-body">
					Each person has one. A booked session does not move when the group’s sessions move.
				</p>
			</PageHeader>
			{people.length === 0 ? (
				<EmptyState title="Nobody is expected at this session" />
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Who is to have one"
					captionSize="m"
					head={['Person', 'Reference', 'When', 'To do']}
					rows={people.map((person) => [person.name, person.reference, whenOf(person), actionOf(person)])}
				/>
			)}
		</>
	);
}

type Line = BookingsView['people'][number];

function whenOf({ when, isHeld }: Line) {
	if (when === null)
		return (
			<Tag key="when" colour="blue">
				Not booked
			</Tag>
		);
	return isHeld ? `${when}: held` : when;
}

function actionOf({ name, href, bookHref }: Line) {
	const target = href ?? bookHref;
	if (!target) return { content: '', className: 'table__cell--empty' };
	return (
		<a key="action" className="govuk-link" href={target}>
			{href ? 'Open' : 'Book'}
			<span className="govuk-visually-hidden"> the individual session of {name}</span>
		</a>
	);
}
