import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { endSafeContact } from '#app/use-cases/people/end-safe-contact.ts';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	requireAccess(request, context, 'write', 'safe-contact');
	return redirect(paths.safeContact(asId<PersonId>(params.personId!)));
}

export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'safe-contact');
	const personId = asId<PersonId>(params.personId!);
	const outcome = endSafeContact(context, actor, { personId });
	if (!outcome.done) throw notFound();
	return redirect(paths.safeContact(personId, 'ended'));
}
