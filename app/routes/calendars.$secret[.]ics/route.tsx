import type { LoaderFunctionArgs } from '@remix-run/node';
import { isHeldAlready, renderFeed } from '#app/delivery/calendar/render-feed.ts';
import { openedBy } from '#app/http/audit/page-view.ts';
import { notFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { openCalendarFeed } from '#app/use-cases/calendar/open-calendar-feed.ts';

/** The address is the secret: it goes to nobody as a referrer, and no shared cache keeps what it opens. */
const PRIVATE = { 'Cache-Control': 'private, no-cache', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' };

/** A member of staff's sessions as a calendar file. Unknown, ended and nobody's are the same bare 404. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
	const feed = openCalendarFeed(context, params.secret ?? '');
	if (!feed) return notFound();
	openedBy(context, feed.owner);
	const { text, etag } = renderFeed(feed.entries, (id) => `${context.config.publicUrl}${paths.session(id)}`);
	const headers = { ...PRIVATE, ETag: etag };
	if (isHeldAlready(etag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers });
	return new Response(text, {
		headers: {
			...headers,
			'Content-Type': 'text/calendar; charset=utf-8',
			'Content-Disposition': 'inline; filename="sessions.ics"',
		},
	});
}
