import { and, asc, desc, eq, exists, isNull, or, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { supervisionCause } from '#app/domain/debrief/supervision.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import {
	cohorts,
	formerTeamMembers,
	sessionCovers,
	sessions,
	supervisionEntries,
	tasks,
	teamMembers,
} from '../../schema/index.ts';
import { isOfTerm, toSession } from '../sessions.ts';
import { listTasksOfCauses } from '../tasks/tasks.ts';
import { visibleTasks } from '../tasks/visible-tasks.ts';
import { visibleSessions } from '../visible-cohorts.ts';

/**
 * Every session that was held of every cohort in which this member of staff was ever on the team or stood in, as far as
 * the actor may read it, the first before the others: the rule of `partIn` says which were theirs.
 */
export function listPracticeSessions(db: Db, actor: Actor, staffId: StaffId) {
	const { id, name, programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohorts;
	return db
		.select({ session: sessions, cohort: { id, name, slug, version, variant } })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				wasEverIn(db, staffId),
				isOfTerm(),
				isNull(sessions.enrolmentId),
				eq(sessions.state, 'held'),
				visibleSessions(db, actor, 'read', 'session'),
			),
		)
		.orderBy(asc(sessions.startsAt), asc(sessions.id))
		.all()
		.map(({ session, cohort }) => ({ session: toSession(session), cohort }));
}

/** On the team of the cohort at any time, or standing in at the session; whether they are still let in or not. */
function wasEverIn(db: Db, staffId: StaffId) {
	const one = { one: sql`1` };
	const { sessionId, coveringId, state } = sessionCovers;
	const isCovering = and(eq(sessionId, sessions.id), eq(coveringId, staffId), eq(state, 'accepted'));
	return or(
		...[teamMembers, formerTeamMembers].map((team) =>
			exists(
				db
					.select(one)
					.from(team)
					.where(and(eq(team.cohortId, cohorts.id), eq(team.staffId, staffId))),
			),
		),
		exists(db.select(one).from(sessionCovers).where(isCovering)),
	);
}

/**
 * What this member of staff asked to bring to supervision, the newest first, with the history of each session’s wish and
 * where the leads’ task stands; of sessions whose supervision the actor may read.
 */
export function listSupervisionAsked(db: Db, actor: Actor, staffId: StaffId) {
	const { sessionId, event, words, at, by } = supervisionEntries;
	const found = db
		.select({
			...{ sessionId, event, words, at, by },
			...{ cohort: cohorts.name, kind: sessions.kind, planNumber: sessions.planNumber, day: sessions.day },
		})
		.from(supervisionEntries)
		.innerJoin(sessions, eq(sessions.id, supervisionEntries.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(visibleSessions(db, actor, 'read', 'debrief.supervision'))
		.orderBy(asc(supervisionEntries.at), asc(supervisionEntries.number))
		.all();
	const ofSession = [...Map.groupBy(found, (entry) => entry.sessionId).values()];
	const asked = ofSession.filter((entries) => entries.some((one) => one.event === 'asked' && one.by === staffId));
	const taskOf = listTasksOfCauses(
		db,
		asked.map((entries) => supervisionCause(entries[0]!.sessionId)),
	);
	return asked
		.map((entries) => {
			const own = entries.findLast((one) => one.event === 'asked' && one.by === staffId)!;
			return { ...own, entries, task: taskOf.get(supervisionCause(own.sessionId)) ?? null };
		})
		.toReversed();
}

/** The actions agreed in debriefs that are this member of staff’s, those due first before; `mayOpen`: the task is there. */
export function listActionsOf(db: Db, actor: Actor, staffId: StaffId) {
	return db
		.select({
			...{ id: tasks.id, words: tasks.words, dueOn: tasks.dueOn, state: tasks.state, sessionId: sessions.id },
			...{ cohort: cohorts.name, kind: sessions.kind, planNumber: sessions.planNumber },
			mayOpen: sql<boolean>`${visibleTasks(db, actor, 'read')}`.mapWith(Boolean),
		})
		.from(tasks)
		.innerJoin(sessions, eq(sessions.id, tasks.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, tasks.cohortId))
		.where(
			and(
				eq(tasks.kind, 'debrief-action'),
				eq(tasks.ownerId, staffId),
				visibleSessions(db, actor, 'read', 'debrief.actions'),
			),
		)
		.orderBy(desc(sql`${tasks.state} = 'open'`), asc(tasks.dueOn), asc(tasks.id))
		.all();
}
