import { z } from 'zod';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { asId, type StaffId, type TaskId } from '#app/domain/shared/ids.ts';
import { DESK_NAMES, TASK_MEANINGS } from '#app/domain/tasks/task-kinds.ts';
import { optionalText, requiredText, shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { listHolders } from '#app/use-cases/tasks/give-task.ts';
import { findTask } from '#db/queries/tasks/tasks.ts';

const TO = 'Choose to whom it goes';

/** Stands for the desk on which a task lies when it is nobody's. */
const DESK = 'desk';

export const ownerForm = z.object({
	version: shownVersion(),
	to: requiredText(TO).transform((to) => (to === DESK ? null : asId<StaffId>(to))),
	words: optionalText(500),
});

export const SENTENCES: RefusalSentences = {
	'not-open': () => ({ field: 'form', sentence: 'This task is not open any more: there is nothing left to do' }),
	'owner-missing': () => ({ field: 'to', sentence: TO }),
	'has-it-already': () => ({ field: 'to', sentence: 'It lies there already. Choose somebody else' }),
};

export type OwnerView = NonNullable<ReturnType<typeof ownerView>>;

/** Who has a task and who else may hold it; null when the actor may not give it. */
export function ownerView({ db }: RequestContext, actor: StaffActor, id: TaskId) {
	const task = findTask(db, actor, id, 'write');
	if (!task) return null;
	const people = listHolders(db, task).map(({ staffId, name }) => ({ value: staffId as string, label: name }));
	return {
		id,
		version: task.version,
		title: TASK_MEANINGS[task.kind].title,
		owner: task.owner ?? DESK_NAMES[task.desk],
		choices: [{ value: DESK, label: `${DESK_NAMES[task.desk]}, whoever comes first` }, ...people],
	};
}

/** What stands now, for somebody whose page was opened before a colleague changed the task. */
export function staleOwner({ owner }: OwnerView): string {
	return `Somebody changed this while you had it open. It lies with: ${owner}. What you entered is below`;
}
