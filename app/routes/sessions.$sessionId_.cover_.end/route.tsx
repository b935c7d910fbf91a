import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { asId, type CoverId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { readSentForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import { textOf } from '#app/ui/form-state.ts';
import { withdrawCover } from '#app/use-cases/team/ask-for-cover.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cover');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'cover'));
	return redirect(paths.cover(sessionId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'cover');
	const sessionId = asId<SessionId>(params.sessionId!);
	const { values } = await readSentForm(request);
	const coverId = asId<CoverId>(textOf({ values, errors: {} }, 'coverId'));
	const outcome = withdrawCover(context, actor, { sessionId, coverId });
	if (!outcome.done && outcome.code === 'not-found') throw notFound();
	const isStillTheirs = findSessionDay(context.db, actor, sessionId, 'write', 'cover') !== null;
	if (!isStillTheirs) return redirect(paths.today());
	if (outcome.done) return redirect(paths.cover(sessionId, 'taken-back'));
	const saysMore = outcome.code === 'absent-is-busy' || outcome.code === 'too-many-slots';
	return redirect(paths.cover(sessionId, saysMore ? outcome.code : 'too-late'));
}
