import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { findDraft, openDraft } from '#app/use-cases/cohorts/open-draft.ts';
import { answerNotOpened, type DraftView, draftView } from './draft-view.ts';
import { DraftPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Draft cohort');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort');
	const cohort = orNotFound(findDraft(context.db, actor, asId<CohortId>(params.cohortId!)));
	return json(draftView(cohort));
}

/** Looks at every session to come, and opens the draft when nothing is in its way. */
export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort');
	const cohortId = asId<CohortId>(params.cohortId!);
	orNotFound(findDraft(context.db, actor, cohortId));
	const form: FormState = { values: (await readSentForm(request)).values, errors: {} };
	const outcome = openDraft(context, actor, { cohortId, accepted: textOf(form, 'accept') === 'yes' });
	if (outcome.done) return redirect(paths.cohort(cohortId, 'opened'));
	if (outcome.code === 'not-found') throw notFound();
	return answerNotOpened(context, actor, outcome, form);
}

export default function Draft() {
	const view = useLoaderData() as DraftView;
	const answer = useActionData() as Parameters<typeof DraftPage>[0]['answer'] | undefined;
	return <DraftPage view={view} answer={answer ?? { form: EMPTY_FORM }} />;
}
