import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { endBothSides } from '#app/use-cases/access/decide-both-sides.ts';

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'write', 'both-sides-decision');
	return redirect(paths.decisions());
}

export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'both-sides-decision');
	if (!endBothSides(context, actor, asId<StaffId>(params.staffId!)).done) throw notFound();
	return redirect(paths.decisions('ended'));
}
