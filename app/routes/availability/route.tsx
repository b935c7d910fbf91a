import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { findFacilitator } from '#db/queries/team/staff-time.ts';

/** The way to one’s own hours, leave and accreditations, by an address that is the same for everybody. */
export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff-time');
	if (!findFacilitator(context.db, actor, actor.staffId, 'staff-time', 'write')) throw notFound();
	return redirect(paths.facilitator(actor.staffId));
}
