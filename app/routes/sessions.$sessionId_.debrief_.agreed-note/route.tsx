import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordAgreedNote } from '#app/use-cases/debrief/record-agreed-note.ts';
import { readAgreedView } from './agreed-view.ts';
import { agreedNoteForm, SENTENCES, STALE } from './form.ts';
import { AgreedNotePage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('What you agreed');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'debrief.notes');
	return json(orNotFound(readAgreedView(context, actor, asId<SessionId>(params.sessionId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'debrief.notes');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(readAgreedView(context, actor, sessionId));
	const read = await readForm(request, agreedNoteForm);
	if (!read.ok) return formErrors(read.form);
	const { version, note } = read.value;
	const outcome = recordAgreedNote(context, actor, { sessionId, note, openedVersion: version });
	if (outcome.done) return redirect(paths.debrief(sessionId, outcome.value.isNew ? 'note-agreed' : 'unchanged'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	const stands = outcome.details.stands as { version: number } | undefined;
	return answerStale(read.form, stands?.version ?? 0, STALE);
}

export default function AgreedNote() {
	const view = useLoaderData<typeof loader>();
	return <AgreedNotePage view={view} form={useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM} />;
}
