import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { requiredText } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { linkCohorts } from '#app/use-cases/families/link-cohorts.ts';
import { findPair } from '#db/queries/families/cohort-pairs.ts';
import { CohortPairPage } from './page.tsx';
import { type CohortPairView, readPairView } from './pair-view.ts';

export const meta: MetaFunction = () => pageTitle('Linked cohort');

const SAID = { linked: 'The two cohorts are linked.', unlinked: 'The two cohorts are not linked any more.' };

const pairForm = z.object({
	other: requiredText('Choose a cohort of the other side').transform((id) => asId<CohortId>(id)),
});

const SENTENCES: RefusalSentences = {
	'unknown-cohort': () => ({
		field: 'other',
		sentence: 'Choose a cohort from the list. The one that you chose cannot be linked any more',
	}),
	'linked-already': () => ({
		field: 'form',
		sentence: 'Somebody linked this cohort meanwhile. Look at it first',
		status: 409,
	}),
	'both-sides': () => ({
		field: 'other',
		sentence: 'Somebody works with both of these cohorts. Choose another, or have the team changed first',
	}),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort-pair');
	const view = orNotFound(readPairView(context, actor, asId<CohortId>(params.cohortId!)));
	return json({ view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort-pair');
	const cohortId = asId<CohortId>(params.cohortId!);
	orNotFound(findPair(context.db, actor, cohortId));
	const read = await readForm(request, pairForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = linkCohorts(context, actor, { cohortId, otherId: read.value.other });
	return outcome.done ? redirect(paths.cohortPair(cohortId, 'linked')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function CohortPair() {
	const { view, said: sentence } = useLoaderData() as { view: CohortPairView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <CohortPairPage view={view} said={sentence} form={form} />;
}
