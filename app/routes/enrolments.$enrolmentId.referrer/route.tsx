import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { isEmailAddress } from '#app/domain/people/contact-address.ts';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { optionalText, requiredText, shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { setReferrer } from '#app/use-cases/people/set-referrer.ts';
import { findReferrer } from '#db/queries/tasks/referrers.ts';

export const meta: MetaFunction = () => pageTitle('Referrer');

const STALE = 'Somebody set the referrer while you had the page open. Save again to put yours in its place';
const EMAIL = 'Enter an e-mail address in the form name@example.org, or leave it empty';
const referrerForm = z.object({
	version: shownVersion(),
	name: requiredText('Enter the referrer’s name'),
	agency: requiredText('Enter the agency that they work for', 200),
	email: optionalText(200).refine((email) => email === null || isEmailAddress(email), EMAIL),
});

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'referrer');
	const found = orNotFound(findReferrer(context.db, actor, asId<EnrolmentId>(params.enrolmentId!), 'write'));
	showsPeople(context, [found.person.personId]);
	return json(found);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'referrer');
	const enrolmentId = asId<EnrolmentId>(params.enrolmentId!);
	const { person } = orNotFound(findReferrer(context.db, actor, enrolmentId, 'write'));
	const read = await readForm(request, referrerForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = setReferrer(context, actor, { enrolmentId, ...read.value });
	if (outcome.done) return redirect(paths.person(person.personId, 'referrer'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, {});
	return answerStale(read.form, Number(outcome.details.version), STALE);
}

export default function Referrer() {
	const { enrolmentId, person, name, agency, email, version } = useLoaderData<typeof loader>();
	const values = { version: String(version), name: name ?? '', agency: agency ?? '', email: email ?? '' };
	const form = useActionData<{ form: FormState }>()?.form ?? { values, errors: {} };
	return (
		<>
			<BackLink href={paths.person(person.personId)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={`${person.name} (${person.reference})`} title="Referrer">
				<p className="govuk-body">
					Whom you tell of absences in a row and of the end of a place. Nothing is sent by itself.
				</p>
				<p className="govuk-body">
					<a className="govuk-link" href={paths.referrerContacts(enrolmentId)}>
						Contacts with the referrer
					</a>
				</p>
			</PageHeader>
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version')} />
				<TextField form={form} name="name" label="Name" autoComplete="off" spellCheck={false} />
				<TextField form={form} name="agency" label="Agency" autoComplete="off" />
				<TextField form={form} name="email" label="E-mail address (optional)" autoComplete="off" spellCheck={false} />
				<Button preventDoubleClick>Save the referrer</Button>
			</form>
		</>
	);
}
