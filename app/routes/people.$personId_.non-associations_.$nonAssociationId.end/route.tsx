import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type NonAssociationId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { endNonAssociation } from '#app/use-cases/families/end-non-association.ts';
import { findPerson } from '#db/queries/people.ts';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'non-association');
	const { personId } = orNotFound(findPerson(context.db, actor, asId<PersonId>(params.personId!)));
	return redirect(paths.nonAssociations(personId));
}

export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'non-association');
	const personId = asId<PersonId>(params.personId!);
	const id = asId<NonAssociationId>(params.nonAssociationId!);
	if (!endNonAssociation(context, actor, { personId, id }).done) throw notFound();
	return redirect(paths.nonAssociations(personId, 'ended'));
}
