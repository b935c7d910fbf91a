import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import { type Access, mayAtAll } from '#app/domain/access/policy.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, SessionId, StaffId, TaskId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { ownDesks } from '#app/domain/tasks/desks.ts';
import type { TaskKind } from '#app/domain/tasks/task-kinds.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { prepareFor } from '../../prepared.ts';
import {
	cohorts,
	enrolments,
	formerTeamMembers,
	people,
	sessions,
	staff,
	taskEntries,
	tasks,
	teamMembers,
} from '../../schema/index.ts';
import { mayBeNamed, shownWhereSeen, visiblePeople } from '../access/visible-people.ts';
import { isOnTeam, visibleCohorts } from '../visible-cohorts.ts';
import { visibleTasks } from './visible-tasks.ts';

export type TaskRow = ReturnType<typeof listOpenTasks>[number];

/** The open tasks that the actor may see, those due first before; `own`: theirs, and of their desks what nobody has taken. */
export function listOpenTasks(db: Db, actor: StaffActor, { own }: { readonly own: boolean }) {
	if (!mayAtAll(actor, 'read', 'task')) return [];
	return selectTasks(db, actor)
		.where(and(eq(tasks.state, 'open'), visibleTasks(db, actor, 'read'), own ? isOwn(db, actor) : undefined))
		.orderBy(asc(tasks.dueOn), asc(tasks.openedAt), asc(tasks.id))
		.all();
}

/** The open tasks of these kinds that the actor may see, whoever has them. */
export function listOpenTasksOfKinds(db: Db, actor: Actor, kinds: readonly TaskKind[]) {
	return selectTasks(db, actor)
		.where(and(eq(tasks.state, 'open'), inArray(tasks.kind, [...kinds]), visibleTasks(db, actor, 'read')))
		.orderBy(asc(tasks.dueOn), asc(tasks.id))
		.all();
}

/** The tasks about one session that the actor may see, whatever became of them, those due first before the others. */
export function listTasksOfSession(db: Db, actor: StaffActor, sessionId: SessionId) {
	if (!mayAtAll(actor, 'read', 'task')) return [];
	return selectTasks(db, actor)
		.where(and(eq(tasks.sessionId, sessionId), visibleTasks(db, actor, 'read')))
		.orderBy(asc(tasks.dueOn), asc(tasks.openedAt), asc(tasks.id))
		.all();
}

/** How many tasks were settled most recently are shown. */
const MOST_SETTLED = 25;

/** The tasks that were done or closed last, as far as the actor may see them. */
export function listSettledTasks(db: Db, actor: StaffActor) {
	if (!mayAtAll(actor, 'read', 'task')) return [];
	const settledAt = sql`(select max(${taskEntries.at}) from ${taskEntries} where ${taskEntries.taskId} = ${tasks.id})`;
	return selectTasks(db, actor)
		.where(and(inArray(tasks.state, ['done', 'closed']), visibleTasks(db, actor, 'read')))
		.orderBy(sql`${settledAt} desc`, asc(tasks.id))
		.limit(MOST_SETTLED)
		.all();
}

/** The task, if the actor may do this to it; null otherwise. */
export function findTask(db: Db, actor: Actor, id: TaskId, may: Access): TaskRow | null {
	const { query, values } = prepareFor(db, actor, `task ${may}`, (standIn) =>
		selectTasks(db, standIn)
			.where(and(eq(tasks.id, sql.placeholder('id')), visibleTasks(db, standIn, may)))
			.prepare(),
	);
	return query.get({ ...values, id }) ?? null;
}

/** What happened to the task, the latest last; ask for one that the actor may see. */
export function listTaskEntries(db: Db, taskId: TaskId) {
	const to = alias(staff, 'given_to');
	return db
		.select({
			...{ event: taskEntries.event, at: taskEntries.at, words: taskEntries.words },
			...{ byId: taskEntries.by, by: staff.name, to: to.name },
		})
		.from(taskEntries)
		.leftJoin(staff, eq(staff.id, taskEntries.by))
		.leftJoin(to, eq(to.id, taskEntries.toId))
		.where(eq(taskEntries.taskId, taskId))
		.orderBy(asc(taskEntries.number))
		.all();
}

export type KeptTask = typeof tasks.$inferSelect;

/** The task of this cause, whatever became of it: for the rule that opens and closes, never for a page. */
export function findTaskOfCause(db: Db, cause: string): KeptTask | null {
	const query = prepareOnce(db, 'task of a cause', () =>
		db
			.select()
			.from(tasks)
			.where(eq(tasks.cause, sql.placeholder('cause')))
			.prepare(),
	);
	return query.get({ cause }) ?? null;
}

/** The same of many causes, by them. */
export function listTasksOfCauses(db: Db, causes: readonly string[]): ReadonlyMap<string, KeptTask> {
	const query = prepareOnce(db, 'tasks of causes', () =>
		db
			.select()
			.from(tasks)
			.where(sql`${tasks.cause} in (select value from json_each(${sql.placeholder('causes')}))`)
			.prepare(),
	);
	return new Map(query.all({ causes: JSON.stringify(causes) }).map((task) => [task.cause, task]));
}

/** Open, overdue and told to nobody: the tasks of teams and of the leads, and those given to somebody. For the clock. */
export function listUntoldOverdue(db: Db, today: CalendarDay): KeptTask[] {
	return db
		.select()
		.from(tasks)
		.where(and(sql`${tasks.state} = 'open'`, lt(tasks.dueOn, today), isSomebodys, isNull(tasks.toldOnAt)))
		.orderBy(asc(tasks.dueOn), asc(tasks.id))
		.all();
}

