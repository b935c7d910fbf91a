import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readSentForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { readVersionAt } from '#app/use-cases/programmes/read-version.ts';
import { writeVersionPlan } from '#app/use-cases/programmes/write-version-plan.ts';
import { readPlanForm, SENTENCES, STALE } from './form.ts';
import { PlanPage } from './page.tsx';
import { planView } from './plan-view.ts';

export const meta: MetaFunction = () => pageTitle('Write a session plan');

const SAID = { saved: 'The session plan is saved.', unchanged: 'Everything on this page was saved already.' };
type Params = LoaderFunctionArgs['params'];

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	const found = orNotFound(readVersionAt(context, actor, params.programmeId!, versionIdOf(params)));
	const view = orNotFound(planView(params.programmeId!, found, params.planNumber!));
	return { ...view, said: said(request, SAID) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	const versionId = versionIdOf(params);
	const found = orNotFound(readVersionAt(context, actor, params.programmeId!, versionId));
	const { planNumber } = orNotFound(planView(params.programmeId!, found, params.planNumber!));
	const read = readPlanForm(await readSentForm(request));
	if (!read.ok) return formErrors(read.form);
	const { slug } = found.programme;
	const outcome = writeVersionPlan(context, actor, { slug, versionId, planNumber, ...read.value });
	if (!outcome.done && outcome.code === 'changed-meanwhile')
		return answerStale(read.form, Number(outcome.details.version), STALE);
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	const word = outcome.value.isNew ? 'saved' : 'unchanged';
	return redirect(paths.versionPlan(params.programmeId!, versionId, planNumber, word));
}

function versionIdOf({ versionId }: Params): ProgrammeVersionId {
	return asId<ProgrammeVersionId>(versionId!);
}

export default function WriteSessionPlan() {
	const { said, ...view } = useLoaderData<typeof loader>();
	const answer = useActionData<{ form: FormState }>();
	return <PlanPage view={view} form={answer?.form ?? null} said={said} />;
}
