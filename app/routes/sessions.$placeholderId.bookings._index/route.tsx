import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type BookingsView, readBookingsView } from './bookings-view.ts';
import { BookingsPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Individual sessions');

const SAID = { booked: 'The individual session is booked.' };

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'session');
	const view = orNotFound(readBookingsView(context, actor, asId<SessionId>(params.placeholderId!)));
	return json({ view, said: said(request, SAID) });
}

export default function Bookings() {
	const { view, said: sentence } = useLoaderData() as { view: BookingsView; said: string | null };
	return <BookingsPage view={view} said={sentence} />;
}
