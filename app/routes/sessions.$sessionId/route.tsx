import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { SessionPage } from './page.tsx';
import { readSessionView } from './session-view.ts';

export const meta: MetaFunction<typeof loader> = () => pageTitle('Session');

const SAID = {
	'not-held': 'It is recorded that this session did not go ahead.',
	'ended-early': 'The earlier end is saved, with the time that was planned in the history.',
	moved: 'The new date is saved. Calendars follow, and reminders of the old date are held back.',
	decided: 'It is recorded what becomes of the plan.',
	booked: 'The individual session is booked.',
	'catch-up-booked': 'The catch-up is booked. Calendars follow, and people get their usual reminder.',
	'catch-up-cancelled': 'The catch-up is cancelled. Calendars follow, and nobody is reminded of it.',
	'taken-off': 'They are off this catch-up, and need one again.',
	undone: 'That is undone: the session stands, and its register is open again.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'session');
	const view = orNotFound(readSessionView(context, actor, asId<SessionId>(params.sessionId!)));
	return { ...view, said: said(request, SAID) };
}

export default function Session() {
	const { said, ...view } = useLoaderData<typeof loader>();
	return <SessionPage view={view} said={said} />;
}
