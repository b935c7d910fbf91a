import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { SessionStrip } from '#app/ui/blocks/session-strip.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TypedAgain } from '#app/ui/fields/typed-again.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount, formatDay } from '#app/ui/format.ts';
import { STEP_FIELDS } from './form.ts';
import type { PlanLine, PlanView } from './plan-view.ts';

type PlanPageProps = { readonly plan: PlanView; readonly form: FormState; readonly planId: string };

export function PlanPage({ plan, form, planId }: PlanPageProps) {
	const { name, facts, lines, strip, firstDay, lastDay, notes, clashing, warnings } = plan;
	return (
		<>
			<FormErrorSummary form={form} />
			<PageHeader caption="Not saved yet" title={`${name}: every date`}>
				<p className="govuk-body-l">
					{firstDay && lastDay ? `From ${formatDay(firstDay)} to ${formatDay(lastDay)}. ` : ''}
					{plan.skippedDays === 0 ? 'No day is skipped.' : `${formatCount('day', plan.skippedDays)} skipped.`}
				</p>
				<SessionStrip sessions={strip} label="The sessions as they would be" />
			</PageHeader>
			{clashing > 0 && (
				<WarningText>
					{formatCount('session', clashing)} cannot be held as planned. Change the day, the time, the place or the team,
					or save a draft: nobody can get a place in it until nothing is in its way.
				</WarningText>
			)}
			{notes.map((note) => (
				<InsetText key={note}>{note}</InsetText>
			))}
			<DatesTable lines={lines} />
			<h2 className="govuk-heading-m">The cohort</h2>
			<SummaryList rows={facts} />
			<form method="post">
				<TypedAgain form={form} except={STEP_FIELDS} />
				<HiddenField name="fingerprint" value={plan.fingerprint} />
				<HiddenField name="planId" value={planId} />
				{clashing === 0 && warnings.length > 0 && (
					<CheckboxesField
						form={form}
						name="accept"
						legend={warnings.join('. ')}
						legendSize="s"
						items={[{ value: 'yes', label: 'I know, and will put it right before the first session' }]}
					/>
				)}
				<div className="govuk-button-group">
					{clashing === 0 && (
						<Button name="intent" value="save" preventDoubleClick>
							Save cohort
						</Button>
					)}
					<Button name="intent" value="change" variant={clashing === 0 ? 'secondary' : undefined}>
						Change something
					</Button>
					{clashing > 0 && (
						<Button name="intent" value="save-draft" variant="secondary" preventDoubleClick>
							Save as a draft
						</Button>
					)}
				</div>
			</form>
		</>
	);
}

function DatesTable({ lines }: { readonly lines: readonly PlanLine[] }) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Every date"
			captionSize="m"
			head={['Session', 'When', 'To know']}
			rows={lines.map((line) => (line.kind === 'session' ? sessionRow(line) : skippedRow(line)))}
		/>
	);
}

function sessionRow({ number, title, day, times, clashes }: PlanLine & { readonly kind: 'session' }) {
	const note = clashes.length > 0 ? <Clashes key="clashes" clashes={clashes} /> : NOTHING;
	return [<SessionName key="name" number={number} title={title} />, day ? `${formatDay(day)}, ${times}` : times, note];
}

function skippedRow({ day, why }: PlanLine & { readonly kind: 'skipped' }) {
	return [
		<span key="name" className="quiet">
			No session
		</span>,
		<s key="when" className="quiet">
			{formatDay(day)}
		</s>,
		<span key="why" className="quiet">
			{why}
		</span>,
	];
}

const NOTHING = { content: '', className: 'table__cell--empty' };

/** The number always, and the title where it says more. */
function SessionName({ number, title }: { readonly number: number; readonly title: string }) {
	const plain = `Session ${number}`;
	return title === plain ? plain : `${plain}: ${title}`;
}

function Clashes({ clashes }: { readonly clashes: readonly string[] }) {
	return (
		<span>
			{clashes.map((clash) => (
				<span key={clash} className="plan-clash">
					<Tag colour="red">Clash</Tag> {clash}
				</span>
			))}
		</span>
	);
}
