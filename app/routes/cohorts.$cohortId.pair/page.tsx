import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { PairNotice } from '#app/ui/pairs/pair-notice.tsx';
import type { CohortPairView } from './pair-view.ts';

type CohortPairPageProps = {
	readonly view: CohortPairView;
	readonly said: string | null;
	readonly form: FormState;
};

export function CohortPairPage({ view: { id, name, linked, free, pair, steps }, said, form }: CohortPairPageProps) {
	return (
		<>
			<BackLink href={paths.cohort(id)} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={name} title="Linked cohort">
				<p className="govuk-body">
					Two cohorts that run in step for the two sides of the same families. Nobody delivers both. Only leads, and the
					coordinator whom both share, see that they are linked.
				</p>
			</PageHeader>
			{linked ? (
				<>
					{pair && <PairNotice pair={pair} />}
					<Table
						stacked
						firstCellIsHeader
						caption="The plans of both, side by side"
						captionClassName="govuk-visually-hidden"
						head={['Session', name, `${linked.name} (${linked.area})`, 'Same week']}
						rows={steps.map(({ planNumber, own, other, inStep }) => [planNumber, own, other, inStep])}
					/>
					<form method="post" action={paths.cohortPairEnd(id)}>
						<HiddenField name="other" value={linked.id} />
						<Button variant="secondary" preventDoubleClick>
							End the link
						</Button>
					</form>
				</>
			) : (
				<>
					<p className="govuk-body">
						<a className="govuk-link" href={paths.newCohort(id)}>
							Lay out the linked cohort in the same weeks
						</a>
					</p>
					<LinkForm free={free} form={form} />
				</>
			)}
		</>
	);
}

function LinkForm({ free, form }: Pick<CohortPairView, 'free'> & { readonly form: FormState }) {
	if (free.length === 0) return <EmptyState title="No cohort of the other side is free to be linked" />;
	return (
		<form method="post" noValidate>
			<SelectField
				form={form}
				name="other"
				label="Cohort of the other side"
				labelSize="s"
				options={[{ value: '', label: 'Choose a cohort' }, ...free]}
			/>
			<Button preventDoubleClick>Link the cohorts</Button>
		</form>
	);
}
