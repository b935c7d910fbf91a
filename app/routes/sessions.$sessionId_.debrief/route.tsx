import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordDebrief } from '#app/use-cases/debrief/record-debrief.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { readDebriefView } from './debrief-view.ts';
import { debriefForm, SENTENCES, STALE } from './form.ts';
import { DebriefPage } from './page.tsx';

export const meta: MetaFunction<typeof loader> = () => pageTitle('Debrief');

const SAID = {
	saved: 'Your note is saved.',
	unchanged: 'Everything on this page was saved already.',
	'note-agreed': 'What you agreed is saved.',
	agreed: 'The action is agreed. Whoever has it finds it among their tasks.',
	'agreed-already': 'That action was agreed already.',
	asked: 'A lead is asked to bring this session to supervision.',
	'taken-back': 'That is taken back. It stays in the history.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'debrief');
	const view = orNotFound(readDebriefView(context, actor, asId<SessionId>(params.sessionId!)));
	return { ...view, said: said(request, SAID) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'debrief.notes');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'debrief.notes'));
	const read = await readForm(request, debriefForm);
	if (!read.ok) return formErrors(read.form);
	const { version, note } = read.value;
	const outcome = recordDebrief(context, actor, { sessionId, note, openedVersion: version });
	if (outcome.done) return redirect(paths.debrief(sessionId, outcome.value.isNew ? 'saved' : 'unchanged'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	const stands = outcome.details.stands as { version: number } | undefined;
	return answerStale(read.form, stands?.version ?? 0, STALE);
}

export default function Debrief() {
	const { said, ...view } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <DebriefPage view={view} form={form} said={said} />;
}
