import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { takeBackAcceptance } from '#app/use-cases/gaps/accept-gap.ts';
import { findGap } from '#app/use-cases/gaps/find-gap.ts';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task.lead');
	const key = params.gapKey!;
	const gap = orNotFound(findGap(context, actor, key));
	if (!gap.mayDecide) throw notFound();
	return redirect(paths.gapAcceptance(key));
}

export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task.lead');
	const outcome = takeBackAcceptance(context, actor, params.gapKey!);
	if (outcome.done) return redirect(paths.gaps('taken-back'));
	// Somebody else has taken it back meanwhile: the list shows that it is open.
	if (outcome.code === 'not-accepted') return redirect(paths.gaps());
	throw notFound();
}
