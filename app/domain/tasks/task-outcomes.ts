/** What can come of a task. */
export const TASK_OUTCOMES = [
	'reached',
	'message-left',
	'not-reached',
	'agreed',
	'told',
	'nobody-to-tell',
	'goes-on',
	'place-ends',
	'done',
	'no-action',
] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

export const OUTCOME_NAMES: Readonly<Record<TaskOutcome, string>> = {
	reached: 'Spoke to them',
	'message-left': 'Left a message, as their safe contact allows',
	'not-reached': 'Tried and could not reach them',
	agreed: 'Agreed what happens next',
	told: 'Told',
	'nobody-to-tell': 'There is nobody to tell',
	'goes-on': 'They go on',
	'place-ends': 'Their place ends',
	done: 'Done',
	'no-action': 'Looked at, and nothing to do',
};
