import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { TaskId } from '#app/domain/shared/ids.ts';
import { CLOSING_SENTENCES, type ClosingReason, isTaskOverdue, type TaskState } from '#app/domain/tasks/task.ts';
import { DESK_NAMES, TASK_MEANINGS, type TaskDesk, type TaskKind } from '#app/domain/tasks/task-kinds.ts';
import { OUTCOME_NAMES, type TaskOutcome } from '#app/domain/tasks/task-outcomes.ts';
import { paths } from '#app/paths.ts';
import { formatDay } from '#app/ui/format.ts';

type ListedTask = {
	readonly id: TaskId;
	readonly kind: TaskKind;
	readonly desk: TaskDesk;
	readonly person: string | null;
	readonly cohort: string | null;
	readonly owner: string | null;
	readonly dueOn: CalendarDay;
	readonly state: TaskState;
	readonly outcome: TaskOutcome | null;
};

/** A task as lists show it: what it asks for, about whom, whose it is and by when. */
export function taskLine(task: ListedTask, today: CalendarDay) {
	return {
		id: task.id,
		href: paths.task(task.id),
		title: TASK_MEANINGS[task.kind].title,
		about: [task.person, task.cohort].filter(Boolean).join(', '),
		owner: task.owner ?? DESK_NAMES[task.desk],
		due: formatDay(task.dueOn),
		isOverdue: isTaskOverdue(task, today),
		state: task.state,
		cameOfIt: task.outcome && OUTCOME_NAMES[task.outcome],
	};
}

/** Why a task was closed, from the word that its history keeps. */
export function closingSentence(word: string | null): string | null {
	return word !== null && Object.hasOwn(CLOSING_SENTENCES, word) ? CLOSING_SENTENCES[word as ClosingReason] : word;
}
