import type { CohortId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

export type CohortPairView = {
	readonly id: CohortId;
	readonly name: string;
	readonly linked: { readonly id: CohortId; readonly name: string; readonly area: string } | null;
	readonly free: readonly { readonly value: string; readonly label: string }[];
};

type CohortPairPageProps = {
	readonly view: CohortPairView;
	readonly said: string | null;
	readonly form: FormState;
};

export function CohortPairPage({ view: { id, name, linked, free }, said, form }: CohortPairPageProps) {
	return (
		<>
			<BackLink href={paths.cohort(id)} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={name} title="Linked cohort">
				<p className="govuk-body">
					Two cohorts that run in step for the two sides of the same families. Nobody works with both. Only leads see
					that they are linked.
				</p>
			</PageHeader>
			{linked ? (
				<>
					<p className="govuk-body">
						Linked with{' '}
						<a className="govuk-link" href={paths.cohort(linked.id)}>
							{linked.name}
						</a>{' '}
						({linked.area}).
					</p>
					<form method="post" action={paths.cohortPairEnd(id)}>
						<HiddenField name="other" value={linked.id} />
						<Button variant="secondary" preventDoubleClick>
							End the link
						</Button>
					</form>
				</>
			) : (
				<LinkForm free={free} form={form} />
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
