import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { HeatMap } from '#app/ui/charts/heat-map.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Table } from '#app/ui/components/table.tsx';
import type { FamilyView } from './family-view.ts';

type SideView = FamilyView['sides'][number];

/** One family: who holds it, and who belongs to it on each side. */
export function FamilyPage({ view, said }: { readonly view: FamilyView; readonly said: string | null }) {
	return (
		<>
			<BackLink href={paths.families()}>Families</BackLink>
			<Said sentence={said} />
			<PageHeader caption={view.area} title={`Family ${view.reference}`} />
			<SummaryList
				rows={[
					{
						key: 'Worker',
						value: view.worker ?? 'Nobody yet',
						actions: [{ href: paths.familyWorker(view.id), text: 'Change', about: 'who holds this family' }],
					},
				]}
			/>
			<ButtonLink href={paths.newFamilyMember(view.id)}>Add a member</ButtonLink>
			{view.sides.map((side) => (
				<Side key={side.side} side={side} />
			))}
			{view.registers && <Registers registers={view.registers} />}
		</>
	);
}

/** What both sides had of each session, under one another. */
function Registers({ registers: { sessions, rows } }: { readonly registers: NonNullable<FamilyView['registers']> }) {
	return (
		<>
			<h2 className="govuk-heading-m">Session by session</h2>
			<HeatMap
				id="registers"
				caption="The registers of this family, session by session"
				sessions={sessions.map((number) => ({ number }))}
				people={rows}
			/>
		</>
	);
}

function Side({ side: { side, name, members } }: { readonly side: SideView }) {
	return (
		<section aria-labelledby={`side-${side}`}>
			<h2 className="govuk-heading-m" id={`side-${side}`}>
				{name}
			</h2>
			{members.length === 0 ? (
				<p className="govuk-body quiet">Nobody is added on this side.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption={`Who belongs to the family: ${name.toLowerCase()}`}
					captionClassName="govuk-visually-hidden"
					head={[
						'Name',
						'Relationship',
						'Places and attendance',
						{ content: <span className="govuk-visually-hidden">Change</span> },
					]}
					rows={members.map(rowOf)}
				/>
			)}
		</section>
	);
}

function rowOf({ name, reference, href, relationship, places, changeHref }: SideView['members'][number]) {
	return [
		<span key="name">
			<a className="govuk-link" href={href}>
				{name}
			</a>
			{name !== reference && <span className="figure-note">{reference}</span>}
		</span>,
		relationship,
		<span key="places">
			{places.length === 0 && <span className="quiet">No place in a cohort</span>}
			{places.map(({ id, what, attended }) => (
				<span key={id} className="family-place">
					{what}
					<span className="figure-note">{attended}</span>
				</span>
			))}
		</span>,
		<a key="change" className="govuk-link no-print" href={changeHref}>
			Change<span className="govuk-visually-hidden"> how {name} belongs to the family</span>
		</a>,
	];
}
