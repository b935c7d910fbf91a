import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatCount } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { TasksTable } from '#app/ui/tasks/tasks-table.tsx';
import { readFollowUps } from './follow-ups-view.ts';

export const meta: MetaFunction<typeof loader> = () => pageTitle('Follow-ups');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'task');
	return orNotFound(readFollowUps(context, actor, asId<SessionId>(params.sessionId!)));
}

export default function FollowUps() {
	const { sessionId, name, caption, open, settled, catchUps } = useLoaderData<typeof loader>();
	const need = catchUps?.needed === 1 ? 'needs' : 'need';
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<PageHeader caption={caption} title="Follow-ups" />
			{open.length > 0 ? <TasksTable caption="To do" tasks={open} /> : <p className="govuk-body">No task is open.</p>}
			{catchUps && (
				<p className="govuk-body">
					{catchUps.needed > 0 && `${formatCount('person', catchUps.needed)} ${need} a catch-up of this session. `}
					<a className="govuk-link" href={catchUps.href}>
						{catchUps.needed > 0 ? 'Book a catch-up' : 'Catch-ups of this session'}
					</a>
				</p>
			)}
			{settled.length > 0 && <TasksTable caption="Done" tasks={settled} standing="What came of it" />}
		</>
	);
}
