import type { StaffActor } from '#app/domain/access/actor.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { taskLine } from '#app/ui/tasks/task-line.ts';
import { listOpenTasks, listSettledTasks, type TaskRow } from '#db/queries/tasks/tasks.ts';
import { SHOWN, type Shown } from './shown.ts';

/** The reader's own tasks, every open one that they may see, or those that were settled last. */
export function tasksView(context: RequestContext, actor: StaffActor, asked: string | null) {
	const shown = SHOWN.find((one) => one === asked) ?? 'own';
	const rows = rowsOf(context, actor, shown);
	showsPeople(
		context,
		rows.flatMap(({ personId }) => personId ?? []),
	);
	const today = dayOf(context.clock.now());
	return { shown, tasks: rows.map((row) => taskLine(row, today)) };
}

function rowsOf({ db }: RequestContext, actor: StaffActor, shown: Shown): readonly TaskRow[] {
	return shown === 'settled' ? listSettledTasks(db, actor) : listOpenTasks(db, actor, { own: shown === 'own' });
}
