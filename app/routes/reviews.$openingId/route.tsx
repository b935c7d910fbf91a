import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type BrokenGlassId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { closeReview } from '#app/use-cases/openings/close-review.ts';
import { reviewForm, SENTENCES, staleReview } from './form.ts';
import { ReviewPage } from './page.tsx';
import { reviewView } from './review-view.ts';

export const meta: MetaFunction = () => pageTitle('Review');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'review');
	return json(orNotFound(reviewView(context, actor, asId<BrokenGlassId>(params.openingId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'review');
	const id = asId<BrokenGlassId>(params.openingId!);
	orNotFound(reviewView(context, actor, id));
	const read = await readForm(request, reviewForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = closeReview(context, actor, { id, ...read.value });
	if (outcome.done) return redirect(paths.reviews('closed'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	const now = orNotFound(reviewView(context, actor, id));
	return answerStale(read.form, now.version, staleReview(now));
}

export default function Review() {
	const view = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <ReviewPage view={view} form={form} />;
}
