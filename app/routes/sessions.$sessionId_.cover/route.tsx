import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type SessionId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { requiredText, ticked } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { askForCover } from '#app/use-cases/team/ask-for-cover.ts';
import { type CoverView, readCoverView } from './cover-view.ts';
import { CoverPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Cover');

const SAID = {
	asked: 'They are asked: each has a notice with a link to the session.',
	'too-late': 'Nothing was taken back: the session has begun, or somebody settled this meanwhile.',
	'too-many-slots':
		'Nothing was taken back: you asked for many slots that are not available. Try again in an hour, or ask a lead.',
	'absent-is-busy':
		'Nothing was taken back: whoever could not come is not available at that time. Ask somebody else to stand in first.',
	'taken-back': 'That is taken back. The person is told.',
};

const coverForm = z.object({
	absentId: requiredText('Choose who cannot come').transform((id) => asId<StaffId>(id)),
	coveringIds: ticked().transform((ids) => ids.map((id) => asId<StaffId>(id))),
});

const begun = () =>
	({ field: 'form', sentence: 'Cover cannot be arranged for this session any more', status: 409 }) as const;

const SENTENCES: RefusalSentences = {
	'session-begun': begun,
	'session-cancelled': begun,
	'not-booked': begun,
	'not-on-the-team': () => ({
		field: 'absentId',
		sentence: 'Choose somebody who is on the team of this session now',
	}),
	'nobody-chosen': () => ({ field: 'coveringIds', sentence: 'Choose at least one person to ask' }),
	'not-available': ({ name }) => ({
		field: 'coveringIds',
		sentence: name === null ? 'Choose people from the list' : `${name} cannot be asked any more. Choose somebody else`,
	}),
	'asked-already': ({ name }) => ({ field: 'coveringIds', sentence: `${name} is asked already and has not answered` }),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cover');
	const view = orNotFound(readCoverView(context, actor, asId<SessionId>(params.sessionId!)));
	return json({ view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cover');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(readCoverView(context, actor, sessionId));
	const read = await readForm(request, coverForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = askForCover(context, actor, { sessionId, ...read.value });
	return outcome.done ? redirect(paths.cover(sessionId, 'asked')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function Cover() {
	const { view, said: sentence } = useLoaderData() as { view: CoverView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <CoverPage view={view} said={sentence} form={form} />;
}
