import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type CoverId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { oneOfCodes, shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { acceptCover, declineCover } from '#app/use-cases/team/answer-cover.ts';
import { findOwnCover } from '#db/queries/team/covers.ts';
import { type AnswerView, readAnswerView } from './answer-view.ts';
import { AnswerPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Standing in');

const SAID = {
	accepted: 'Thank you. The session is yours: it comes into your calendar, and its register is open to you.',
	declined: 'Thank you for answering. Whoever asked is told.',
};

const answerForm = z.object({
	answer: oneOfCodes(['accept', 'decline'], 'Say whether you will stand in'),
	timeVersion: shownVersion(),
});

const closed = (sentence: string) => () => ({ field: 'form', sentence, status: 409 }) as const;

const SENTENCES: RefusalSentences = {
	taken: closed('Somebody else accepted a moment before you'),
	withdrawn: closed('You are not needed for this session any more'),
	'accepted-already': closed('You accepted already'),
	'declined-already': closed('You said before that you cannot'),
	'session-begun': closed('The session has begun meanwhile'),
	'moved-meanwhile': closed('The session was moved meanwhile. Look at its new time below and answer again'),
	'not-available': closed('Something stands in the way meanwhile. Look at it below'),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-cover');
	const cover = orNotFound(findOwnCover(context.db, actor, asId<CoverId>(params.coverId!)));
	return json({ view: readAnswerView(context, actor, cover), said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-cover');
	const coverId = asId<CoverId>(params.coverId!);
	orNotFound(findOwnCover(context.db, actor, coverId));
	const read = await readForm(request, answerForm);
	if (!read.ok) return formErrors(read.form);
	const { answer, timeVersion } = read.value;
	const outcome =
		answer === 'accept' ? acceptCover(context, actor, { coverId, timeVersion }) : declineCover(context, actor, coverId);
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.coverAnswer(coverId, answer === 'accept' ? 'accepted' : 'declined'));
}

export default function Cover() {
	const { view, said: sentence } = useLoaderData() as { view: AnswerView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <AnswerPage view={view} said={sentence} form={form} />;
}
