import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type PersonId, type SafeContactId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { textOf } from '#app/ui/form-state.ts';
import { confirmSafeContact } from '#app/use-cases/people/confirm-safe-contact.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';

const SENTENCES = {
	'changed-meanwhile':
		'Nothing was confirmed: somebody changed the safe contact while you had it open. Go back, open the page again and look at what stands now.',
	'own-record': 'Nothing was confirmed: you set this safe contact yourself. Ask a colleague to look at it.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'safe-contact');
	const personId = asId<PersonId>(params.personId!);
	orNotFound(findPersonContact(context.db, actor, personId, 'write'));
	return redirect(paths.safeContact(personId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'safe-contact');
	const personId = asId<PersonId>(params.personId!);
	const { values } = await readSentForm(request);
	const confirms = asId<SafeContactId>(textOf({ values, errors: {} }, 'confirms'));
	const outcome = confirmSafeContact(context, actor, { personId, confirms });
	if (outcome.done) return redirect(paths.safeContact(personId, 'confirmed'));
	if (outcome.code === 'not-found') throw notFound();
	// A colleague was faster: the page says so.
	if (outcome.code === 'already-confirmed') return redirect(paths.safeContact(personId));
	throw new Response(SENTENCES[outcome.code], { status: outcome.code === 'own-record' ? 422 : 409 });
}
