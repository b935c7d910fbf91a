import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type LeaveId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { textOf } from '#app/ui/form-state.ts';
import { removeLeave } from '#app/use-cases/team/keep-staff-time.ts';
import { findFacilitator } from '#db/queries/team/staff-time.ts';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff-time');
	const staffId = asId<StaffId>(params.facilitatorId!);
	orNotFound(findFacilitator(context.db, actor, staffId, 'staff-time', 'write'));
	return redirect(paths.facilitator(staffId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff-time');
	const staffId = asId<StaffId>(params.facilitatorId!);
	const { values } = await readSentForm(request);
	const leaveId = asId<LeaveId>(textOf({ values, errors: {} }, 'leaveId'));
	if (!removeLeave(context, actor, { staffId, leaveId }).done) throw notFound();
	return redirect(paths.facilitator(staffId, 'leave-taken-back'));
}
