import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TypedAgain } from '#app/ui/fields/typed-again.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import { AskedFields } from '#app/ui/schedule/asked-fields.tsx';
import { MovesTable } from '#app/ui/schedule/moves-table.tsx';
import { PatternFields } from '#app/ui/schedule/pattern-fields.tsx';
import { STEP_FIELDS } from './form.ts';
import type { PatternLook, PatternStart } from './pattern-view.ts';

type PatternPageProps = { readonly start: PatternStart; readonly form: FormState };

/** Step one: the new pattern, who asked and why. */
export function PatternPage({ start: { cohortId, caption, hasBegun, slots }, form }: PatternPageProps) {
	return (
		<>
			<BackLink href={paths.cohort(cohortId)} />
			<FormErrorSummary form={form} />
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<PageHeader caption={caption} title="Change the pattern">
						<p className="govuk-body">
							Sessions that have started or have a mark stay where they are. The others get their dates anew, also those
							that were moved one by one. You see every date before anything is saved.
						</p>
					</PageHeader>
					{slots > 2 && (
						<InsetText>
							It meets {slots} times a week now. This form holds two: the others end when the new pattern is saved.
						</InsetText>
					)}
					<form method="post" noValidate>
						<DateField
							form={form}
							name="from"
							legend={hasBegun ? 'First day of the new pattern' : 'Earliest start'}
							legendSize="s"
							hint="The next session is on this day or the next weekday that fits, and never before today. For example, 4 5 2026"
						/>
						<PatternFields form={form} />
						<AskedFields form={form} />
						<Button name="intent" value="look" preventDoubleClick>
							Show the dates
						</Button>
					</form>
				</div>
			</div>
		</>
	);
}

type LookPageProps = PatternPageProps & { readonly look: PatternLook };

/** Step two: previous and new dates side by side. */
export function LookPage({ start: { caption }, look: { lines, skipped, hasClash, fingerprint }, form }: LookPageProps) {
	return (
		<>
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title="Check the new dates">
				<p className="govuk-body">
					Nothing is saved yet.{' '}
					{lines.length === 0 ? 'No session gets another date.' : `${formatCount('session', lines.length)} would move.`}
				</p>
			</PageHeader>
			{hasClash && <WarningText>Some of these dates are not possible. Change the pattern.</WarningText>}
			{lines.length > 0 && <MovesTable caption="Previous and new dates" lines={lines} />}
			{skipped.map((sentence) => (
				<p key={sentence} className="govuk-body">
					{sentence}
				</p>
			))}
			<form method="post" noValidate>
				<TypedAgain form={form} except={STEP_FIELDS} />
				<HiddenField name="fingerprint" value={fingerprint} />
				<div className="govuk-button-group">
					{!hasClash && (
						<Button name="intent" value="save" preventDoubleClick>
							Save the new pattern
						</Button>
					)}
					<Button name="intent" value="change" variant={hasClash ? undefined : 'secondary'}>
						Change something
					</Button>
				</div>
			</form>
		</>
	);
}
