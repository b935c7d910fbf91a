import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type PersonId, type SafeContactId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { textOf } from '#app/ui/form-state.ts';
import { endSafeContact } from '#app/use-cases/people/end-safe-contact.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';

const CHANGED =
	'Nothing was ended: somebody changed the safe contact while you had it open. Go back, open the page again and look at what stands now.';

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
	const ends = asId<SafeContactId>(textOf({ values, errors: {} }, 'ends'));
	const outcome = endSafeContact(context, actor, { personId, ends });
	if (outcome.done) return redirect(paths.safeContact(personId, 'ended'));
	if (outcome.code === 'not-found') throw notFound();
	throw new Response(CHANGED, { status: 409 });
}
