import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { shownVersion } from '#app/http/form-fields.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { liftRestriction } from '#app/use-cases/access/restrict-person.ts';
import { findRestriction } from '#db/queries/access/restrictions.ts';

const CHANGED =
	'Nothing was lifted: somebody changed who may see the name while you had it open. Go back, open the page again and look at what stands now.';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'restriction');
	const { personId } = orNotFound(findRestriction(context.db, actor, asId<PersonId>(params.personId!)));
	return redirect(paths.restriction(personId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'restriction');
	const personId = asId<PersonId>(params.personId!);
	orNotFound(findRestriction(context.db, actor, personId));
	const read = await readForm(request, z.object({ version: shownVersion() }));
	if (!read.ok) throw new Response(CHANGED, { status: 400 });
	const outcome = liftRestriction(context, actor, { personId, version: read.value.version });
	if (outcome.done) return redirect(paths.restriction(personId, 'lifted'));
	if (outcome.code === 'not-found') throw notFound();
	throw new Response(CHANGED, { status: 409 });
}
