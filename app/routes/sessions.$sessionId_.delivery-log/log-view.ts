import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { noteSchedule } from '#app/domain/cohorts/schedule-notes.ts';
import { sessionAdherence } from '#app/domain/fidelity/adherence.ts';
import { chooseLog } from '#app/domain/fidelity/delivery-log.ts';
import { sessionDose } from '#app/domain/fidelity/dose.ts';
import { type Activity, planNumbered } from '#app/domain/programmes/programme.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { stripNote, stripSessions } from '#app/ui/blocks/strip-sessions.ts';
import { ratingInWords } from '#app/ui/fidelity/rating-in-words.ts';
import { twoLogs } from '#app/ui/fidelity/two-logs.ts';
import { formatDayAndTime, formatInstant } from '#app/ui/format.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { listSessionLogs, type SavedLog } from '#db/queries/delivery-logs.ts';
import { findSessionDay, listKeptTimes, listTerm } from '#db/queries/session-day.ts';

export type LogView = NonNullable<ReturnType<typeof readLogView>>;
export type LogFigures = LogView['logs'][number];

/** All that the page of a delivery log shows; null when the actor may not read it. */
export function readLogView({ db, clock, content }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'read', 'delivery-log');
	if (!day) return null;
	const { session, cohort } = day;
	const now = clock.now();
	const sessions = listTerm(db, actor, cohort.id);
	const notes = noteSchedule(sessions, listKeptTimes(db, actor, cohort.id), []);
	const programme = content.programmeOf(cohort);
	const { activities } = planNumbered(programme, session.planNumber);
	const versions = listSessionLogs(db, actor, sessionId);
	const { used, apart } = chooseLog(versions);
	const logs = used ? [used, ...apart] : [];
	const own = logs.find(({ staffId }) => staffId === actor.staffId) ?? null;
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	const isOpen = session.state !== 'cancelled' && hasStarted(session, now);
	return {
		sessionId,
		planNumber: session.planNumber,
		name: sessionTitle(session),
		caption: `${cohort.name} · ${sessionName(session)} of ${programme.plans.length} · ${when}`,
		strip: stripSessions({ sessions, notes, current: sessionId, now }),
		stripNote: stripNote({ moved: notes.moved, skipped: [] }),
		activities,
		mayWrite: isOpen && day.may('write', 'delivery-log'),
		whyClosed: whyClosed(session.state, session.stateReason, when, isOpen),
		own: own && { version: own.version, note: own.note, ratings: own.ratings },
		logs: logs.filter(({ isBlind }) => !isBlind).map((log) => figuresOf(log, activities)),
		twoLogs: twoLogs(
			logs.filter(({ isBlind }) => !isBlind),
			activities,
		),
		/** Colleagues whose log is kept back until one's own is saved. */
		keptBack: logs.filter(({ isBlind }) => isBlind).map(({ staffName }) => staffName),
	};
}

function whyClosed(state: string, reason: string | null, when: string, isOpen: boolean): string | null {
	if (state === 'cancelled') return `This session did not go ahead: ${reason}`;
	return isOpen ? null : `The log opens when the session starts: ${when}.`;
}

/** What one log says: its shares with their counts, its minutes, and every answer. */
function figuresOf({ staffName, version, savedAt, note, ratings }: SavedLog, activities: readonly Activity[]) {
	const logged = { activities, ratings };
	return {
		by: staffName,
		version,
		savedAt: formatInstant(savedAt),
		note,
		adherence: sessionAdherence(logged)!,
		dose: sessionDose(logged)!,
		answers: activities.map(({ key, title, core, minutes }) => {
			const rated = ratings.find(({ activityKey }) => activityKey === key);
			return { key, title, core, plannedMinutes: minutes, answer: ratingInWords(rated) };
		}),
	};
}
