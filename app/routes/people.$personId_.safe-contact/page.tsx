import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { TimeField } from '#app/ui/fields/time-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';

export type SafeContactView = {
	readonly personId: PersonId;
	readonly person: string;
	/** The record that the button ends; null when nothing is held. */
	readonly ends: SafeContactId | null;
	/** What is held now, in a sentence, with who set it; null when nothing is. */
	readonly held: string | null;
	readonly isOverdue: boolean;
	readonly said: string | null;
};

export function SafeContactPage({ view, form }: { readonly view: SafeContactView; readonly form: FormState }) {
	return (
		<>
			<BackLink href={paths.person(view.personId)} />
			<Said sentence={view.said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={view.person} title="Safe contact">
				<p className="govuk-body">
					Agree this with the person, and check it again each time you speak. Without a safe contact, or once its review
					day has passed, no message leaves.
				</p>
			</PageHeader>
			<Held view={view} />
			<form method="post" noValidate>
				<HiddenField name="replaces" value={textOf(form, 'replaces')} />
				<TextField
					form={form}
					name="address"
					label="Email address"
					labelSize="m"
					hint="Only an address that nobody else reads. Nothing is ever written to an address that you replace."
					type="email"
					width={30}
					autoComplete="off"
					spellCheck={false}
				/>
				<CheckboxesField
					form={form}
					name="days"
					legend="Days on which a message is safe"
					legendSize="m"
					small
					items={WEEKDAYS.map((day) => ({ value: day, label: `${day[0]!.toUpperCase()}${day.slice(1)}` }))}
				/>
				<TimeField form={form} name="from" label="Safe from" labelSize="m" />
				<TimeField form={form} name="until" label="Safe until" labelSize="m" />
				<DateField
					form={form}
					name="review"
					legend="Check it again by"
					legendSize="m"
					hint="Four weeks ahead unless you choose another day, and at most a year."
				/>
				<Button preventDoubleClick>Save safe contact</Button>
			</form>
		</>
	);
}

function Held({ view: { personId, ends, held, isOverdue } }: { readonly view: SafeContactView }) {
	if (held === null) return <InsetText>There is no safe contact, so no message leaves.</InsetText>;
	return (
		<InsetText>
			<p className="govuk-body">
				{isOverdue && <strong>Past its review day, so no message leaves. </strong>}
				Now: {held}.
			</p>
			<form method="post" action={paths.safeContactEnd(personId)}>
				<HiddenField name="ends" value={ends ?? ''} />
				<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
					End it: no more messages
				</Button>
			</form>
		</InsetText>
	);
}
