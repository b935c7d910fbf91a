import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { FilterChips } from '#app/ui/blocks/filter-chips.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { RetentionCurve } from '#app/ui/charts/retention-curve.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatCount } from '#app/ui/format.ts';
import { RetentionFunnel } from '#app/ui/retention/retention-funnel.tsx';
import { PROVES_NOTHING } from '#app/ui/retention/retention-words.ts';
import { WaysOut } from '#app/ui/retention/ways-out.tsx';
import { ReasonsTable, WherePeopleLeave } from '#app/ui/retention/where-people-leave.tsx';
import { Benchmarks } from './benchmarks.tsx';
import { Cohorts } from './cohorts.tsx';
import { Comparison } from './comparison.tsx';
import type { ProgrammeRetentionView } from './retention-view.ts';

const TO_COHORTS = '#cohorts';
const LINKS = { people: TO_COHORTS, left: TO_COHORTS, removed: TO_COHORTS };

/** Who stays over the cohorts of a programme: pooled, compared, cohort by cohort, and beside what others have published. */
export function ProgrammeRetentionPage({ view }: { readonly view: ProgrammeRetentionView }) {
	const { label, side, programmeHref, areas, compares, cohorts, comparison } = view;
	return (
		<>
			<BackLink href={programmeHref}>{label}</BackLink>
			<PageHeader caption={`${side} · ${label}`} title="Who stays and who leaves">
				<p className="govuk-body">
					Over the cohorts that you may read. Leaving by oneself and being removed by the service are counted apart, and
					so is what is lost before the first session. Who is still in progress is no loss.
				</p>
			</PageHeader>
			<PrintButton />
			{areas.length > 0 && <FilterChips label="Area" chips={areas} />}
			{cohorts.length === 0 ? (
				<EmptyState title="No cohorts here">There is no cohort of this programme that you may read here.</EmptyState>
			) : (
				<>
					<Pooled view={view} />
					<FilterChips label="Compare" chips={compares} />
					<Comparison view={comparison} />
					<Cohorts cohorts={cohorts} fileHref={view.fileHref} />
					<Benchmarks view={view.benchmarks} />
				</>
			)}
			<p className="govuk-body">{PROVES_NOTHING}</p>
		</>
	);
}

function Pooled({ view }: { readonly view: ProgrammeRetentionView }) {
	const { funnel, curve, incidence, planCount, cohorts } = view;
	return (
		<>
			<section aria-labelledby="funnel-heading">
				<h2 className="govuk-heading-m" id="funnel-heading">
					From a place to completion, {formatCount('cohort', cohorts.length)} together
				</h2>
				<RetentionFunnel steps={funnel} hrefOf={() => TO_COHORTS} peopleHref={TO_COHORTS} />
			</section>
			<div className="chart-pair">
				<section aria-labelledby="curve-heading">
					<h2 className="govuk-heading-m" id="curve-heading">
						Who is still with us, by session
					</h2>
					{curve ? (
						<RetentionCurve
							id="curve"
							title="Share of people still taking part, by session, %"
							peopleHref={TO_COHORTS}
							{...curve}
						/>
					) : (
						<p className="govuk-body">Nobody has attended yet.</p>
					)}
				</section>
				<section aria-labelledby="ways-out-heading">
					<h2 className="govuk-heading-m" id="ways-out-heading">
						Two ways out
					</h2>
					<WaysOut points={incidence} planCount={planCount} links={LINKS} />
				</section>
			</div>
			<Where view={view} />
		</>
	);
}

function Where({ view: { sessions, lostBefore, readsReasons, byReason } }: { readonly view: ProgrammeRetentionView }) {
	const before = lostBefore.left + lostBefore.removed;
	return (
		<>
			<section aria-labelledby="where-heading">
				<h2 className="govuk-heading-m" id="where-heading">
					Where in the programme people leave
				</h2>
				<WherePeopleLeave sessions={sessions} readsReasons={readsReasons} links={LINKS} />
				{before > 0 && (
					<p className="govuk-body">
						Before the first session, and in none of these rows:{' '}
						<a className="govuk-link" href={TO_COHORTS}>
							{formatCount('person', before)}
						</a>
						, of whom {lostBefore.left} left by themselves.
					</p>
				)}
			</section>
			<section aria-labelledby="why-heading">
				<h2 className="govuk-heading-m" id="why-heading">
					Why places ended
				</h2>
				{readsReasons ? (
					<ReasonsTable groups={byReason} links={LINKS} />
				) : (
					<p className="govuk-body">The reasons are not yours to read.</p>
				)}
			</section>
		</>
	);
}
