import type { StaffActor } from '#app/domain/access/actor.ts';
import { draftToReferrer } from '#app/domain/reminders/draft-to-referrer.ts';
import type { PersonId, TaskId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import type { TaskEvent } from '#app/domain/tasks/task.ts';
import { TASK_MEANINGS } from '#app/domain/tasks/task-kinds.ts';
import { OUTCOME_NAMES, type TaskOutcome } from '#app/domain/tasks/task-outcomes.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDay, formatInstant } from '#app/ui/format.ts';
import { closingSentence, taskLine } from '#app/ui/tasks/task-line.ts';
import { findConcernOfTask } from '#db/queries/attendance/concerns.ts';
import { listSharersOf } from '#db/queries/contacts/who-shares.ts';
import { findReferrer } from '#db/queries/tasks/referrers.ts';
import { findTask, listTaskEntries, type TaskRow } from '#db/queries/tasks/tasks.ts';

export type TaskView = NonNullable<ReturnType<typeof taskView>>;

/** One task with its history; null when the actor may not see it. */
export function taskView(context: RequestContext, actor: StaffActor, id: TaskId) {
	const { db, clock } = context;
	const task = findTask(db, actor, id, 'read');
	if (!task) return null;
	const { personId } = task;
	const sharers = listSharersOf(db, actor, task.cause);
	showsPeople(context, [...(personId ? [personId] : []), ...sharers.map((one) => one.personId)]);
	const { outcomes, needsNote } = TASK_MEANINGS[task.kind];
	const concern = task.kind === 'concern' ? findConcernOfTask(db, actor, id) : null;
	// A concern tells the referrer only when whoever raised it asked for that (§5.7).
	const tells = task.kind !== 'concern' || concern?.tellReferrer === true;
	return {
		...taskLine(task, dayOf(clock.now())),
		version: task.version,
		words: task.words,
		note: task.note,
		person: personId && { name: task.person, href: personHref(task, personId) },
		/** Who else has the address or number that the task is about. */
		sharers: sharers.map((one) => ({ name: `${one.name} (${one.reference})`, href: paths.person(one.personId) })),
		cohort: task.cohort && { name: task.cohort, href: paths.cohort(task.cohortId) },
		session: task.sessionId && { text: sessionInWords(task), href: paths.session(task.sessionId) },
		/** Where to see what a change in delivery is made of. */
		chartHref: task.kind === 'drift' ? paths.fidelity(task.cohortId) : null,
		/** Where a lead decides, which closes the task. */
		decideHref: task.kind === 'adaptation' && task.sessionId ? paths.adaptationDecision(task.sessionId) : null,
		outcomes: outcomes.map((value) => ({ value, label: outcomeInWords(value, needsNote) })),
		ownerHref: paths.taskOwner(id),
		concern: concern && concernView(concern),
		referrer: tells ? referrerView(context, actor, task) : null,
		history: listTaskEntries(db, id).map((entry) => ({
			what: `${EVENTS[entry.event]}${entry.event === 'given' ? ` ${entry.to ?? 'back, for whoever comes first'}` : ''}`,
			at: formatInstant(entry.at),
			by: entry.by ?? 'Plumbline',
			words: entry.event === 'closed' ? closingSentence(entry.words) : task.showsWords ? entry.words : null,
		})),
	};
}

/** Whom a task asks to tell, with the words as a draft; null for a task that tells no referrer, or something of its own. */
function referrerView({ db, content, config }: RequestContext, actor: StaffActor, task: TaskRow) {
	// The draft is for what the kind says; words of its own ask for something else, such as that it is no longer so.
	const found = !task.hasWords && task.enrolmentId && findReferrer(db, actor, task.enrolmentId, 'read');
	if (!found) return null;
	const { name, agency, email, person, enrolmentId, mayWrite } = found;
	const values = { referrer: name ?? 'colleague', reference: person.reference, sender: config.orgName };
	const draft = draftToReferrer(task.kind, content.messages, values);
	const who = name === null ? 'Not recorded yet' : [name, agency, email].filter(Boolean).join(', ');
	return draft && { who, draft, href: mayWrite ? paths.referrer(enrolmentId) : null };
}

function concernView({ sessionId, raisedByName, isDescribed, tellReferrer }: ConcernOfTask) {
	const said = isDescribed ? 'Read what was said' : 'It has not been said in words yet: look at it';
	const answers = { true: 'They asked that the referrer is told as well.', false: 'The referrer is not to be told.' };
	const asked = tellReferrer === null ? 'They have not said whether to tell the referrer.' : answers[`${tellReferrer}`];
	return { href: paths.concerns(sessionId), text: said, by: `Raised by ${raisedByName}. ${asked}` };
}
type ConcernOfTask = NonNullable<ReturnType<typeof findConcernOfTask>>;

const EVENTS: Readonly<Record<TaskEvent, string>> = {
	opened: 'Opened',
	reopened: 'Opened again',
	given: 'Given to',
	'told-on': 'Overdue: those responsible were told',
	done: 'Done',
	closed: 'Closed: not needed any more',
};

function personHref({ readsPerson }: TaskRow, personId: PersonId): string | null {
	return readsPerson ? paths.person(personId) : null;
}

function sessionInWords({ planNumber, day }: TaskRow): string {
	return day === null ? `Session ${planNumber}` : `Session ${planNumber}, ${formatDay(day)}`;
}

function outcomeInWords(outcome: TaskOutcome, needsNote: readonly TaskOutcome[]): string {
	return needsNote.includes(outcome) ? `${OUTCOME_NAMES[outcome]} (say more below)` : OUTCOME_NAMES[outcome];
}
