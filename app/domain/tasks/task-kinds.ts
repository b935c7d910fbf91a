import type { TaskOutcome } from './task-outcomes.ts';

/**
 * Whose desk a task lies on: the team of its cohort, the coordinators of its area and side, the leads, or the
 * partner-support workers of its area. What lies on the last is absent for everybody on the perpetrator side, whether a
 * partner is known or not (docs/security.md).
 */
export const TASK_DESKS = ['team', 'coordinator', 'lead', 'partner-support'] as const;
export type TaskDesk = (typeof TASK_DESKS)[number];

export const DESK_NAMES: Readonly<Record<TaskDesk, string>> = {
	team: 'The team',
	coordinator: 'Coordinators',
	lead: 'Programme leads',
	'partner-support': 'Partner-support workers',
};

export const TASK_KINDS = [
	'absence-call',
	'absence-review',
	'absence-referrer',
	'absence-partner',
	'absence-decision',
	'exit-referrer',
	'exit-partner',
	'concern',
	'debrief-action',
	'supervision',
	'drift',
	'adaptation',
	'gap',
	'gap-in-log',
	'gap-of-leads',
	'partner-contact',
	'message-blocked',
	'message-undelivered',
	'shared-contact',
	'contact-failing',
	'message-wording',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export type TaskMeaning = {
	/** What the task asks for, in words that tell nothing of another side. */
	readonly title: string;
	readonly desk: TaskDesk;
	/** How many days there are for it, the day on which it is opened not counted. */
	readonly withinDays: number;
	readonly outcomes: readonly TaskOutcome[];
	/** Outcomes that need words beside them. */
	readonly needsNote: readonly TaskOutcome[];
};

/** What each kind of task asks for, of whom, how soon, and what can come of it (§3.8, §5.7, §5.9). */
export const TASK_MEANINGS: Readonly<Record<TaskKind, TaskMeaning>> = {
	'absence-call': {
		...somethingToDo('Ring about a missed session', 'team', 2),
		outcomes: ['reached', 'message-left', 'not-reached'],
		needsNote: [],
	},
	'absence-review': {
		title: 'Follow up absences in a row',
		desk: 'coordinator',
		withinDays: 3,
		outcomes: ['agreed', 'not-reached', 'no-action'],
		needsNote: ['agreed', 'no-action'],
	},
	'absence-referrer': {
		title: 'Tell the referrer of absences in a row',
		desk: 'coordinator',
		withinDays: 3,
		outcomes: ['told', 'nobody-to-tell'],
		needsNote: [],
	},
	'absence-partner': {
		title: 'Absences in a row: partner support',
		desk: 'partner-support',
		withinDays: 1,
		outcomes: ['told', 'nobody-to-tell', 'no-action'],
		needsNote: ['no-action'],
	},
	'absence-decision': {
		title: 'Decide after absences in a row',
		desk: 'lead',
		withinDays: 5,
		outcomes: ['goes-on', 'place-ends'],
		needsNote: ['goes-on', 'place-ends'],
	},
	'exit-referrer': {
		title: 'Tell the referrer that a place ended',
		desk: 'coordinator',
		withinDays: 3,
		outcomes: ['told', 'nobody-to-tell'],
		needsNote: [],
	},
	'exit-partner': {
		title: 'A place ended: partner support',
		desk: 'partner-support',
		withinDays: 1,
		outcomes: ['told', 'nobody-to-tell', 'no-action'],
		needsNote: ['no-action'],
	},
	concern: somethingToLookAt('Look at a concern'),
	'debrief-action': somethingToDo('Do what the debrief agreed', 'team', 7),
	supervision: somethingToDo('Take a session to supervision', 'lead', 14),
	drift: {
		title: 'Look at a change in what is delivered',
		desk: 'lead',
		withinDays: 7,
		outcomes: ['agreed', 'no-action'],
		needsNote: ['agreed', 'no-action'],
	},
	adaptation: somethingToDecide('Decide on a proposed change of a session', 2),
	gap: somethingToDo('Mend a gap', 'team', 7),
	'gap-in-log': somethingToDo('Mend a gap', 'team', 7),
	'gap-of-leads': somethingToDo('Mend a gap', 'lead', 7),
	'partner-contact': {
		title: 'First contact: partner support',
		desk: 'partner-support',
		withinDays: 7,
		outcomes: ['reached', 'message-left', 'not-reached', 'nobody-to-tell', 'no-action'],
		needsNote: ['no-action'],
	},
	'message-blocked': somebodyToTell('See to a message that is kept back'),
	'message-undelivered': somebodyToTell('See to a message that did not arrive'),
	'shared-contact': somethingToLookAt('Look at how somebody is reached'),
	'contact-failing': somethingToDo('Agree with somebody how they are reached now', 'team', 1),
	'message-wording': somethingToDecide('Approve the words of messages that wait', 1),
};

/** What is done, or looked at and left; the latter needs words. */
function somethingToDo(title: string, desk: TaskDesk, withinDays: number): TaskMeaning {
	return { title, desk, withinDays, outcomes: ['done', 'no-action'], needsNote: ['no-action'] };
}

/** The team tells the person what a message would have, within a day; that there is no need takes words. */
function somebodyToTell(title: string): TaskMeaning {
	return { ...somethingToDo(title, 'team', 1), outcomes: ['reached', 'message-left', 'not-reached', 'no-action'] };
}

/** A lead says what came of it either way, within a day. */
function somethingToLookAt(title: string): TaskMeaning {
	return { ...somethingToDo(title, 'lead', 1), needsNote: ['done', 'no-action'] };
}

/** Deciding on it closes it; a lead who looks at it without a decision says why there is none. */
function somethingToDecide(title: string, withinDays: number): TaskMeaning {
	return { title, desk: 'lead', withinDays, outcomes: ['no-action'], needsNote: ['no-action'] };
}
