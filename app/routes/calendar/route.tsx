import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { findFeedCreation } from '#db/queries/calendar/calendar-feeds.ts';
import { countLastInvitations, findInvitationWish } from '#db/queries/calendar/calendar-invitations.ts';
import { CalendarPage, NewAddress } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('My calendar');

/** The page may show a secret address, which nothing keeps. Its own address is no secret. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

const SAID = {
	ended: 'Your calendar address is ended. Calendars that used it find nothing there any more.',
	invited: 'You will get an invitation for each session. The first leave within a few minutes.',
	'not-invited':
		'You will get no more invitations. Sessions to come are taken out of your calendar within a few minutes.',
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-calendar');
	const createdAt = findFeedCreation(context.db, actor);
	const invitations = viewInvitations(context, actor);
	return json({ madeOn: createdAt && formatInstant(createdAt), invitations, said: said(request, SAID) });
}

export function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-calendar');
	const outcome = makeCalendarFeed(context, actor);
	if (!outcome.done) throw notFound();
	return json({ address: `${context.config.publicUrl}${paths.calendarFeed(outcome.value.secret)}` });
}

function viewInvitations({ db, clock }: AppContext, actor: StaffActor) {
	const since = findInvitationWish(db, actor);
	const settled = countLastInvitations(db, actor, clock.now());
	const { failed: notDelivered = 0, unknown: notConfirmed = 0 } = settled;
	return { since: since && formatInstant(since), notDelivered, notConfirmed };
}

export default function MyCalendar() {
	const { madeOn, invitations, said: sentence } = useLoaderData<typeof loader>();
	const made = useActionData<typeof action>();
	return made ? <NewAddress address={made.address} /> : <CalendarPage {...{ madeOn, invitations }} said={sentence} />;
}
