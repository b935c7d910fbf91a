import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type BrokenGlassId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { endOpening } from '#app/use-cases/openings/end-opening.ts';
import { isOwnOpening } from '#db/queries/access/openings.ts';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'opening');
	if (!isOwnOpening(context.db, actor, asId<BrokenGlassId>(params.openingId!))) throw notFound();
	return redirect(paths.people());
}

export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'opening');
	const outcome = endOpening(context, actor, asId<BrokenGlassId>(params.openingId!));
	if (!outcome.done) throw notFound();
	return redirect(paths.people('closed'));
}
