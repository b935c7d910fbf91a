import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { changeDuties } from '#app/use-cases/staff/change-duties.ts';
import { listPlaces } from '#db/queries/places.ts';
import { findStaffMember, type StaffRow } from '#db/queries/staff.ts';
import { dutiesForm, formOf, SENTENCES, staleSentence } from './form.ts';
import { StaffMemberPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Member of staff');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	const member = orNotFound(findStaffMember(context.db, actor, asId<StaffId>(params.staffId!)));
	const areas = listPlaces(context.db, actor).map(({ id, name }) => ({ id, name }));
	return json({ member, areas, isSelf: actor.staffId === member.id });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	const staffId = asId<StaffId>(params.staffId!);
	orNotFound(findStaffMember(context.db, actor, staffId));
	const read = await readForm(request, dutiesForm);
	if (!read.ok) return formErrors(read.form);
	const { areas: areaIds, ...duties } = read.value;
	const outcome = changeDuties(context, actor, { staffId, ...duties, areaIds });
	if (outcome.done) return redirect(paths.staff('changed'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	const now = outcome.details.now as StaffRow;
	return answerStale(read.form, now.version, staleSentence(now));
}

export default function StaffMember() {
	const { member, areas, isSelf } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? formOf(member);
	return <StaffMemberPage member={member} areas={areas} isSelf={isSelf} form={form} />;
}
