import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { changeTeam } from '#app/use-cases/team/change-team.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { SENTENCES, teamForm } from './form.ts';
import { TeamPage } from './page.tsx';
import { readTeamView, type TeamView } from './team-view.ts';

export const meta: MetaFunction = () => pageTitle('Team');

const SAID = { changed: 'The team is changed. Calendars and registers follow.' };

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'cohort');
	const view = orNotFound(readTeamView(context, actor, asId<CohortId>(params.cohortId!)));
	return json({ view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort');
	const cohortId = asId<CohortId>(params.cohortId!);
	if (!mayOn(context.db, actor, 'write', 'cohort', cohortId)) throw notFound();
	const read = await readForm(request, teamForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = changeTeam(context, actor, { cohortId, ...read.value });
	return outcome.done ? redirect(paths.team(cohortId, 'changed')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function Team() {
	const { view, said: sentence } = useLoaderData() as { view: TeamView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? view.change?.form ?? EMPTY_FORM;
	return <TeamPage view={view} said={sentence} form={form} />;
}
