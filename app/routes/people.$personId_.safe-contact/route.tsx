import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { setSafeContact } from '#app/use-cases/people/set-safe-contact.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { contactView, type SafeContactView } from './contact-view.ts';
import { contactForm, SENTENCES, staleForm } from './form.ts';
import { SafeContactPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Safe contact');

const SAID = {
	saved: 'The safe contact is saved. Messages that wait leave by it.',
	proposed: 'The safe contact is saved. It waits for a second person: no message leaves until a colleague confirms it.',
	confirmed: 'The safe contact is confirmed. Messages that wait leave by it.',
	ended: 'The safe contact is ended. No message leaves until there is another.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'safe-contact');
	const { view, form } = orNotFound(contactView(context, actor, asId<PersonId>(params.personId!)));
	return json({ view, form, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'safe-contact');
	const personId = asId<PersonId>(params.personId!);
	orNotFound(findPersonContact(context.db, actor, personId, 'write'));
	const read = await readForm(request, contactForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = setSafeContact(context, actor, { personId, ...read.value });
	if (outcome.done) {
		return redirect(paths.safeContact(personId, outcome.value.waitsForSecondPerson ? 'proposed' : 'saved'));
	}
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	const now = orNotFound(findPersonContact(context.db, actor, personId, 'write'));
	return formErrors(staleForm(read.form, now.contact), 409);
}

export default function SafeContact() {
	const loaded = useLoaderData() as { view: SafeContactView; form: FormState; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? loaded.form;
	return <SafeContactPage view={loaded.view} form={form} said={loaded.said} />;
}
