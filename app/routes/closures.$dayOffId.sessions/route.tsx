import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import type { DayOffId } from '#app/domain/scheduling/day-off.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { moveSessionsOut } from '#app/use-cases/places/move-sessions-out.ts';
import { moveForm, SENTENCES } from './form.ts';
import { movesView } from './moves-view.ts';
import { MovesPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Sessions on closed days');

const SAID = {
	added: 'It is added. Cohorts that are laid out from now on keep clear of it.',
	moved: 'The sessions are moved. Reminders and calendars follow by themselves.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'closures');
	requireAccess(request, context, 'write', 'session');
	const view = orNotFound(movesView(context, actor, asId<DayOffId>(params.dayOffId!)));
	return json({ ...view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'closures');
	requireAccess(request, context, 'write', 'session');
	const dayOffId = asId<DayOffId>(params.dayOffId!);
	const read = await readForm(request, moveForm);
	if (!read.ok) return formErrors(read.form);
	const { cohortId: cohortIds, fingerprint } = read.value;
	const outcome = moveSessionsOut(context, actor, { dayOffId, cohortIds, fingerprint });
	return outcome.done
		? redirect(paths.dayOffSessions(dayOffId, 'moved'))
		: answerRefusal(outcome, read.form, SENTENCES);
}

export default function DayOffSessions() {
	const { said: sentence, ...view } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form;
	return <MovesPage view={view} said={sentence} form={form} />;
}
