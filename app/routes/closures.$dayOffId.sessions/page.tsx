import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import { MovesTable } from '#app/ui/schedule/moves-table.tsx';
import type { CohortMoves, MovesView } from './moves-view.ts';

type MovesPageProps = {
	readonly view: MovesView;
	readonly said: string | null;
	readonly form: FormState | undefined;
};

/** What days off hit, with the old and the new time of every session side by side, and one button that moves them. */
export function MovesPage({ view, said, form = EMPTY_FORM }: MovesPageProps) {
	const { waits, kind, label, days, back, cohorts, sessions, fingerprint } = view;
	const movable = cohorts.filter(({ canMove }) => canMove);
	return (
		<>
			<BackLink href={back} />
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={`${kind}: ${label}`} title="Sessions on these days">
				{waits === null ? (
					<p className="govuk-body-l">
						{days}.{' '}
						{sessions === 0
							? 'No session that you can move is on them.'
							: `${formatCount('session', sessions)} of ${formatCount('cohort', cohorts.length)}.`}
					</p>
				) : (
					<InsetText>{waits}.</InsetText>
				)}
			</PageHeader>
			{cohorts.map((cohort) => (
				<CohortSection key={cohort.id} cohort={cohort} />
			))}
			{movable.length > 0 && (
				<form method="post" noValidate>
					<HiddenField name="fingerprint" value={fingerprint} />
					<CheckboxesField
						form={form.values.fingerprint === undefined ? { ...form, values: { cohortId: view.ticked } } : form}
						name="cohortId"
						legend="Which cohorts are to move?"
						hint="All of their sessions above move together. What is held, marked or booked for one person stays."
						items={movable.map(({ id, name, lines, isReady }) => ({
							value: id,
							label: name,
							hint: `${formatCount('session', lines.length)} to move${isReady ? '' : '. They would clash'}`,
						}))}
					/>
					<Button preventDoubleClick>Move these sessions</Button>
				</form>
			)}
		</>
	);
}

function CohortSection({ cohort: { name, href, problem, lines, stays } }: { readonly cohort: CohortMoves }) {
	return (
		<>
			<h2 className="govuk-heading-m">
				<a className="govuk-link" href={href}>
					{name}
				</a>
			</h2>
			{problem && <InsetText>{problem}</InsetText>}
			{stays.map(({ name: session, when }) => (
				<InsetText key={`${session} ${when}`}>
					{session}, {when}, stays: something is recorded of it already, or it is booked for single people. Change it on
					its own page.
				</InsetText>
			))}
			{lines.length > 0 && <MovesTable caption={`How the sessions of ${name} would move`} lines={lines} />}
		</>
	);
}
