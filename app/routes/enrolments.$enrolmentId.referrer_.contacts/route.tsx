import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordReferrerContact } from '#app/use-cases/people/record-referrer-contact.ts';
import { contactForm, contactsView, SENTENCES } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Contacts with the referrer');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'referrer');
	const view = orNotFound(contactsView(context, actor, asId<EnrolmentId>(params.enrolmentId!)));
	return json({ view, said: said(request, { added: 'Saved. The contact is recorded.' }) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'referrer');
	const enrolmentId = asId<EnrolmentId>(params.enrolmentId!);
	orNotFound(contactsView(context, actor, enrolmentId));
	const read = await readForm(request, contactForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = recordReferrerContact(context, actor, { enrolmentId, ...read.value });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.referrerContacts(enrolmentId, 'added'));
}

export default function ReferrerContacts() {
	const { view, said: sentence } = useLoaderData<typeof loader>();
	const { caption, personHref, referrer, referrerHref, contacts } = view;
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={personHref} />
			<Said sentence={sentence} />
			<FormErrorSummary form={form} />
			<PageHeader caption={caption} title="Contacts with the referrer">
				<p className="govuk-body">
					{referrer ?? 'Nobody is recorded as the referrer yet.'}{' '}
					<a className="govuk-link" href={referrerHref}>
						{referrer ? 'Change the referrer' : 'Set the referrer'}
					</a>
				</p>
			</PageHeader>
			{contacts.length === 0 ? (
				<p className="govuk-body">No contact is recorded yet.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Recorded so far"
					captionSize="m"
					head={['When', 'By', 'What was said']}
					rows={contacts.map(({ id, on, by, words }) => [
						on,
						by,
						<span key={id} className="typed-text">
							{words}
						</span>,
					])}
				/>
			)}
			<h2 className="govuk-heading-m">Add a contact</h2>
			<form method="post" noValidate>
				<DateField form={form} name="on" legend="When" legendSize="s" />
				<TextareaField
					form={form}
					name="words"
					label="What was said of goals and progress"
					hint="Facts only, from what you know of this side. It is kept and cannot be changed: add another to put it right."
					rows={4}
				/>
				<Button preventDoubleClick>Add the contact</Button>
			</form>
		</>
	);
}
