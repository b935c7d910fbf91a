import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { SLOT_NOT_AVAILABLE } from '#app/domain/scheduling/shown-clashes.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import type { Details } from '#app/domain/shared/outcome.ts';
import { requireAccess } from '#app/http/actor.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { notFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { undoNotHeld } from '#app/use-cases/sessions/undo-not-held.ts';

const SENTENCES = {
	'not-cancelled': 'There is nothing to undo: this session stands. Nothing was changed.',
	'day-is-over':
		'This can no longer be undone, because the day on which it was recorded is over. The session stays cancelled; tell your coordinator if that is wrong.',
	'given-back':
		'This cannot be undone, because the session was given back when a place ended. If the place goes on, book the individual session again.',
	'scheduled-again':
		'This can no longer be undone, because the plan of this session is scheduled for another date. Nothing was changed.',
	'decided-already':
		'This can no longer be undone, because it is recorded what becomes of the plan. Nothing was changed.',
	'none-left':
		'This cannot be undone, because somebody who was to come has been booked for as many catch-ups as the programme allows. Nothing was changed. Take them off another catch-up first.',
	'slot-not-available': `${SLOT_NOT_AVAILABLE}. Nothing was changed. Ask your coordinator to schedule the plan for another date.`,
};

const tooOften = (details: Details) => `${ASKED_TOO_OFTEN['too-many-slots']!(details).sentence}.`;

/** The button stands on the session's page; there is nothing to see here. */
export function loader({ request, context }: LoaderFunctionArgs): never {
	requireAccess(request, context, 'write', 'register');
	throw notFound();
}

export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const sessionId = asId<SessionId>(params.sessionId!);
	const outcome = undoNotHeld(context, actor, { sessionId });
	if (outcome.done) return redirect(paths.session(sessionId, 'undone'));
	if (outcome.code === 'not-found') throw notFound();
	if (outcome.code === 'too-many-slots') throw new Response(tooOften(outcome.details), { status: 422 });
	throw new Response(SENTENCES[outcome.code], { status: 409 });
}
