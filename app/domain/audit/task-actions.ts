/**
 * What is done about tasks, and about whom some of them tell. That one is opened or closed by its cause stands
 * in the entry of what caused it.
 */
export const TASK_ACTIONS = {
	'gap-handed-on': { kind: 'change', label: 'Handed a gap to somebody' },
	'gap-accepted': { kind: 'change', label: 'Accepted a gap that nobody can mend' },
	'gap-acceptance-taken-back': { kind: 'change', label: 'Took back that a gap was accepted' },
	'gap-tasks-closed': { kind: 'change', label: 'Closed the tasks of gaps that are mended' },
	'referrer-contact-recorded': { kind: 'change', label: 'Recorded a contact with a referrer' },
	'referrer-set': { kind: 'change', label: 'Said who referred a person' },
	'task-done': { kind: 'change', label: 'Said what came of a task' },
	'task-given': { kind: 'change', label: 'Gave a task to somebody' },
	'tasks-told-on': { kind: 'change', label: 'Told coordinators of tasks that are overdue' },
} as const;
