import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { SessionPlanBody } from '#app/ui/blocks/session-plan.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatDayAndTime } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

export const meta: MetaFunction<typeof loader> = () => pageTitle('Session plan');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'session');
	const sessionId = asId<SessionId>(params.sessionId!);
	const { session, cohort } = orNotFound(findSessionDay(context.db, actor, sessionId, 'read', 'session'));
	const programme = context.content.programmeOf(cohort);
	const { notice, modules, logicModel } = programme;
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	return {
		sessionId,
		name: sessionTitle(session),
		plan: planNumbered(programme, session.planNumber),
		programme: { notice, modules, logicModel },
		caption: `${cohort.name} · ${sessionName(session)} · ${when}`,
	};
}

export default function Plan() {
	const { sessionId, name, plan, programme, caption } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<PageHeader caption={caption} title={plan.title} />
			<SessionPlanBody plan={plan} programme={programme} />
		</>
	);
}
