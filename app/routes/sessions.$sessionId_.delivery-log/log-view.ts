import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { noteSchedule } from '#app/domain/cohorts/schedule-notes.ts';
import { changesWithoutRecord } from '#app/domain/fidelity/adaptation-records.ts';
import { sessionAdherence } from '#app/domain/fidelity/adherence.ts';
import { orderInNumbers } from '#app/domain/fidelity/delivered-order.ts';
import { chooseLog } from '#app/domain/fidelity/delivery-log.ts';
import { sessionDose } from '#app/domain/fidelity/dose.ts';
import { type Activity, planNumbered } from '#app/domain/programmes/programme.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { stripNote, stripSessions } from '#app/ui/blocks/strip-sessions.ts';
import { ratingInWords } from '#app/ui/fidelity/rating-in-words.ts';
import { twoLogs } from '#app/ui/fidelity/two-logs.ts';
import { formatDayAndTime, formatInstant } from '#app/ui/format.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { listSessionLogs, type SavedLog } from '#db/queries/delivery-logs.ts';
import { findSessionDay, listKeptTimes, listTerm } from '#db/queries/session-day.ts';
import { listSessionTeam } from '#db/queries/team/covers.ts';

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
		own: own && ownOf(own, activities),
		/** Who may be ticked as having delivered: the session’s team, with who stands in. */
		team: listSessionTeam(db, session).map(({ staffId, name }) => ({ value: staffId as string, label: name })),
		logs: logs.filter(({ isBlind }) => !isBlind).map((log) => figuresOf(log, activities)),
		twoLogs: twoLogs(
			versions.filter(({ isBlind }) => !isBlind),
			activities,
		),
		/** Where to say what was changed, once a log that may be seen says that something was. */
		adaptationsHref: isChanged(logs) && day.may('read', 'adaptation.record') ? paths.adaptations(sessionId) : null,
		/** Colleagues whose log is kept back until one's own is saved. */
		keptBack: logs.filter(({ isBlind }) => isBlind).map(({ staffName }) => staffName),
	};
}

function ownOf({ version, note, ratings, order, deliveredBy }: SavedLog, activities: readonly Activity[]) {
	return {
		...{ version, note, ratings },
		order: order ? orderInNumbers(order, activities).numbers.join(', ') : '',
		deliveredBy: deliveredBy.map(({ staffId }) => staffId as string),
	};
}

function whyClosed(state: string, reason: string | null, when: string, isOpen: boolean): string | null {
	if (state === 'cancelled') return `This session did not go ahead: ${reason}`;
	return isOpen ? null : `The log opens when the session starts: ${when}.`;
}

function isChanged(logs: readonly SavedLog[]): boolean {
	return logs.some(({ ratings }) => changesWithoutRecord(ratings, []).length > 0);
}

/** What one log says: its shares with their counts, its minutes, and every answer. */
function figuresOf(log: SavedLog, activities: readonly Activity[]) {
	const { staffName, version, savedAt, note, ratings } = log;
	const logged = { activities, ratings };
	return {
		by: staffName,
		version,
		savedAt: formatInstant(savedAt),
		note,
		facts: factsOf(log, activities),
		adherence: sessionAdherence(logged)!,
		dose: sessionDose(logged)!,
		answers: activities.map(({ key, title, core, minutes }) => {
			const rated = ratings.find(({ activityKey }) => activityKey === key);
			return { key, title, core, plannedMinutes: minutes, answer: ratingInWords(rated) };
		}),
	};
}

/** Who delivered and in which order, where the log says so. */
function factsOf({ order, deliveredBy }: SavedLog, activities: readonly Activity[]): readonly string[] {
	const facts = [];
	if (deliveredBy.length > 0) facts.push(`Delivered by ${listInWords(deliveredBy.map(({ name }) => name))}.`);
	if (!order) return facts;
	const { numbers, isOther } = orderInNumbers(order, activities);
	const said = `In ${isOther ? 'another order than the plan’s' : 'the order of the plan'}: ${numbers.join(', ')}.`;
	return [...facts, said];
}
