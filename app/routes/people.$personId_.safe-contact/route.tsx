import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isCurrent } from '#app/domain/people/safe-contact.ts';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { formatDate } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { setSafeContact } from '#app/use-cases/people/set-safe-contact.ts';
import { findPersonContact, type PersonContact } from '#db/queries/safe-contacts.ts';
import { contactForm, contactInWords, formOf, SENTENCES, staleForm } from './form.ts';
import { SafeContactPage, type SafeContactView } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Safe contact');

const SAID = {
	saved: 'The safe contact is saved. Messages that wait leave by it.',
	ended: 'The safe contact is ended. No message leaves until there is another.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'safe-contact');
	const found = orNotFound(findPersonContact(context.db, actor, asId<PersonId>(params.personId!), 'write'));
	const { contact } = found;
	showsPeople(context, [found.personId]);
	const today = dayOf(context.clock.now());
	const view: SafeContactView = {
		...personInWords(found),
		ends: contact?.id ?? null,
		held: contact && heldInWords(contact),
		isOverdue: contact !== null && !isCurrent(contact, today),
		said: said(request, SAID),
	};
	return json({ view, form: formOf(contact, today) });
}

function personInWords({ personId, name, reference }: PersonContact) {
	return { personId, person: `${name} (${reference})` };
}

function heldInWords(contact: NonNullable<PersonContact['contact']>): string {
	return `${contactInWords(contact)}; set by ${contact.setBy} on ${formatDate(dayOf(contact.setAt))}`;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'safe-contact');
	const personId = asId<PersonId>(params.personId!);
	orNotFound(findPersonContact(context.db, actor, personId, 'write'));
	const read = await readForm(request, contactForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = setSafeContact(context, actor, { personId, ...read.value });
	if (outcome.done) return redirect(paths.safeContact(personId, 'saved'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	const now = orNotFound(findPersonContact(context.db, actor, personId, 'write'));
	return formErrors(staleForm(read.form, now.contact), 409);
}

export default function SafeContact() {
	const { view, form: fresh } = useLoaderData() as { view: SafeContactView; form: FormState };
	const form = useActionData<{ form: FormState }>()?.form ?? fresh;
	return <SafeContactPage view={view} form={form} />;
}
