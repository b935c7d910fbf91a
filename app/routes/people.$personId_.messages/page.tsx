import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { MessageTable } from '#app/ui/messages/message-table.tsx';
import type { PersonMessagesView } from './messages-view.ts';

type PageProps = { readonly view: PersonMessagesView; readonly said: string | null; readonly form: FormState };

/** What was sent to a person and what was not, what is next, and the one button that stops it all. */
export function PersonMessagesPage({ view, said, form }: PageProps) {
	const { personId, name, stop, next, messages, approving } = view;
	return (
		<>
			<BackLink href={paths.person(personId)}>{name}</BackLink>
			<Said sentence={said} />
			<FormErrorSummary form={form} />
			<PageHeader caption={name} title="Messages" />
			{stop ? (
				<InsetText>
					Nothing is sent to this person by itself. {stop.since}: “{stop.reason}”
				</InsetText>
			) : (
				<p className="govuk-body">{next}</p>
			)}
			{messages.length === 0 ? (
				<EmptyState title="No messages yet">They are planned eight days before a session, on joining ten.</EmptyState>
			) : (
				<MessageTable lines={messages} caption="Messages to this person, the latest first" approving={approving} />
			)}
			{stop ? <Resume /> : <Stop form={form} />}
		</>
	);
}

function Stop({ form }: Pick<PageProps, 'form'>) {
	return (
		<form method="post" noValidate className="no-print">
			<h2 className="govuk-heading-m">Stop all messages</h2>
			<p className="govuk-body measure">
				At once: what waits is let go, and nothing new leaves until somebody ends it here. Their place and their safe
				contact stay as they are.
			</p>
			<HiddenField name="turn" value="stop" />
			<TextareaField
				form={form}
				name="reason"
				label="Why is nothing to be sent?"
				hint="For example, they asked for it. Whoever may see their messages reads this."
				rows={2}
			/>
			<Button variant="warning" preventDoubleClick>
				Stop all messages
			</Button>
		</form>
	);
}

function Resume() {
	return (
		<form method="post" className="no-print">
			<h2 className="govuk-heading-m">Let messages leave again</h2>
			<p className="govuk-body measure">Each is judged anew: nothing leaves that is not safe now.</p>
			<HiddenField name="turn" value="resume" />
			<Button variant="secondary" preventDoubleClick>
				Let messages leave again
			</Button>
		</form>
	);
}
