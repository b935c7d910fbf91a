import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDay } from '#app/ui/format.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { taskLine } from '#app/ui/tasks/task-line.ts';
import { countCatchUpsNeeded } from '#app/use-cases/catch-ups/read-catch-ups.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { listTasksOfSession, type TaskRow } from '#db/queries/tasks/tasks.ts';

/** What follows a session, as far as the actor may see it: tasks to do and done, and who needs a catch-up of it. */
export function readFollowUps(context: RequestContext, actor: StaffActor, sessionId: SessionId) {
	const { db, clock } = context;
	const day = findSessionDay(db, actor, sessionId, 'read', 'session');
	if (!day?.may('read', 'task')) return null;
	const { session, cohort } = day;
	const tasks = listTasksOfSession(db, actor, sessionId);
	showsPeople(
		context,
		tasks.flatMap(({ personId }) => personId ?? []),
	);
	const needed = countCatchUpsNeeded(context, actor, day);
	const line = (task: TaskRow) => {
		const shown = taskLine(task, dayOf(clock.now()));
		// An action of the debrief is about no person: its words say which it is.
		return { ...shown, about: task.person ?? task.words ?? cohort.name };
	};
	return {
		sessionId,
		name: sessionTitle(session),
		caption: `${cohort.name} · ${sessionName(session)}${session.time ? ` · ${formatDay(session.time.day)}` : ''}`,
		open: tasks.filter(({ state }) => state === 'open').map(line),
		settled: tasks.filter(({ state }) => state !== 'open').map(line),
		catchUps: needed === null ? null : { needed, href: paths.bookCatchUp(sessionId) },
	};
}
