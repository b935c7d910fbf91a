import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { type EnrolmentRow, findEnrolment } from '#db/queries/enrolments.ts';
import { exitForm, SENTENCES } from './form.ts';
import { ExitPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Record an exit');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'exit');
	const enrolment = orNotFound(
		findEnrolment(context.db, actor, asId<EnrolmentId>(params.enrolmentId!), 'write', 'exit'),
	);
	showsPeople(context, [enrolment.personId]);
	return json({ ...exitView(enrolment), today: dayOf(context.clock.now()) });
}

function exitView({ personId, name, reference, cohort, side, enrolledOn, version, state }: EnrolmentRow) {
	const person = { id: personId, name, reference };
	return { person, cohort, enrolledOn, version, isActive: isActive(state), opensTasks: side !== 'professional' };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'exit');
	const enrolmentId = asId<EnrolmentId>(params.enrolmentId!);
	const { personId } = orNotFound(findEnrolment(context.db, actor, enrolmentId, 'write', 'exit'));
	const read = await readForm(request, exitForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = recordExit(context, actor, { enrolmentId, ...read.value });
	return outcome.done ? redirect(paths.person(personId, 'exited')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function ExitRoute() {
	const view = useLoaderData<typeof loader>();
	const [year, month, day] = view.today.split('-').map((part) => String(Number(part)));
	const fresh = {
		values: { version: String(view.version), 'on-day': day!, 'on-month': month!, 'on-year': year! },
		errors: {},
	};
	const form = useActionData<{ form: FormState }>()?.form ?? fresh;
	return <ExitPage view={view} form={form} />;
}
