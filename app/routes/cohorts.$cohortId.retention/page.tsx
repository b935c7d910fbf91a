import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PrintButton } from '#app/ui/blocks/print-button.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { RetentionCurve } from '#app/ui/charts/retention-curve.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatCount } from '#app/ui/format.ts';
import { FigureLink } from '#app/ui/retention/figure-link.tsx';
import { RetentionFunnel } from '#app/ui/retention/retention-funnel.tsx';
import { PROVES_NOTHING } from '#app/ui/retention/retention-words.ts';
import { WaysOut } from '#app/ui/retention/ways-out.tsx';
import { ReasonsTable, WherePeopleLeave } from '#app/ui/retention/where-people-leave.tsx';
import { People } from './people.tsx';
import type { RetentionView } from './retention-view.ts';

const TO_PEOPLE = '#people';
const LINKS = { people: TO_PEOPLE, left: '#left', removed: '#removed' };

type RetentionPageProps = { readonly view: RetentionView; readonly said: string | null };

/** Who of a cohort stays and who leaves: the funnel, the curve, the two ways out, where and why, and everybody behind it. */
export function RetentionPage({ view, said }: RetentionPageProps) {
	const { name, caption, cohortHref, programmeHref, planCount, funnel, inError, fates } = view;
	return (
		<>
			<BackLink href={cohortHref}>{name}</BackLink>
			<Said sentence={said} />
			<PageHeader caption={`${name} · ${caption}`} title="Who stays and who leaves">
				<p className="govuk-body">
					Leaving by oneself and being removed by the service are counted apart, and so is what is lost before the first
					session. Who is still in progress is no loss.
				</p>
			</PageHeader>
			<PrintButton />
			{programmeHref && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={programmeHref}>
						All cohorts of the programme
					</a>
				</p>
			)}
			{view.completionsHref && (
				<p className="govuk-body no-print">
					<a className="govuk-link" href={view.completionsHref}>
						Say who completed
					</a>
				</p>
			)}
			<section aria-labelledby="funnel-heading">
				<h2 className="govuk-heading-m" id="funnel-heading">
					From a place to completion
				</h2>
				{funnel[0]!.reached === 0 ? (
					<p className="govuk-body">Nobody has a place in this cohort yet.</p>
				) : (
					<RetentionFunnel
						steps={funnel}
						inError={inError}
						peopleHref={TO_PEOPLE}
						hrefOf={(fate) => (fates.some((one) => one.fate === fate) ? `#${fate}` : null)}
					/>
				)}
			</section>
			<div className="chart-pair">
				<section aria-labelledby="curve-heading">
					<h2 className="govuk-heading-m" id="curve-heading">
						Who is still with us, by session
					</h2>
					{view.curve ? (
						<RetentionCurve
							id="curve"
							title="Share of people still taking part, by session, %"
							peopleHref={TO_PEOPLE}
							{...view.curve}
						/>
					) : (
						<p className="govuk-body">Nobody has attended yet.</p>
					)}
				</section>
				<section aria-labelledby="ways-out-heading">
					<h2 className="govuk-heading-m" id="ways-out-heading">
						Two ways out
					</h2>
					<WaysOut points={view.incidence} planCount={planCount} links={LINKS} />
				</section>
			</div>
			<Where view={view} />
			<div id="people">
				{fates.map(({ fate, people }) => (
					<People key={fate} fate={fate} people={people} />
				))}
			</div>
			<p className="govuk-body">{PROVES_NOTHING}</p>
		</>
	);
}

function Where({ view: { sessions, readsReasons, byReason, lost } }: { readonly view: RetentionView }) {
	const before = lost.before.left + lost.before.removed;
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
						<a className="govuk-link" href={TO_PEOPLE}>
							{formatCount('person', before)}
						</a>
						, of whom <FigureLink count={lost.before.left} href="#left" of="before the first session" /> left by
						themselves.
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
