import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type SessionId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { requiredText } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { formatDayAndTime } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { assignObserver } from '#app/use-cases/access/assign-observer.ts';
import { listObservers, listPossibleObservers } from '#db/queries/access/observers.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { ObserversPage, type ObserversView } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Observers');

const SAID = {
	assigned: 'They can open this session now.',
	'taken-back': 'This session is not there for them any more.',
};

const observerForm = z.object({ staffId: requiredText('Choose an observer').transform((id) => asId<StaffId>(id)) });

const SENTENCES: RefusalSentences = {
	'session-cancelled': () => ({
		...{ field: 'staffId', status: 409 },
		sentence: 'It is recorded that this session did not go ahead, so there is nothing to observe',
	}),
	'unknown-observer': () => ({ field: 'staffId', sentence: 'Choose an active observer from the list' }),
	'observes-already': () => ({ field: 'staffId', sentence: 'They observe this session already' }),
	'on-the-team': () => ({
		field: 'staffId',
		sentence:
			'They are on the team of this cohort, stand in at this session or are asked to, or take part. Choose somebody else',
	}),
	'may-have-read': () => ({
		field: 'staffId',
		sentence: 'They are a lead, and leads can read the observation that is submitted already. Choose somebody else',
	}),
	'both-sides': () => ({
		field: 'staffId',
		sentence: 'They work with the other side of families here. Choose somebody else',
	}),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observer');
	const sessionId = asId<SessionId>(params.sessionId!);
	const { session, cohort } = orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'observer'));
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	const observers = listObservers(context.db, actor, sessionId);
	const possible = listPossibleObservers(context.db, actor).filter(({ id }) => !observers.some((one) => one.id === id));
	const caption = `${cohort.name} · ${sessionName(session)} · ${when}`;
	return json({ view: { sessionId, caption, observers, possible }, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observer');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'observer'));
	const read = await readForm(request, observerForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = assignObserver(context, actor, { sessionId, ...read.value });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.observers(sessionId, 'assigned'));
}

export default function Observers() {
	const { view, said: sentence } = useLoaderData() as { view: ObserversView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <ObserversPage view={view} said={sentence} form={form} />;
}
