import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type AccreditationId, asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { textOf } from '#app/ui/form-state.ts';
import { removeAccreditation } from '#app/use-cases/team/keep-accreditations.ts';
import { findFacilitator } from '#db/queries/team/staff-time.ts';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'accreditation');
	const staffId = asId<StaffId>(params.facilitatorId!);
	orNotFound(findFacilitator(context.db, actor, staffId, 'accreditation', 'write'));
	return redirect(paths.facilitator(staffId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'accreditation');
	const staffId = asId<StaffId>(params.facilitatorId!);
	const { values } = await readSentForm(request);
	const accreditationId = asId<AccreditationId>(textOf({ values, errors: {} }, 'accreditationId'));
	if (!removeAccreditation(context, actor, { staffId, accreditationId }).done) throw notFound();
	return redirect(paths.facilitator(staffId, 'taken-out'));
}
