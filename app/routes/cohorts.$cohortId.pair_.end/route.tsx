import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { textOf } from '#app/ui/form-state.ts';
import { unlinkCohorts } from '#app/use-cases/families/link-cohorts.ts';
import { findPair } from '#db/queries/families/cohort-pairs.ts';

const CHANGED =
	'Nothing was ended: these two cohorts are not linked with each other any more. Go back and open the page again.';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort-pair');
	const { cohort } = orNotFound(findPair(context.db, actor, asId<CohortId>(params.cohortId!)));
	return redirect(paths.cohortPair(cohort.id));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cohort-pair');
	const cohortId = asId<CohortId>(params.cohortId!);
	const { values } = await readSentForm(request);
	const otherId = asId<CohortId>(textOf({ values, errors: {} }, 'other'));
	const outcome = unlinkCohorts(context, actor, { cohortId, otherId });
	if (outcome.done) return redirect(paths.cohortPair(cohortId, 'unlinked'));
	if (outcome.code === 'not-found') throw notFound();
	throw new Response(CHANGED, { status: 409 });
}
