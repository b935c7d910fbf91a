import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { endCalendarFeed } from '#app/use-cases/calendar/end-calendar-feed.ts';

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'write', 'own-calendar');
	return redirect(paths.myCalendar());
}

export function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-calendar');
	const outcome = endCalendarFeed(context, actor);
	if (!outcome.done) throw notFound();
	return redirect(paths.myCalendar('ended'));
}
