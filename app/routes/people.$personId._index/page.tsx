import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { NotificationBanner } from '#app/ui/components/notification-banner.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { MissingList } from '#app/ui/fidelity/missing-list.tsx';
import type { PlaceView } from './places-view.ts';

type PersonPageProps = {
	readonly view: {
		readonly name: string;
		readonly reference: string;
		readonly opened: { readonly until: string; readonly endHref: string } | null;
		readonly places: readonly PlaceView[];
		readonly families: readonly { readonly reference: string; readonly href: string }[];
		readonly nonAssociations: string | null;
		readonly restriction: string | null;
		/** Only for who may change it. */
		readonly postcode: { readonly text: string; readonly href: string } | null;
		readonly messagesHref: string | null;
		readonly viewsHref: string | null;
		readonly contact: { readonly sentence: string; readonly href: string | null } | null;
	};
	readonly said: string | null;
};

export function PersonPage({ view, said }: PersonPageProps) {
	const { name, reference, opened, places, postcode, contact } = view;
	return (
		<>
			<BackLink href={paths.people()}>People</BackLink>
			<Said sentence={said} />
			{opened && <Opened {...opened} />}
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
			{view.messagesHref && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={view.messagesHref}>
						Messages to them, and stopping all of them
					</a>
				</p>
			)}
			{postcode && (
				<>
					<h2 className="govuk-heading-m">Postcode</h2>
					<p className="govuk-body">
						{postcode.text}{' '}
						<a className="govuk-link" href={postcode.href}>
							Change the postcode
						</a>
					</p>
				</>
			)}
			<OtherPages view={view} />
		</>
	);
}

function OtherPages({ view: { families, nonAssociations, restriction, viewsHref } }: Pick<PersonPageProps, 'view'>) {
	const links = [
		...families.map(({ reference, href }) => ({ text: `Family ${reference}`, href })),
		...(nonAssociations ? [{ text: 'Who they may not meet', href: nonAssociations }] : []),
		...(restriction ? [{ text: 'Who may see the name', href: restriction }] : []),
		...(viewsHref ? [{ text: 'Who looked at this record', href: viewsHref }] : []),
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

function Opened({ until, endHref }: { readonly until: string; readonly endHref: string }) {
	return (
		<NotificationBanner>
			<p className="govuk-notification-banner__heading">You opened this record. It is open until {until}.</p>
			<p className="govuk-body">
				A programme lead reviews why. How to reach the person is not shown, whatever the emergency: ask a lead.
			</p>
			<form method="post" action={endHref}>
				<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
					Close it now
				</Button>
			</form>
		</NotificationBanner>
	);
}

function PlaceCard({ place }: { readonly place: PlaceView }) {
	const actions = [
		...(place.href ? [{ href: place.href, text: 'Open the cohort' }] : []),
		...(place.datesHref ? [{ href: place.datesHref, text: 'Dates to hand over' }] : []),
		...(place.referrer?.href ? [{ href: place.referrer.href, text: 'Set the referrer' }] : []),
		...(place.endHref ? [{ href: place.endHref, text: 'Record an exit' }] : []),
		...(place.undoHref ? [{ href: place.undoHref, text: place.undoText }] : []),
	];
	const rows = [
		{ key: 'State', value: <Tag colour={place.goesOn ? 'green' : 'grey'}>{place.state}</Tag> },
		{ key: 'Enrolled', value: place.since },
		...(place.exit ? [{ key: 'Exit', value: place.exit }] : []),
		...(place.referrer ? [{ key: 'Referred by', value: place.referrer.text }] : []),
		{ key: 'Attended', value: place.attended },
		{ key: 'Marks', value: place.marks },
		...(place.completion ? [{ key: 'Can still complete', value: <Completion place={place} /> }] : []),
		...(place.catchUps.length > 0 ? [{ key: 'Catch-ups', value: <CatchUpList place={place} /> }] : []),
		...(place.missing.length > 0
			? [{ key: 'Missing core content', value: <MissingList lines={place.missing} of={place.cohort} /> }]
			: []),
		...(place.coming.length > 0 ? [{ key: 'Next sessions', value: <ComingList place={place} /> }] : []),
	];
	return <SummaryList card={{ title: place.cohort, headingLevel: 3, actions }} rows={rows} />;
}

type PlaceProps = { readonly place: PlaceView };

function Completion({ place: { completion, lastChance } }: PlaceProps) {
	return (
		<>
			{completion}
			{lastChance && <span className="figure-note">{lastChance}</span>}
		</>
	);
}

function CatchUpList({ place: { catchUps } }: PlaceProps) {
	return (
		<ul className="govuk-list">
			{catchUps.map(({ text, href, bookHref }) => (
				<li key={text}>
					{href ? (
						<a className="govuk-link" href={href}>
							{sentence(text)}
						</a>
					) : (
						sentence(text)
					)}
					{bookHref && (
						<>
							{': '}
							<a className="govuk-link" href={bookHref}>
								book<span className="govuk-visually-hidden"> a catch-up of {text}</span>
							</a>
						</>
					)}
				</li>
			))}
		</ul>
	);
}

/** Where an apology in advance is recorded, for whoever takes the call. */
function ComingList({ place: { coming } }: PlaceProps) {
	return (
		<ul className="govuk-list">
			{coming.map(({ text, mark, href }) => (
				<li key={href}>
					{text}:{' '}
					<a className="govuk-link" href={href}>
						{mark ?? 'record an apology'}
						<span className="govuk-visually-hidden"> for {text}</span>
					</a>
				</li>
			))}
		</ul>
	);
}

function sentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
