import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireAccess } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { findFeedCreation } from '#db/queries/calendar-feeds.ts';
import { CalendarPage, NewAddress } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('My calendar');

/** The page may show a secret address, which nothing keeps. Its own address is no secret. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

const SAID = { ended: 'Your calendar address is ended. Calendars that used it find nothing there any more.' };

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-calendar');
	const createdAt = findFeedCreation(context.db, actor);
	return json({ madeOn: createdAt && formatInstant(createdAt), said: said(request, SAID) });
}

export function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-calendar');
	const outcome = makeCalendarFeed(context, actor);
	if (!outcome.done) throw notFound();
	return json({ address: `${context.config.publicUrl}${paths.calendarFeed(outcome.value.secret)}` });
}

export default function MyCalendar() {
	const { madeOn, said: sentence } = useLoaderData<typeof loader>();
	const made = useActionData<typeof action>();
	return made ? <NewAddress address={made.address} /> : <CalendarPage madeOn={madeOn} said={sentence} />;
}
