import { RECEIVED_WORDS } from '#app/domain/fidelity/received-words.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { ReceivedMatrix } from '#app/ui/fidelity/received-matrix.tsx';
import { ShareLink } from '#app/ui/fidelity/share-link.tsx';
import { formatCount } from '#app/ui/format.ts';
import { keyed } from '#app/ui/keyed.ts';
import type { MissingView, ReceivedView } from './received-view.ts';

/** What each person of the cohort received of every activity, catch-ups included, and what of the core is missing. */
export function ReceivedPage({ view }: { readonly view: ReceivedView }) {
	const { name, caption, cohortHref, fidelityHref, fileHref, rule, people, missing, plans, toCome, isKeptBack } = view;
	return (
		<>
			<BackLink href={cohortHref}>{name}</BackLink>
			<PageHeader caption={`${name} · ${caption}`} title="What each person received">
				<p className="govuk-body">
					From the registers and the delivery logs together: who was there for long enough, and what was delivered then.
					What nobody recorded is not known, never “not delivered”.{' '}
					{rule && `The programme asks for ${rule} of the core activities.`}
				</p>
			</PageHeader>
			<PrintButton />
			<p className="govuk-body no-print">
				<a className="govuk-link" href={fidelityHref}>
					Fidelity of the cohort
				</a>
			</p>
			{isKeptBack && (
				<InsetText>
					A colleague’s log of a session that you have not logged yet is kept back until you save yours. What it says is
					shown as not known.
				</InsetText>
			)}
			{people.length === 0 && <EmptyState title="Nobody yet">Nobody has a place in this cohort yet.</EmptyState>}
			{people.length > 0 && <CoreContent people={people} hasRule={rule !== null} cohortHref={cohortHref} />}
			{people.length > 0 && <Missing missing={missing} />}
			{plans.length > 0 && (
				<section aria-labelledby="matrix-heading">
					<h2 className="govuk-heading-m" id="matrix-heading">
						Activity by activity
					</h2>
					{toCome > 0 && <p className="govuk-body">{formatCount('session', toCome)} of the plan to come: not shown.</p>}
					<ReceivedMatrix caption={`What each person received, ${name}`} people={people} plans={plans} />
					<p className="govuk-body no-print">
						<a className="govuk-link" href={fileHref} download>
							Download as CSV<span className="govuk-visually-hidden"> file</span>
						</a>
					</p>
				</section>
			)}
		</>
	);
}

const MATRIX = '#matrix-heading';

type CoreProps = Pick<ReceivedView, 'people' | 'cohortHref'> & { readonly hasRule: boolean };

function CoreContent({ people, hasRule, cohortHref }: CoreProps) {
	const head = ['Person', 'Received of the whole programme', 'Missing', 'Not known', 'To come'];
	return (
		<section aria-labelledby="core-heading">
			<h2 className="govuk-heading-m" id="core-heading">
				Core content
			</h2>
			<Table
				stacked
				firstCellIsHeader
				head={hasRule ? [...head, 'Completion'] : head}
				rows={people.map((person) => [
					<a key="person" className="govuk-link" href={person.href}>
						{person.name}
					</a>,
					<ShareLink key="received" href={MATRIX} of={`received, ${person.name}`}>
						{person.received}
					</ShareLink>,
					<ShareLink key="missing" href={person.missing > 0 ? '#missing-heading' : null} of={`missing, ${person.name}`}>
						{String(person.missing)}
					</ShareLink>,
					<ShareLink key="not-known" href={person.notKnown > 0 ? MATRIX : null} of={`not known, ${person.name}`}>
						{String(person.notKnown)}
					</ShareLink>,
					<ShareLink key="to-come" href={person.toCome > 0 ? cohortHref : null} of={`to come, ${person.name}`}>
						{String(person.toCome)}
					</ShareLink>,
					...(hasRule ? [person.standing] : []),
				])}
			/>
		</section>
	);
}

function Missing({ missing }: { readonly missing: readonly MissingView[] }) {
	return (
		<section aria-labelledby="missing-heading">
			<h2 className="govuk-heading-m" id="missing-heading">
				Missing core content
			</h2>
			{missing.length === 0 ? (
				<p className="govuk-body">Nothing of the core is known to be missing.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					head={['Session', 'Core activities', 'Why', 'Whose']}
					rows={missing.map(({ session, what, why, people }) => [
						session,
						what.join('; '),
						RECEIVED_WORDS[why].words,
						<People key="people" people={people} session={session} />,
					])}
				/>
			)}
		</section>
	);
}

/** Each name, with the way to a catch-up where one can be booked. */
function People({ people, session }: Pick<MissingView, 'people' | 'session'>) {
	return (
		<ul className="govuk-list">
			{keyed(people).map(({ key, item: { name, way, bookHref } }) => (
				<li key={key}>
					{name}
					{way && ' · '}
					{!bookHref && way}
					{bookHref && (
						<a className="govuk-link" href={bookHref}>
							{way}
							<span className="govuk-visually-hidden">
								{' '}
								of {session} for {name}
							</span>
						</a>
					)}
				</li>
			))}
		</ul>
	);
}
