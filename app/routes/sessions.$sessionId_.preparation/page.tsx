import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { formatCount } from '#app/ui/format.ts';
import { keyed } from '#app/ui/keyed.ts';
import type { PreparationView } from './preparation-view.ts';

type PreparationPageProps = { readonly view: PreparationView };

export function PreparationPage({ view }: PreparationPageProps) {
	const { sessionId, name, caption, cancelledWhy, when, where, team, know } = view;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<PageHeader caption={caption} title="Prepare" />
			{cancelledWhy !== null && (
				<InsetText>
					<strong>This session did not go ahead:</strong> {cancelledWhy}
				</InsetText>
			)}
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<SummaryList
						className="govuk-summary-list--no-border"
						rows={[
							{ key: 'When', value: when },
							{ key: 'Where', value: where },
							{ key: 'Team', value: team },
						]}
					/>
					{cancelledWhy === null && (
						<>
							<h2 className="govuk-heading-m">What to know</h2>
							{know.length === 0 ? (
								<p className="govuk-body">Nothing in particular.</p>
							) : (
								<ul className="govuk-list govuk-list--bullet">
									{know.map((sentence) => (
										<li key={sentence}>{sentence}</li>
									))}
								</ul>
							)}
							<People view={view} />
						</>
					)}
					<Plan view={view} />
				</div>
			</div>
		</>
	);
}

function People({ view: { expected, apologies, registerHref, catchUpsHref } }: PreparationPageProps) {
	return (
		<>
			<h2 className="govuk-heading-m">{formatCount('person', expected.length)} expected</h2>
			{expected.length > 0 && (
				<ul className="govuk-list">
					{keyed(expected).map(({ key, item }) => (
						<li key={key}>{item}</li>
					))}
				</ul>
			)}
			<p className="govuk-body">
				{apologies.length === 0 ? 'No apologies.' : formatCount('apology', apologies.length)}
			</p>
			{apologies.length > 0 && (
				<ul className="govuk-list govuk-list--bullet">
					{keyed(apologies).map(({ key, item: { name, why } }) => (
						<li key={key}>{why === null ? name : `${name}: ${why}`}</li>
					))}
				</ul>
			)}
			<p className="govuk-body">
				{registerHref && (
					<a className="govuk-link" href={registerHref}>
						Register
					</a>
				)}
				{catchUpsHref && ' · '}
				{catchUpsHref && (
					<a className="govuk-link" href={catchUpsHref}>
						Catch-ups of this session
					</a>
				)}
			</p>
		</>
	);
}

function Plan({ view: { plan, planHref, adaptationsHref } }: PreparationPageProps) {
	const { title, aim, minutes, materials, activities } = plan;
	return (
		<>
			<h2 className="govuk-heading-m">Plan: {title}</h2>
			<p className="govuk-body">{aim}</p>
			<p className="govuk-body">
				<a className="govuk-link" href={planHref}>
					Read or print the session plan
				</a>
				, {formatCount('activity', activities.length)}, {formatCount('minute', minutes)}
			</p>
			{adaptationsHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={adaptationsHref}>
						Propose or describe a change to this plan
					</a>
				</p>
			)}
			<ol className="govuk-list govuk-list--number">
				{activities.map((activity) => (
					<li key={activity.title}>{activity.core ? `${activity.title} (core)` : activity.title}</li>
				))}
			</ol>
			<h3 className="govuk-heading-s">Have ready</h3>
			{materials.length === 0 ? (
				<p className="govuk-body">The plan asks for no materials.</p>
			) : (
				<ul className="govuk-list govuk-list--bullet">
					{materials.map((material) => (
						<li key={material}>{material}</li>
					))}
				</ul>
			)}
		</>
	);
}
