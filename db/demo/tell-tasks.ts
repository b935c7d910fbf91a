import { CLOCK } from '#app/domain/access/actor.ts';
import type { Mark } from '#app/domain/attendance/marks.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { dayOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { ownDesks } from '#app/domain/tasks/desks.ts';
import type { TaskKind } from '#app/domain/tasks/task-kinds.ts';
import type { TaskOutcome } from '#app/domain/tasks/task-outcomes.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { listHolders } from '#app/use-cases/tasks/give-task.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { tellOfOverdueTasks } from '#app/use-cases/tasks/tell-of-overdue-tasks.ts';
import { listRegisterRows } from '../queries/registers.ts';
import { listSessions } from '../queries/sessions.ts';
import { listOpenTasks, type TaskRow } from '../queries/tasks/tasks.ts';
import { certainly, type Stage } from './stage.ts';

/** What came of each kind of task, and what was written of it. */
const ENDINGS: Readonly<Record<TaskKind, readonly [TaskOutcome, string | null]>> = {
	'absence-call': ['reached', null],
	'absence-review': ['agreed', 'Spoke about what gets in the way. Comes again next week.'],
	'absence-referrer': ['told', null],
	'absence-partner': ['told', null],
	'absence-decision': ['goes-on', 'One more session to come back; then decided anew.'],
	'exit-referrer': ['told', null],
	'exit-partner': ['told', null],
	concern: ['done', 'Spoke with both facilitators.'],
	'debrief-action': ['done', null],
	supervision: ['done', null],
	drift: ['agreed', 'Both facilitators keep the check-in shorter, so that the core activities get their time.'],
	adaptation: ['no-action', 'Talked it over: it is put off to another evening.'],
	'message-blocked': ['reached', null],
	'message-undelivered': ['reached', null],
	gap: ['done', null],
	'gap-in-log': ['done', null],
	'gap-of-leads': ['done', null],
	'partner-contact': ['reached', null],
	'message-wording': ['no-action', 'The words are being written anew.'],
	'shared-contact': ['done', 'Spoke with both workers. Each has another way now.'],
	'contact-failing': ['done', null],
};

/**
 * What followed absences and exits was done the day after, but for the newest of each kind: one call waits, one is overdue
 * and was told on, a decision and the tasks of one exit wait. One mark was a slip: correcting it closed its call.
 */
export function tellTasks(stage: Stage, cohortIds: readonly CohortId[]): void {
	const { context, actor, now } = stage;
	const lead = actor('ruth');
	tellCorrections(stage, cohortIds);
	const newestFirst = listOpenTasks(context.db, lead, { own: false }).toSorted(byNewest);
	const kept = new Map<TaskKind, number>();
	const overdue = newestFirst.find(({ kind, dueOn }) => kind === 'absence-call' && dueOn < dayOf(now));
	for (const task of newestFirst) {
		const before = kept.get(task.kind) ?? 0;
		kept.set(task.kind, before + 1);
		if (before > 0 && task !== overdue) settle(stage, task);
	}
	stage.at(now);
	tellOfOverdueTasks(context, CLOCK);
}

function settle(stage: Stage, task: TaskRow): void {
	const { context, actor, now } = stage;
	const nextDay = plusMinutes(task.openedAt, 20 * 60);
	stage.at(nextDay < now ? nextDay : plusMinutes(now, -30));
	const holders = listHolders(context.db, task);
	const who = holders.find((one) => ownDesks(one).includes(task.desk)) ?? actor('ruth');
	const [outcome, note] = ENDINGS[task.kind];
	certainly(settleTask(context, who, { id: task.id, version: task.version, outcome, note }));
}

/** Somebody who was there is marked absent by a slip, and put right ten minutes later; an apology turns out to be none. */
function tellCorrections(stage: Stage, cohortIds: readonly CohortId[]): void {
	const last = cohortIds.flatMap((cohortId) => {
		const sessions = listSessions(stage.context.db, stage.actor('ruth'), [cohortId]);
		return sessions.findLast(({ state }) => state === 'held')?.id ?? [];
	});
	const there = last[0]!;
	correct(stage, -40, there, ['attended', 'absent-no-contact']);
	correct(stage, -30, there, ['absent-no-contact', 'attended']);
	last.some((sessionId) => correct(stage, -20, sessionId, ['absent-notified', 'absent-no-contact']));
}

/** Corrects the last row of the register that says so; false when none does. */
function correct(
	{ context, actor, at, now }: Stage,
	minutes: number,
	sessionId: SessionId,
	[from, mark]: readonly [Mark, Mark],
): boolean {
	at(plusMinutes(now, minutes));
	const lead = actor('ruth');
	const row = listRegisterRows(context.db, lead, sessionId).findLast((one) => one.mark === from);
	if (!row) return false;
	const entry = { mark, minutes: null, reason: null, note: null };
	const choices = [{ enrolmentId: row.enrolmentId, openedVersion: row.version, entry }];
	const why = { restAttended: false, correctionReason: 'A slip at the keyboard' };
	certainly(recordRegister(context, lead, { sessionId, choices, ...why }));
	return true;
}

function byNewest(one: TaskRow, other: TaskRow): number {
	return one.openedAt < other.openedAt ? 1 : -1;
}
