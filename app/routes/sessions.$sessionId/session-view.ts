import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { countRegister } from '#app/domain/attendance/register.ts';
import { noteSchedule } from '#app/domain/cohorts/schedule-notes.ts';
import { recordOf } from '#app/domain/fidelity/session-record.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { mayUndoNotHeld } from '#app/domain/scheduling/not-held.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { stripNote, stripSessions } from '#app/ui/blocks/strip-sessions.ts';
import { formatDay, formatTimeSpan } from '#app/ui/format.ts';
import { findMeetingPattern, listTeams } from '#db/queries/cohorts.ts';
import { countSessionLogs } from '#db/queries/delivery-logs.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { findSessionDay, listKeptTimes, listTerm } from '#db/queries/session-day.ts';

export type SessionView = NonNullable<ReturnType<typeof readSessionView>>;

/** All that the page of a session shows; null when it is not the actor's. */
export function readSessionView({ db, clock, content }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'read', 'register');
	if (!day) return null;
	const { session, cohort } = day;
	const now = clock.now();
	const sessions = listTerm(db, actor, cohort.id);
	const notes = noteSchedule(
		sessions,
		listKeptTimes(db, actor, cohort.id),
		findMeetingPattern(db, cohort.id).skippedWeeks,
	);
	const rows = listRegisterRows(db, actor, sessionId);
	const logs = countSessionLogs(db, actor, sessionId);
	const count = countRegister(rows);
	const plan = planNumbered(content.programmeOf(cohort), session.planNumber);
	return {
		sessionId,
		cohortId: cohort.id,
		cohort: cohort.name,
		planNumber: session.planNumber,
		total: sessions.length,
		title: plan.title,
		aim: plan.aim,
		activities: plan.activities.length,
		minutes: plan.minutes,
		when: session.time && {
			day: formatDay(session.time.day),
			time: formatTimeSpan(session.time.startTime, session.time.lengthMinutes),
		},
		where: [cohort.venue ?? 'Online', cohort.room].filter(Boolean).join(', '),
		team: listInWords(listTeams(db, [cohort.id]).map(({ name }) => name)),
		strip: stripSessions({ sessions, notes, current: sessionId, now }),
		stripNote: stripNote(notes),
		record: recordOf(session, { ...count, logs }, now),
		count,
		logs,
		cancelledWhy: session.state === 'cancelled' ? session.stateReason : null,
		mayUndo: day.may('write', 'register') && mayUndoNotHeld(session, session.changedAt, now).done,
		mayTakeRegister: day.may('write', 'register'),
		maySayNotHeld:
			day.may('write', 'register') &&
			session.state === 'scheduled' &&
			session.time !== null &&
			session.time.day <= dayOf(now),
		writesLog: day.may('write', 'delivery-log'),
		readsLog: day.may('read', 'delivery-log'),
	};
}
