import type { StaffId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

export type DecisionsView = {
	readonly decisions: readonly {
		readonly staffId: StaffId;
		readonly name: string;
		readonly reason: string;
		readonly decidedBy: string;
		readonly decidedOn: string;
		readonly endedOn: string | null;
	}[];
	readonly coordinators: readonly { readonly id: StaffId; readonly name: string }[];
};

type DecisionsPageProps = { readonly view: DecisionsView; readonly said: string | null; readonly form: FormState };

export function DecisionsPage({ view: { decisions, coordinators }, said, form }: DecisionsPageProps) {
	return (
		<>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader title="Both sides">
				<p className="govuk-body">
					A coordinator works on one side of families. You can decide, with a reason, that somebody works on both; an
					administrator then sets it. When you end a decision, they lose both sides at once.
				</p>
			</PageHeader>
			{decisions.length === 0 ? (
				<EmptyState title="No decision yet">Every coordinator works on one side.</EmptyState>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Decisions"
					captionClassName="govuk-visually-hidden"
					head={['Coordinator', 'Why', 'Decided', 'Ended']}
					rows={decisions.map(rowOf)}
				/>
			)}
			{coordinators.length > 0 && (
				<form method="post" noValidate>
					<h2 className="govuk-heading-m">Decide</h2>
					<SelectField
						form={form}
						name="staffId"
						label="Coordinator"
						labelSize="s"
						options={[
							{ value: '', label: 'Choose a coordinator' },
							...coordinators.map(({ id, name }) => ({ value: id, label: name })),
						]}
					/>
					<TextareaField form={form} name="reason" label="Why they work on both sides" labelSize="s" rows={3} />
					<Button preventDoubleClick>Record the decision</Button>
				</form>
			)}
		</>
	);
}

function rowOf({ staffId, name, reason, decidedBy, decidedOn, endedOn }: DecisionsView['decisions'][number]) {
	return [
		name,
		reason,
		`${decidedOn}, by ${decidedBy}`,
		endedOn ?? (
			<form key="end" method="post" action={paths.decisionEnd(staffId)}>
				<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
					End<span className="govuk-visually-hidden"> the decision on {name}</span>
				</Button>
			</form>
		),
	];
}
