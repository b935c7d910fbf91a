/**
 * What is done about tasks, and about whom some of them tell. That one is opened or closed by its cause stands
 * in the entry of what caused it.
 */
export const TASK_ACTIONS = {
	'referrer-set': { kind: 'change', label: 'Said who referred a person' },
	'task-done': { kind: 'change', label: 'Said what came of a task' },
	'task-given': { kind: 'change', label: 'Gave a task to somebody' },
	'tasks-told-on': { kind: 'change', label: 'Told coordinators of tasks that are overdue' },
} as const;
