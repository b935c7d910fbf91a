import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import type { PlaceView } from './person-view.ts';

type PersonPageProps = {
	readonly view: {
		readonly name: string;
		readonly reference: string;
		readonly places: readonly PlaceView[];
		readonly families: readonly { readonly reference: string; readonly href: string }[];
		readonly nonAssociations: string | null;
		readonly restriction: string | null;
		readonly contact: { readonly sentence: string; readonly href: string | null } | null;
	};
	readonly said: string | null;
};

export function PersonPage({ view, said }: PersonPageProps) {
	const { name, reference, places, contact } = view;
	return (
		<>
			<BackLink href={paths.people()}>People</BackLink>
			<Said sentence={said} />
			<PageHeader caption={name === reference ? undefined : reference} title={name} />
			<h2 className="govuk-heading-m">Cohorts</h2>
			{places.length === 0 && <EmptyState title="No cohort that you can see" headingLevel={3} />}
			{places.map((place) => (
				<PlaceCard key={place.id} place={place} />
			))}
			{contact && (
				<>
					<h2 className="govuk-heading-m">Safe contact</h2>
					<p className="govuk-body">{contact.sentence}</p>
					{contact.href && (
						<p className="govuk-body">
							<a className="govuk-link" href={contact.href}>
								Change how to reach them
							</a>
						</p>
					)}
				</>
			)}
			<OtherPages view={view} />
		</>
	);
}

function OtherPages({ view: { families, nonAssociations, restriction } }: Pick<PersonPageProps, 'view'>) {
	const links = [
		...families.map(({ reference, href }) => ({ text: `Family ${reference}`, href })),
		...(nonAssociations ? [{ text: 'Who they may not meet', href: nonAssociations }] : []),
		...(restriction ? [{ text: 'Who may see the name', href: restriction }] : []),
	];
	if (links.length === 0) return null;
	return (
		<>
			<h2 className="govuk-heading-m">Family and safety</h2>
			<ul className="govuk-list">
				{links.map(({ text, href }) => (
					<li key={href}>
						<a className="govuk-link" href={href}>
							{text}
						</a>
					</li>
				))}
			</ul>
		</>
	);
}

function PlaceCard({ place }: { readonly place: PlaceView }) {
	const actions = [
		...(place.href ? [{ href: place.href, text: 'Open the cohort' }] : []),
		...(place.endHref ? [{ href: place.endHref, text: 'Record an exit' }] : []),
		...(place.undoHref ? [{ href: place.undoHref, text: 'Undo the exit' }] : []),
	];
	const rows = [
		{ key: 'State', value: <Tag colour={place.goesOn ? 'green' : 'grey'}>{place.state}</Tag> },
		{ key: 'Enrolled', value: place.since },
		...(place.exit ? [{ key: 'Exit', value: place.exit }] : []),
		{ key: 'Attended', value: place.attended },
		{ key: 'Marks', value: place.marks },
	];
	return <SummaryList card={{ title: place.cohort, headingLevel: 3, actions }} rows={rows} />;
}
