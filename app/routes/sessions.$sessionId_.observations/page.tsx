import { listInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { ObserversWords } from '#app/ui/observations/observers-words.tsx';
import { ScoredItems } from '#app/ui/observations/scored-items.tsx';
import type { ObservationsView } from './observations-view.ts';

type PageProps = { readonly view: ObservationsView; readonly said: string | null; readonly form: FormState };

/** Every observation of a session: what was scored, how far two raters agree, and a lead’s release. */
export function ObservationsPage({ view, said, form }: PageProps) {
	const { sessionId, name, caption, isApart, notBegun, observations, pairs, mayAssign } = view;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title="Observations">
				<p className="govuk-body measure">
					The team reads an observation once a lead has released it. Until then it is not there for them.
				</p>
			</PageHeader>
			{isApart && (
				<InsetText>
					The other observers’ scores are kept back until everybody who observes this session has submitted, so that
					each of you judges alone.
				</InsetText>
			)}
			{observations.length + notBegun.length === 0 && (
				<EmptyState title="Nobody observes this session">A lead assigns an observer.</EmptyState>
			)}
			{pairs.map((pair) => (
				<Pair key={`${pair.first} ${pair.second}`} pair={pair} />
			))}
			{observations.map((observation) => (
				<Observation key={observation.id} observation={observation} />
			))}
			{notBegun.length > 0 && <p className="govuk-body">Nothing saved yet: {listInWords(notBegun)}.</p>}
			{mayAssign && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={paths.observers(sessionId)}>
						Observers of this session
					</a>
				</p>
			)}
		</>
	);
}

function Pair({ pair: { first, second, sentences, differing } }: { readonly pair: ObservationsView['pairs'][number] }) {
	return (
		<section className="today-section" aria-label={`Agreement of ${first} and ${second}`}>
			<h2 className="govuk-heading-m">
				Two raters: {first} and {second}
			</h2>
			<p className="govuk-body measure">
				Each as it stood when both were in, for training. The figures of the cohort come from the one submitted first;
				two are never averaged.
			</p>
			<ul className="govuk-list govuk-list--bullet">
				{sentences.map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
			{differing.length === 0 ? (
				<p className="govuk-body">The two say the same of every item.</p>
			) : (
				<>
					<h3 className="govuk-heading-s">Where they differ</h3>
					<ScoredItems dimensions={differing} columns={[first, second]} />
				</>
			)}
		</section>
	);
}

function Observation({ observation }: { readonly observation: ObservationsView['observations'][number] }) {
	const { id, observer, state, content, isReleasable } = observation;
	return (
		<section className="today-section" aria-label={`Observation by ${observer}`}>
			<h2 className="govuk-heading-m">
				{observer} <Tag colour={isReleasable ? 'yellow' : 'grey'}>{state}</Tag>
			</h2>
			{content && (
				<>
					<p className="govuk-body quiet">
						{content.mode}. Saved {content.saved}.
					</p>
					<ScoredItems dimensions={content.dimensions} columns={['Score']} />
					<ObserversWords {...content} />
				</>
			)}
			{content && isReleasable && (
				<form method="post">
					<HiddenField name="observationId" value={id} />
					<HiddenField name="version" value={content.version} />
					<Button preventDoubleClick>
						Release to the team<span className="govuk-visually-hidden"> what {observer} submitted</span>
					</Button>
				</form>
			)}
		</section>
	);
}
