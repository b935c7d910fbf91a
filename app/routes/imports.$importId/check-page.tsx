import type { ImportId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { SessionStrip } from '#app/ui/blocks/session-strip.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import { BroughtInFigures, BroughtInParts } from './brought-in.tsx';
import type { BlockedView, CheckView } from './check-view.ts';

type CheckPageProps = { readonly view: CheckView; readonly form: FormState; readonly importId: ImportId };

export function CheckPage({ view, form, importId }: CheckPageProps) {
	const { name, facts, sessions, strip, clashing } = view;
	return (
		<>
			<BackLink href={paths.importStep(importId, 'cohort')} />
			<FormErrorSummary form={form} />
			<PageHeader caption={`Step 3 of 3, ${view.fileName}`} title={`Check before you import: ${name}`}>
				<p className="govuk-body-l">Nothing is brought in yet.</p>
				<SessionStrip sessions={strip} label="The sessions as they would be" />
			</PageHeader>
			{clashing > 0 && (
				<WarningText>
					{formatCount('session', clashing)} to come cannot be held as planned. Change the place, the time or the team.
				</WarningText>
			)}
			<BroughtInFigures view={view.broughtIn} />
			<BroughtInParts view={view.broughtIn} />
			<Details summary="Every session" open={clashing > 0}>
				<SessionsTable sessions={sessions} />
			</Details>
			<h2 className="govuk-heading-m">The cohort</h2>
			<SummaryList rows={facts} />
			<ImportForm view={view} form={form} importId={importId} />
		</>
	);
}

function ImportForm({ view: { clashing, fewFacilitators, fingerprint }, form, importId }: CheckPageProps) {
	return (
		<form method="post">
			<HiddenField name="fingerprint" value={fingerprint} />
			{clashing === 0 && fewFacilitators && (
				<CheckboxesField
					form={form}
					name="accept"
					legend={`The programme wants ${fewFacilitators.wanted} facilitators and this team has ${fewFacilitators.named}`}
					legendSize="s"
					items={[{ value: 'yes', label: 'I know, and will find more before the next session' }]}
				/>
			)}
			<div className="govuk-button-group">
				{clashing === 0 && <Button preventDoubleClick>Import</Button>}
				<a className="govuk-link" href={paths.importStep(importId, 'cohort')}>
					Change the cohort
				</a>
				<a className="govuk-link" href={paths.import(importId)}>
					Change how it was read
				</a>
				<a className="govuk-link" href={paths.importUndo(importId)}>
					Delete this file
				</a>
			</div>
		</form>
	);
}

function SessionsTable({ sessions }: Pick<CheckView, 'sessions'>) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Every session"
			captionClassName="govuk-visually-hidden"
			head={['Session', 'Date', 'What becomes of it']}
			rows={sessions.map(({ label, column, day, state, moved, clashes }) => [
				<span key="session">
					{label}
					<span className="figure-note">{column ?? 'not in the register: laid out'}</span>
				</span>,
				day,
				<span key="state">
					{state}
					{moved && <span className="figure-note">{moved}</span>}
					{clashes.map((clash) => (
						<span key={clash} className="plan-clash">
							<Tag colour="red">Clash</Tag> {clash}
						</span>
					))}
				</span>,
			])}
		/>
	);
}

/** The register cannot become the cohort that was chosen. */
export function BlockedPage({ view, importId }: { readonly view: BlockedView; readonly importId: ImportId }) {
	return (
		<>
			<BackLink href={paths.imports()} />
			<PageHeader caption={`Step 3 of 3, ${view.fileName}`} title="This cannot be imported as it is" />
			<WarningText>{view.sentence}.</WarningText>
			<div className="govuk-button-group">
				<ButtonLink href={paths.importStep(importId, 'cohort')}>Change the cohort</ButtonLink>
				<a className="govuk-link" href={paths.import(importId)}>
					Change how it was read
				</a>
			</div>
		</>
	);
}
