import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import type { PlanView } from './plan-view.ts';

type PageProps = { readonly view: PlanView; readonly said: string | null; readonly form: FormState };

/** Which sessions of a cohort are to be observed, how they were drawn, and what became of each. */
export function PlanPage({ view, said, form }: PageProps) {
	const { cohortId, name, rule, sessions, facilitators, uncovered, draws } = view;
	return (
		<>
			<BackLink href={paths.fidelity(cohortId)}>Fidelity of {name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={name} title="Observation plan">
				<p className="govuk-body measure">{rule}</p>
			</PageHeader>
			{sessions.length === 0 ? (
				<EmptyState title="No session is to be observed yet">Draw some of those to come.</EmptyState>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Observed, and to be observed"
					captionSize="m"
					head={['Session', 'Day', 'Team', 'Observed by', 'State']}
					rows={sessions.map(rowOf)}
				/>
			)}
			<Table
				stacked
				firstCellIsHeader
				caption="By facilitator, in order of their names"
				captionSize="m"
				head={['Name', 'Sessions observed', 'Still to observe']}
				rows={facilitators}
			/>
			{uncovered && sessions.length > 0 && (
				<p className="govuk-body">No session is to be observed yet of {uncovered}. A new draw sees to it.</p>
			)}
			<DrawForm view={view} form={form} />
			{draws.length > 0 && (
				<>
					<Table
						stacked
						firstCellIsHeader
						caption="Every draw"
						captionSize="m"
						head={['Draw', 'When and by whom', 'Seed', 'Drawn from', 'Drawn']}
						rows={draws.map(([number, who, seed, from, drawn]) => [
							number,
							who,
							<code key="seed" className="seed">
								{seed}
							</code>,
							from,
							drawn,
						])}
					/>
					<p className="govuk-body">The same seed over the same sessions draws the same again.</p>
				</>
			)}
		</>
	);
}

function rowOf({ title, href, day, team, observers, isOverdue, state }: PlanView['sessions'][number]) {
	return [
		<a key="session" className="govuk-link" href={href}>
			{title}
		</a>,
		day,
		team,
		observers,
		isOverdue ? (
			<Tag key="state" colour="red">
				Overdue
			</Tag>
		) : (
			state
		),
	];
}

function DrawForm({ view: { shownDraws, toDraw } }: Pick<PageProps, 'view' | 'form'>) {
	if (toDraw === null) {
		return <p className="govuk-body">No session to come leaves time to tell the team, so there is nothing to draw.</p>;
	}
	return (
		<form method="post" className="no-print">
			<HiddenField name="shownDraws" value={shownDraws} />
			<h2 className="govuk-heading-m">{shownDraws === 0 ? 'Draw the sessions' : 'Draw again'}</h2>
			<p className="govuk-body measure">
				{toDraw}{' '}
				{shownDraws > 0 && 'What the team was told of stays. Every other session of the last draw is dropped, '}
				{shownDraws > 0 && 'and the draw stays in the list below.'}
			</p>
			<Button variant={shownDraws === 0 ? undefined : 'secondary'} preventDoubleClick>
				{shownDraws === 0 ? 'Draw' : 'Draw again'}
			</Button>
		</form>
	);
}
