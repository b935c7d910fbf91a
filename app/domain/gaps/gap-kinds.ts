import { asId, type EnrolmentId, type SessionId } from '../shared/ids.ts';
import type { TaskDesk, TaskKind } from '../tasks/task-kinds.ts';
import { LEAST_LENGTH_PERCENT } from './session-length.ts';

/** What can be missing from what was to be delivered, written down or said to somebody (§7.9). */
export const GAP_KINDS = [
	'register-incomplete',
	'log-missing',
	'core-not-delivered',
	'length-short',
	'too-few-facilitators',
	'sessions-merged',
	'session-split',
	'sessions-out-of-order',
	'not-delivered-again',
	'joined-late',
	'accreditation-lapsed',
	'observation-overdue',
	'observation-not-released',
	'referrer-contacts-missing',
	'partner-contact-missing',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** The kinds of task by which a gap is handed to somebody. */
export const GAP_TASK_KINDS = [
	'gap',
	'gap-in-log',
	'gap-of-leads',
	'partner-contact',
] as const satisfies readonly TaskKind[];
export type GapTaskKind = (typeof GAP_TASK_KINDS)[number];

export type GapMeaning = {
	readonly title: string;
	/** Whose it is to mend it, and who sees it: who may see a task of this desk. */
	readonly desk: TaskDesk;
	readonly about: 'session' | 'place';
	/**
	 * By which task it is handed on. What a log says goes by `gap-in-log`, which is absent for whoever owes their own log;
	 * what the team may not know of before its time (observations), or of a colleague, stays on the leads’ desk.
	 */
	readonly task: GapTaskKind;
};

const ofSession = (title: string, desk: TaskDesk, task: GapTaskKind = 'gap'): GapMeaning => {
	return { title, desk, about: 'session', task };
};

export const GAP_MEANINGS: Readonly<Record<GapKind, GapMeaning>> = {
	'register-incomplete': ofSession('Register not complete', 'team'),
	'log-missing': ofSession('Delivery log missing', 'team'),
	'core-not-delivered': ofSession('Core activity not delivered', 'lead', 'gap-in-log'),
	'length-short': ofSession(`Shorter than ${LEAST_LENGTH_PERCENT}% of its plan`, 'lead', 'gap-in-log'),
	'too-few-facilitators': ofSession('Too few facilitators', 'coordinator', 'gap-in-log'),
	'sessions-merged': ofSession('Merged with another session', 'lead'),
	'session-split': ofSession('Split over two sessions', 'lead'),
	'sessions-out-of-order': ofSession('Delivered out of order', 'lead'),
	'not-delivered-again': ofSession('Cancelled and not delivered again', 'coordinator'),
	'joined-late': ofSession('Joined after the last joining session', 'coordinator'),
	'accreditation-lapsed': ofSession('Delivered after an accreditation had lapsed', 'lead', 'gap-of-leads'),
	'observation-overdue': ofSession('Observation overdue', 'lead', 'gap-of-leads'),
	'observation-not-released': ofSession('Observation not released to the team', 'lead', 'gap-of-leads'),
	'referrer-contacts-missing': {
		title: 'Contact with the referrer missing',
		desk: 'coordinator',
		about: 'place',
		task: 'gap',
	},
	'partner-contact-missing': {
		title: 'Partner contact not attempted',
		desk: 'partner-support',
		about: 'place',
		task: 'partner-contact',
	},
};

/** The desk at which a gap is handed on and accepted: the leads’, and of a first contact with a partner partner support’s. */
export function decidingDesk(kind: GapKind): TaskDesk {
	return GAP_MEANINGS[kind].task === 'partner-contact' ? 'partner-support' : 'lead';
}

/** What a gap is of: its kind, and the session or the place that it is about. The same gap found again is the same one. */
export type GapName =
	| { readonly kind: GapKind; readonly about: 'session'; readonly id: SessionId }
	| { readonly kind: GapKind; readonly about: 'place'; readonly id: EnrolmentId };

/** The gap’s own word in addresses, tasks and decisions: its kind and an id, and nobody’s name. */
export function gapKey({ kind, id }: Pick<GapName, 'kind' | 'id'>): string {
	return `${kind}-${id}`;
}

/** The gap that a word names; null for what is none. Whether there is such a gap is not asked here. */
export function parseGapKey(key: string): GapName | null {
	const at = key.lastIndexOf('-');
	const kind = GAP_KINDS.find((one) => one === key.slice(0, at));
	const id = key.slice(at + 1);
	if (!kind || id === '') return null;
	return GAP_MEANINGS[kind].about === 'session'
		? { kind, about: 'session', id: asId<SessionId>(id) }
		: { kind, about: 'place', id: asId<EnrolmentId>(id) };
}
