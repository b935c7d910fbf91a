import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { mayCorrect } from '#app/domain/attendance/correction.ts';
import { countRegister } from '#app/domain/attendance/register.ts';
import { noteSchedule } from '#app/domain/cohorts/schedule-notes.ts';
import { checkDebriefOpen } from '#app/domain/debrief/debrief.ts';
import { recordOf } from '#app/domain/fidelity/session-record.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { mayUndoNotHeld } from '#app/domain/scheduling/not-held.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import { type CalendarDay, daysBetween } from '#app/domain/shared/calendar-day.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { dayOf, type Instant } from '#app/domain/shared/instant.ts';
import { isTaskOverdue } from '#app/domain/tasks/task.ts';
import { mayBeCovered } from '#app/domain/team/cover.ts';
import { paths } from '#app/paths.ts';
import { stripNote, stripSessions } from '#app/ui/blocks/strip-sessions.ts';
import { formatDay, formatTimeSpan } from '#app/ui/format.ts';
import { pairInWords } from '#app/ui/pairs/pair-words.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { countCatchUpsNeeded } from '#app/use-cases/catch-ups/read-catch-ups.ts';
import { readSupervision } from '#app/use-cases/debrief/supervision.ts';
import { readPairStep } from '#app/use-cases/pairs/read-pair-step.ts';
import { findMeetingPattern } from '#db/queries/cohorts.ts';
import { listAgreedActions, listNoteAuthors } from '#db/queries/debrief/debriefs.ts';
import { listLogAuthors } from '#db/queries/delivery-logs.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { findSessionDay, listKeptTimes, listTerm, type SessionDay } from '#db/queries/session-day.ts';
import { listTasksOfSession } from '#db/queries/tasks/tasks.ts';
import { listSessionTeam } from '#db/queries/team/covers.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { readChanges } from './changes-view.ts';
import { readFollowOn } from './follow-on-view.ts';
import { readObserving } from './observing-view.ts';

export type SessionView = NonNullable<ReturnType<typeof readSessionView>>;

/** All that the page of a session shows; null when it is not the actor's. */
export function readSessionView(context: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(context.db, actor, sessionId, 'read', 'session');
	if (!day) return null;
	const { session, cohort } = day;
	const record = recordIn(context, actor, day);
	const team = listSessionTeam(context.db, session);
	return {
		sessionId,
		cohort: cohort.name,
		planNumber: session.planNumber,
		isCatchUp: session.kind === 'catch-up',
		name: sessionName(session),
		when: session.time && {
			day: formatDay(session.time.day),
			time: formatTimeSpan(session.time.startTime, session.time.lengthMinutes),
		},
		where: [cohort.venue ?? 'Online', cohort.room].filter(Boolean).join(', '),
		team: listInWords(team.map(({ name }) => name)),
		teamSize: team.length,
		delivers: day.delivers,
		cancelledWhy: session.state === 'cancelled' ? session.stateReason : null,
		...planOf(context, day),
		...termOf(context, actor, day),
		...record,
		debrief: debriefOf(context, actor, day),
		followUps: followUpsOf(context, actor, day),
		...whatTheyMay(day, record.count.expected, context.clock.now()),
		observersHref: mayOn(context.db, actor, 'write', 'observer', cohort.id) ? paths.observers(sessionId) : null,
		...catchUpsOf(context, actor, day),
		...readFollowOn(context, actor, day),
		observing: readObserving(context, actor, day),
		changes: readChanges(context, actor, day),
		pair: pairOf(context, actor, day),
		back: backTo(actor, day),
	};
}

/** The linked cohort, once the two are out of step; only for who may change both. */
function pairOf(context: AppContext, actor: StaffActor, { cohort }: SessionDay) {
	const step = readPairStep(context, actor, cohort.id);
	const pair = step && pairInWords(step);
	return pair && !pair.isInStep ? pair : null;
}

/** How many need a catch-up of the session, and where one is booked; of a catch-up, where it is cancelled. */
function catchUpsOf(context: AppContext, actor: StaffActor, day: SessionDay) {
	const { session, may } = day;
	const isBookedCatchUp = session.kind === 'catch-up' && session.state === 'scheduled' && may('write', 'catch-up');
	const needed = countCatchUpsNeeded(context, actor, day);
	return {
		catchUpsNeeded: needed ?? 0,
		bookHref: needed === null ? null : paths.bookCatchUp(session.id),
		cancelHref: isBookedCatchUp ? paths.catchUpCancellation(session.id) : null,
	};
}

function planOf({ content }: AppContext, { session, cohort }: SessionDay) {
	const { title, aim, activities, minutes } = planNumbered(content.programmeOf(cohort), session.planNumber);
	return { title, aim, activities: activities.length, minutes };
}

