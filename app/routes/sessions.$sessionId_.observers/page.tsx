import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

type Observer = { readonly id: StaffId; readonly name: string };
export type ObserversView = {
	readonly sessionId: SessionId;
	readonly caption: string;
	readonly observers: readonly Observer[];
	readonly possible: readonly Observer[];
};

type ObserversPageProps = { readonly view: ObserversView; readonly said: string | null; readonly form: FormState };

export function ObserversPage({ view: { sessionId, caption, observers, possible }, said, form }: ObserversPageProps) {
	return (
		<>
			<BackLink href={paths.session(sessionId)} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title="Observers">
				<p className="govuk-body">
					Who is assigned sees this session and its plan, and nobody’s name. Nothing else of the cohort is there for
					them.
				</p>
			</PageHeader>
			{observers.length === 0 ? (
				<p className="govuk-body">Nobody observes this session.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Who observes this session"
					captionClassName="govuk-visually-hidden"
					head={['Name', { content: <span className="govuk-visually-hidden">Change</span> }]}
					rows={observers.map(({ id, name }) => [
						name,
						<form key="end" method="post" action={paths.observersEnd(sessionId)}>
							<HiddenField name="staffId" value={id} />
							<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
								Take back<span className="govuk-visually-hidden"> from {name}</span>
							</Button>
						</form>,
					])}
				/>
			)}
			{possible.length === 0 ? (
				<p className="govuk-body">
					There is no other active observer. An administrator gives the role to somebody under Staff.
				</p>
			) : (
				<form method="post" noValidate>
					<SelectField
						form={form}
						name="staffId"
						label="Assign somebody"
						labelSize="s"
						options={[
							{ value: '', label: 'Choose an observer' },
							...possible.map(({ id, name }) => ({ value: id, label: name })),
						]}
					/>
					<Button preventDoubleClick>Assign</Button>
				</form>
			)}
		</>
	);
}
