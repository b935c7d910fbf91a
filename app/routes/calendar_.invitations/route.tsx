import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireAccess } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { setCalendarInvitations } from '#app/use-cases/calendar/set-calendar-invitations.ts';

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'write', 'own-calendar');
	return redirect(paths.myCalendar());
}

/** Turns one's own calendar invitations on or off. */
export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-calendar');
	const read = await readForm(request, z.object({ wanted: z.enum(['yes', 'no']) }));
	if (!read.ok) return redirect(paths.myCalendar());
	const isWanted = read.value.wanted === 'yes';
	const outcome = setCalendarInvitations(context, actor, isWanted);
	if (!outcome.done) throw notFound();
	return redirect(paths.myCalendar(isWanted ? 'invited' : 'not-invited'));
}