function termOf({ db, clock, content }: AppContext, actor: StaffActor, { session, cohort }: SessionDay) {
	const sessions = listTerm(db, actor, cohort.id);
	const { skippedWeeks } = findMeetingPattern(db, cohort.id);
	const notes = noteSchedule(sessions, listKeptTimes(db, actor, cohort.id), skippedWeeks);
	const at = sessions.findIndex(({ id }) => id === session.id);
	const linkTo = (one: (typeof sessions)[number] | undefined) =>
		at >= 0 && one ? { href: paths.session(one.id), label: `Session ${one.planNumber}` } : null;
	return {
		previous: linkTo(sessions[at - 1]),
		next: linkTo(sessions[at + 1]),
		total: content.programmeOf(cohort).plans.length,
		strip: stripSessions({ sessions, notes, current: session.id, now: clock.now() }),
		stripNote: stripNote(notes),
	};
}

function recordIn({ db, clock }: AppContext, actor: StaffActor, { session }: SessionDay) {
	const count = countRegister(listRegisterRows(db, actor, session.id));
	const logAuthors = listLogAuthors(db, actor, session.id);
	return {
		count,
		logs: { saved: logAuthors.length, own: logAuthors.includes(actor.staffId) },
		record: recordOf(session, { ...count, logs: logAuthors.length }, clock.now()),
	};
}

/** How far the debrief is, as far as the actor may read it; null where they may read nothing of it. */
function debriefOf({ db, clock }: AppContext, actor: StaffActor, { session, may }: SessionDay) {
	if (!may('read', 'debrief')) return null;
	const authors = listNoteAuthors(db, actor, session.id);
	const actions = listAgreedActions(db, actor, session.id);
	const supervision = may('read', 'debrief.supervision') ? readSupervision(db, actor, session.id).state : 'none';
	return {
		isOpen: checkDebriefOpen(session, clock.now()).done,
		readsNotes: may('read', 'debrief.notes'),
		notes: authors.length,
		own: authors.includes(actor.staffId),
		actions: actions.filter(({ state }) => state === 'open').length,
		supervision,
	};
}

/** What of the follow-ups is left to the actor’s eyes, the first due day in words; null where they may see no task. */
function followUpsOf({ db, clock }: AppContext, actor: StaffActor, { session, may }: SessionDay) {
	if (!may('read', 'task')) return null;
	const tasks = listTasksOfSession(db, actor, session.id);
	const open = tasks.filter(({ state }) => state === 'open');
	const today = dayOf(clock.now());
	return {
		all: tasks.length,
		calls: open.filter(({ kind }) => kind === 'absence-call').length,
		others: open.filter(({ kind }) => kind !== 'absence-call').length,
		firstDue: open[0] ? dayInWords(open[0].dueOn, today) : null,
		isOverdue: open.some((task) => isTaskOverdue(task, today)),
	};
}

/** `today`, `tomorrow`, `on Friday 6 March 2026`. */
function dayInWords(day: CalendarDay, today: CalendarDay): string {
	const days = daysBetween(today, day);
	if (days === 0) return 'today';
	if (days === 1) return 'tomorrow';
	return `on ${formatDay(day)}`;
}

function whatTheyMay({ session, may, delivers, arranges }: SessionDay, expected: number, now: Instant) {
	const takesRegister = may('write', 'register');
	const mayStillSay = mayCorrect({ facilitates: delivers, oversees: arranges }, session, now) !== 'not-any-more';
	const hasBegun = session.state !== 'cancelled' && hasStarted(session, now);
	const hasCome = session.time !== null && session.time.day <= dayOf(now);
	return {
		mayTakeRegister: takesRegister,
		maySayNotHeld: takesRegister && session.state === 'scheduled' && hasCome,
		earlierEndHref: takesRegister && mayStillSay && hasBegun ? paths.earlierEnd(session.id) : null,
		mayUndo: takesRegister && mayUndoNotHeld(session, expected, session.changedAt, now).done,
		writesLog: may('write', 'delivery-log'),
		readsLog: may('read', 'delivery-log'),
		adaptations: may('read', 'adaptation.record')
			? { href: paths.adaptations(session.id), mayWrite: may('write', 'adaptation.record'), hasBegun }
			: null,
		coverHref: may('write', 'cover') && mayBeCovered(session, now).done ? paths.cover(session.id) : null,
	};
}

/** Where they came from: their day, the cohort, or for an observer the list of what they observe. */
function backTo(actor: StaffActor, { cohort, may }: SessionDay) {
	if (mayAtAll(actor, 'write', 'register')) return { href: paths.today(), text: 'Today' };
	if (may('read', 'cohort')) return { href: paths.cohort(cohort.id), text: cohort.name };
	return { href: paths.observations(), text: 'Observations' };
}
