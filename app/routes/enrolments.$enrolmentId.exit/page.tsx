import { EXIT_REASON_GROUPS } from '#app/domain/attrition/exit-reasons.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { formatDate } from '#app/ui/format.ts';

type ExitPageProps = {
	readonly view: {
		readonly person: { readonly id: PersonId; readonly name: string; readonly reference: string };
		readonly cohort: string | null;
		readonly enrolledOn: CalendarDay;
		readonly isActive: boolean;
		/** Whether there is anybody outside who has to be told. */
		readonly opensTasks: boolean;
	};
	readonly form: FormState;
};

const REASONS = [
	{ value: '', label: 'Choose' },
	...EXIT_REASON_GROUPS.flatMap((group) =>
		group.reasons.map(({ code, label }) => ({ value: code, label: `${group.label}: ${label.toLowerCase()}` })),
	),
];

export function ExitPage({ view, form }: ExitPageProps) {
	const { person, cohort, enrolledOn, isActive, opensTasks } = view;
	return (
		<>
			<BackLink href={paths.person(person.id)} />
			<FormErrorSummary form={form} />
			<PageHeader
				caption={`${cohort} · ${person.reference} · enrolled on ${formatDate(enrolledOn)}`}
				title={`${person.name} leaves`}
			/>
			{isActive ? (
				<ExitForm name={person.name} opensTasks={opensTasks} form={form} />
			) : (
				<InsetText>This place has ended already.</InsetText>
			)}
		</>
	);
}

type ExitFormProps = { readonly name: string; readonly opensTasks: boolean; readonly form: FormState };

function ExitForm({ name, opensTasks, form }: ExitFormProps) {
	return (
		<>
			<p className="govuk-body">When you record this exit:</p>
			<ul className="govuk-list govuk-list--bullet">
				<li>{name} is taken off the register of every session after the last day;</li>
				<li>individual sessions that are booked for them and have not begun are given back;</li>
				<li>no more reminders leave for them;</li>
				{opensTasks && <li>whoever has to be told, such as the referrer, is: a task is opened for it;</li>}
				<li>what was recorded stays, and counts;</li>
				<li>the place is free for somebody else.</li>
			</ul>
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<DateField form={form} name="on" legend="Last day of the place" legendSize="s" />
				<RadiosField
					form={form}
					name="kind"
					legend="Who ended it?"
					legendSize="s"
					items={[
						{ value: 'left', label: 'The person left' },
						{ value: 'removed', label: 'The service ended the place' },
					]}
				/>
				<SelectField form={form} name="reason" label="Main reason" labelSize="s" options={REASONS} />
				<TextareaField
					form={form}
					name="note"
					label="In your own words"
					labelSize="s"
					hint="Needed for “something else”. Write nothing here that came from the other side of the family."
					rows={3}
				/>
				<Button variant="warning" preventDoubleClick>
					Record exit
				</Button>
			</form>
		</>
	);
}