const isSomebodys = or(inArray(tasks.desk, ['team', 'lead']), isNotNull(tasks.ownerId));

/** The open tasks that were given to somebody, or to this one: for the rule that gives them back, never for a page. */
export function listOwnedTasks(db: Db, { ownerId }: { readonly ownerId?: StaffId }): KeptTask[] {
	const theirs = ownerId ? eq(tasks.ownerId, ownerId) : isNotNull(tasks.ownerId);
	return db
		.select()
		.from(tasks)
		.where(and(sql`${tasks.state} = 'open'`, theirs))
		.orderBy(asc(tasks.id))
		.all();
}

/** Who leaves the teams of these cohorts on a day that has not come: still theirs until then. */
export function listLeaving(db: Db, cohortIds: readonly CohortId[], now: Instant) {
	const { staffId, cohortId, leftAt } = formerTeamMembers;
	return db
		.select({ staffId, cohortId })
		.from(formerTeamMembers)
		.where(and(inArray(cohortId, [...cohortIds]), gt(leftAt, now)))
		.all();
}

/** How many of these tasks the actor may see. */
export function countVisibleTasks(db: Db, actor: Actor, ids: readonly TaskId[]): number {
	if (ids.length === 0) return 0;
	const { query, values } = prepareFor(db, actor, 'visible tasks', (standIn) => {
		const isAmong = sql`${tasks.id} in (select value from json_each(${sql.placeholder('ids')}))`;
		return db
			.select({ many: count() })
			.from(tasks)
			.innerJoin(cohorts, eq(cohorts.id, tasks.cohortId))
			.where(and(isAmong, visibleTasks(db, standIn, 'read')))
			.prepare();
	});
	return query.get({ ...values, ids: JSON.stringify(ids) })?.many ?? 0;
}

/** What the policy needs to know of the cohort of a task, to say who may hold it. */
export function findCohortFacts(db: Db, cohortId: CohortId) {
	return listCohortFacts(db, [cohortId]).get(cohortId)!;
}

/** The same of many cohorts, by their ids. */
export function listCohortFacts(db: Db, cohortIds: readonly CohortId[]) {
	const { id, areaId, side } = cohorts;
	const found = db
		.select({ id, areaId, side })
		.from(cohorts)
		.where(inArray(id, [...cohortIds]))
		.all();
	const { cohortId, staffId, endedAt } = teamMembers;
	const team = db
		.select({ cohortId, staffId })
		.from(teamMembers)
		.where(and(inArray(cohortId, [...cohortIds]), isNull(endedAt)))
		.all();
	const staffOf = Map.groupBy(team, (one) => one.cohortId);
	return new Map(
		found.map(({ id: of, ...facts }) => [
			of,
			{ ...facts, teamStaffIds: (staffOf.get(of) ?? []).map((one) => one.staffId) },
		]),
	);
}

/** Given to them; or of a desk of theirs and nobody's yet. The team's desk is theirs while they are on the team. */
function isOwn(db: Db, actor: StaffActor): SQL {
	const desks = ownDesks(actor).map((desk) =>
		and(eq(tasks.desk, desk), desk === 'team' ? isOnTeam(db, actor) : undefined),
	);
	const free = and(isNull(tasks.ownerId), or(...desks) ?? sql`0`);
	return or(eq(tasks.ownerId, actor.staffId), free) ?? sql`0`;
}

/**
 * The person by name where the policy grants it, by their reference otherwise; the cohort and the session only for who may
 * read those: a partner-support worker has a task about every man, whoever he is.
 */
function selectTasks(db: Db, actor: Actor) {
	// What somebody wrote of a restricted person may name them.
	const saysWho = sql`(${people.id} is null or ${mayBeNamed(db, actor)})`;
	const readsCohort = visibleCohorts(db, actor, 'read', 'cohort');
	const owner = alias(staff, 'owner');
	return db
		.select({
			...{
				id: tasks.id,
				kind: tasks.kind,
				cause: tasks.cause,
				desk: tasks.desk,
				ownerId: tasks.ownerId,
				owner: owner.name,
			},
			...{ dueOn: tasks.dueOn, openedAt: tasks.openedAt, state: tasks.state },
			words: sql<string | null>`case when ${saysWho} then ${tasks.words} end`,
			note: sql<string | null>`case when ${saysWho} then ${tasks.note} end`,
			hasWords: sql<boolean>`${tasks.words} is not null`.mapWith(Boolean),
			showsWords: sql<boolean>`${saysWho}`.mapWith(Boolean),
			...{ outcome: tasks.outcome, toldOnAt: tasks.toldOnAt, version: tasks.version },
			...{ cohortId: tasks.cohortId, enrolmentId: tasks.enrolmentId, personId: people.id },
			person: shownWhereSeen(db, actor),
			readsPerson: sql<boolean>`${visiblePeople(db, actor, 'read', 'person')}`.mapWith(Boolean),
			cohort: sql<string | null>`case when ${readsCohort} then ${cohorts.name} end`,
			sessionId: sql<typeof tasks.$inferSelect.sessionId>`case when ${readsCohort} then ${tasks.sessionId} end`,
			planNumber: sql<number | null>`case when ${readsCohort} then ${sessions.planNumber} end`,
			day: sql<typeof sessions.$inferSelect.day>`case when ${readsCohort} then ${sessions.day} end`,
		})
		.from(tasks)
		.innerJoin(cohorts, eq(cohorts.id, tasks.cohortId))
		.leftJoin(enrolments, eq(enrolments.id, tasks.enrolmentId))
		.leftJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(sessions, eq(sessions.id, tasks.sessionId))
		.leftJoin(owner, eq(owner.id, tasks.ownerId));
}
