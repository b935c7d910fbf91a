import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type SessionId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { textOf } from '#app/ui/form-state.ts';
import { takeBackObserver } from '#app/use-cases/access/assign-observer.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observer');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'observer'));
	return redirect(paths.observers(sessionId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'observer');
	const sessionId = asId<SessionId>(params.sessionId!);
	const { values } = await readSentForm(request);
	const staffId = asId<StaffId>(textOf({ values, errors: {} }, 'staffId'));
	if (!takeBackObserver(context, actor, { sessionId, staffId }).done) throw notFound();
	return redirect(paths.observers(sessionId, 'taken-back'));
}
