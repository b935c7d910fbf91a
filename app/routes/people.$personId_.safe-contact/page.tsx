import { CONTACT_CHANNELS } from '#app/domain/people/contact-address.ts';
import { ENGLISH } from '#app/domain/reminders/wording/message-language.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { TimeField } from '#app/ui/fields/time-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { CHANNEL_NAMES } from '#app/ui/people/contact-words.ts';
import type { SafeContactView } from './contact-view.ts';

type SafeContactPageProps = {
	readonly view: SafeContactView;
	readonly form: FormState;
	readonly said: string | null;
};

export function SafeContactPage({ view, form, said }: SafeContactPageProps) {
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.person(view.personId)} />
				<Said sentence={said} />
				<FormErrorSummary form={form} />
				<PageHeader caption={view.person} title="Safe contact">
					<p className="govuk-body">
						Agree this with the person, and check it again each time you speak. Without a safe contact, or once its
						review day has passed, no message leaves.
						{view.needsSecondPerson && ' Each change waits for a second person, who confirms it.'}
					</p>
				</PageHeader>
				<Held view={view} />
				<ContactForm form={form} languages={view.languages} />
				{view.history.length > 0 && <History history={view.history} />}
			</div>
		</div>
	);
}

function ContactForm({ form, languages }: Pick<SafeContactView, 'languages'> & { readonly form: FormState }) {
	return (
		<form method="post" noValidate>
			<HiddenField name="replaces" value={textOf(form, 'replaces')} />
			<RadiosField
				form={form}
				name="channel"
				legend="How it is safe to reach them"
				legendSize="m"
				small
				items={CONTACT_CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_NAMES[channel] }))}
			/>
			<TextField
				form={form}
				name="address"
				label="Email address or phone number"
				labelSize="m"
				hint="Only one that nobody else reads or answers. Nothing is ever sent to one that you replace."
				width={30}
				autoComplete="off"
				spellCheck={false}
			/>
			{languages.length > 0 && (
				<RadiosField
					form={form}
					name="language"
					legend="Language of messages"
					legendSize="m"
					hint="A message that nobody has approved in this language leaves in English."
					small
					items={[{ value: ENGLISH, label: 'English' }, ...languages]}
				/>
			)}
			<Moments form={form} />
			<OnThePhone form={form} />
			<DateField
				form={form}
				name="review"
				legend="Check it again by"
				legendSize="m"
				hint="Four weeks ahead unless you choose another day, and at most a year."
			/>
			<Button preventDoubleClick>Save safe contact</Button>
		</form>
	);
}

function Moments({ form }: { readonly form: FormState }) {
	return (
		<>
			<CheckboxesField
				form={form}
				name="days"
				legend="Days on which it is safe"
				legendSize="m"
				small
				items={WEEKDAYS.map((day) => ({ value: day, label: `${day[0]!.toUpperCase()}${day.slice(1)}` }))}
			/>
			<TimeField form={form} name="from" label="Safe from" labelSize="m" />
			<TimeField form={form} name="until" label="Safe until" labelSize="m" />
		</>
	);
}

function OnThePhone({ form }: { readonly form: FormState }) {
	return (
		<>
			<CheckboxesField
				form={form}
				name="phone"
				legend="When somebody rings"
				legendSize="m"
				hint="Tick only what the person agreed to."
				small
				items={[
					{ value: 'voicemail', label: 'A voicemail is safe' },
					{ value: 'naming', label: 'We may say which organisation rings' },
					{ value: 'number', label: 'Our number may show' },
				]}
			/>
			<TextField
				form={form}
				name="codeWord"
				label="Code word (if you agreed one)"
				labelSize="m"
				hint="A word by which both know who is on the line."
				width={20}
				autoComplete="off"
				spellCheck={false}
			/>
		</>
	);
}

function Held({ view: { personId, id, held, warning, confirms } }: Pick<SafeContactPageProps, 'view'>) {
	if (held === null || id === null) return <InsetText>There is no safe contact, so no message leaves.</InsetText>;
	return (
		<InsetText>
			{warning && (
				<p className="govuk-body">
					<strong>{warning}</strong>
				</p>
			)}
			<p className="govuk-body">
				Now: {held.sentence}. {held.rules.join(' ')}
			</p>
			{confirms === 'somebody-else' && (
				<p className="govuk-body">You set it, so a colleague has to look at it and confirm it.</p>
			)}
			{confirms === 'you' && (
				<form method="post" action={paths.safeContactConfirmation(personId)}>
					<HiddenField name="confirms" value={id} />
					<Button preventDoubleClick>I looked at it, and it is right</Button>
				</form>
			)}
			<form method="post" action={paths.safeContactEnd(personId)}>
				<HiddenField name="ends" value={id} />
				<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
					End it: no more messages
				</Button>
			</form>
		</InsetText>
	);
}

function History({ history }: Pick<SafeContactView, 'history'>) {
	return (
		<Details summary="What held before">
			<Table
				stacked
				firstCellIsHeader
				caption="Safe contacts that ended, the latest first"
				captionClassName="govuk-visually-hidden"
				head={['What', 'Set', 'Ended']}
				rows={history.map(({ what, set, ended }) => [what, set, ended])}
			/>
		</Details>
	);
}
