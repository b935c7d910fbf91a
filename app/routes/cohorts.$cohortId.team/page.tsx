import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import type { TeamView } from './team-view.ts';

type TeamPageProps = { readonly view: TeamView; readonly said: string | null; readonly form: FormState };

export function TeamPage({ view, said, form }: TeamPageProps) {
	const { cohortId, cohort, terms, change } = view;
	return (
		<>
			<BackLink href={paths.cohort(cohortId)}>{cohort}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={cohort} title="Team" />
			<Table
				stacked
				firstCellIsHeader
				caption="Who is on the team, and who was"
				captionClassName="govuk-visually-hidden"
				head={['Name', 'Duty', 'From', 'Until']}
				rows={terms.map(({ name, duty, from, until }) => [name, duty, from, until])}
			/>
			<Covers view={view} />
			<Continuity view={view} />
			{change && <ChangeForm possible={change.possible} form={form} />}
		</>
	);
}

function Covers({ view: { covers } }: { readonly view: TeamView }) {
	if (covers.length === 0) return null;
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Cover for sessions to come"
			captionSize="m"
			head={['Who', 'In place of', 'Session', 'State']}
			rows={covers.map(({ covering, absent, session, day, state }) => [covering, absent, `${session}, ${day}`, state])}
		/>
	);
}

function Continuity({ view: { continuity } }: { readonly view: TeamView }) {
	const { held, changes, facilitators } = continuity;
	if (held === 0) return null;
	return (
		<section>
			<Table
				stacked
				firstCellIsHeader
				caption="Who delivered"
				captionSize="m"
				head={['Name', 'Sessions']}
				rows={facilitators.map(({ name, delivered }) => [name, `${delivered} of ${held}`])}
			/>
			<p className="govuk-body">
				{changes === 0
					? `The same people delivered each of the ${formatCount('session', held)} that went ahead.`
					: `The team was another than at the session before ${formatCount('time', changes)}, over ${formatCount('session', held)} that went ahead.`}
			</p>
		</section>
	);
}

type ChangeFormProps = {
	readonly possible: NonNullable<TeamView['change']>['possible'];
	readonly form: FormState;
};

function ChangeForm({ possible, form }: ChangeFormProps) {
	const people = possible.map(({ id, name }) => ({ value: id, label: name }));
	return (
		<form method="post" noValidate>
			<h2 className="govuk-heading-m">Change the team</h2>
			<p className="govuk-body">
				Sessions from the day on get the new team, with calendars and registers. What was delivered before stays as it
				was.
			</p>
			<HiddenField name="shown" value={textOf(form, 'shown')} />
			<SelectField
				form={form}
				name="leadId"
				label="Lead facilitator"
				options={[{ value: '', label: 'Choose who leads' }, ...people]}
			/>
			<CheckboxesField form={form} name="coFacilitatorIds" legend="Co-facilitators" items={people} />
			<DateField form={form} name="from" legend="From which day on?" />
			{form.errors.covers && (
				<RadiosField
					form={form}
					name="covers"
					legend="What becomes of the cover?"
					items={[
						{ value: 'keep', label: 'Keep it: they stand in as agreed' },
						{ value: 'end', label: 'End it: the new team delivers these sessions' },
					]}
				/>
			)}
			<Button preventDoubleClick>Change the team</Button>
		</form>
	);
}
