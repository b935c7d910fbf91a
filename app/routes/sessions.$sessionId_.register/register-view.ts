import type { StaffActor } from '#app/domain/access/actor.ts';
import { isOnRecord, mayCorrect } from '#app/domain/attendance/correction.ts';
import { MARK_MEANINGS, REASON_LABELS } from '#app/domain/attendance/marks.ts';
import { countRegister } from '#app/domain/attendance/register.ts';
import { noteSchedule } from '#app/domain/cohorts/schedule-notes.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, wallTimeOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { stripNote, stripSessions } from '#app/ui/blocks/strip-sessions.ts';
import { formatDayAndTime, formatInstant, formatTime } from '#app/ui/format.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { listRegisterRowsWithHistory, type RegisterRow } from '#db/queries/registers.ts';
import { findSessionDay, listKeptTimes, listTermAndBeside, type SessionDay } from '#db/queries/session-day.ts';
import { concernOf, readBeside } from './beside-view.ts';
import { countNeeding, standingInWords } from './standing.ts';

export type RegisterView = NonNullable<ReturnType<typeof readRegisterView>>;
export type RowView = RegisterView['rows'][number];

/** All that the page of a register shows, in four reads whatever its length; null when it is not the actor's. */
export function readRegisterView(context: RequestContext, actor: StaffActor, sessionId: SessionId) {
	const { db, clock, content, credentials } = context;
	const day = findSessionDay(db, actor, sessionId, 'write', 'register');
	if (!day) return null;
	const { session, cohort, delivers, arranges } = day;
	const now = clock.now();
	const { term: sessions, beside: besideTheTerm } = listTermAndBeside(db, actor, cohort.id);
	const hasMoved = sessions.some(({ timeVersion }) => timeVersion > 1);
	const notes = noteSchedule(sessions, hasMoved ? listKeptTimes(db, actor, cohort.id) : [], []);
	const people = listRegisterRowsWithHistory(db, actor, sessionId);
	const rows = people.map(({ row }) => row);
	showsRows(context, rows);
	const byId = new Map([...sessions, ...besideTheTerm].map((one) => [one.id, one]));
	const programme = content.programmeOf(cohort);
	const leave = mayCorrect({ facilitates: delivers, oversees: arranges }, session, now);
	const beside = readBeside(context, actor, day, { sessions, rows, programme });
	const keptAs = wordsToKeep(credentials, actor, sessionId);
	return {
		...{ sessionId, name: sessionTitle(session), isCatchUp: session.kind === 'catch-up' },
		keep: keptAs('all'),
		catchUps: catchUpsIn(day, () => countNeeding(people, session.planNumber, { sessions: byId, programme, now })),
		caption: captionOf(day, sessions.length),
		strip: stripSessions({ sessions, notes, current: sessionId, now }),
		stripNote: stripNote({ moved: notes.moved, skipped: [] }),
		...standingOf(day, now),
		rows: people.map((person) => ({
			...rowView(person.row, day, now),
			keep: keptAs(person.row.enrolmentId),
			isFixed: leave === 'not-any-more' && isOnRecord(person.row, session),
			standing: standingInWords(person, byId, programme, now),
			concern: concernOf(beside.concerns, person.row.enrolmentId),
		})),
		count: countRegister(rows),
		...beside,
		asksForCorrectionReason: leave === 'needs-reason' && rows.some((row) => isOnRecord(row, session)),
		writesLog: day.may('write', 'delivery-log'),
		lastSaved: lastSaved(rows, now),
		printedAt: formatInstant(now),
	};
}

function showsRows(context: RequestContext, rows: readonly RegisterRow[]): void {
	const people = rows.map(({ personId }) => personId);
	showsPeople(context, people);
}

/** The browser may keep marks that are not saved under words that nobody can read (safety.md §6). */
function wordsToKeep({ hashSecret }: RequestContext['credentials'], { staffId }: StaffActor, sessionId: SessionId) {
	return (of: EnrolmentId | 'all') => hashSecret(`register ${staffId} ${sessionId} ${of}`).slice(0, 16);
}

function standingOf(day: SessionDay, now: Instant) {
	const { time, lengthMinutes, state, stateReason } = day.session;
	return {
		phase: phaseOf(day, now),
		startsInWords: time && formatDayAndTime(time.day, time.startTime),
		lengthMinutes,
		cancelledWhy: state === 'cancelled' ? stateReason : null,
	};
}

/** Who needs a catch-up of a session that was held, for who may book one; null when nobody does. */
function catchUpsIn({ session, may }: SessionDay, count: () => number) {
	const isAsked = session.kind !== 'catch-up' && session.state === 'held' && may('write', 'catch-up');
	const needed = isAsked ? count() : 0;
	return needed > 0 ? { needed, href: paths.bookCatchUp(session.id) } : null;
}

function captionOf({ cohort, session }: SessionDay, total: number): string {
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	return `${cohort.name} · ${sessionName(session)} of ${total} · ${when}`;
}

/** Before the start a register takes apologies only, and a session that did not go ahead has none. */
function phaseOf({ session }: SessionDay, now: Instant): 'in-advance' | 'started' | 'cancelled' {
	if (session.state === 'cancelled') return 'cancelled';
	return hasStarted(session, now) ? 'started' : 'in-advance';
}

function rowView(row: RegisterRow, { session }: SessionDay, now: Instant) {
	const { enrolmentId, name, mark, minutes, reason, note, version } = row;
	return {
		key: enrolmentId,
		name,
		mark,
		minutes,
		reason,
		note,
		version,
		status: statusOf(row, session.time?.day, now),
	};
}

/** What stands at the right of a row: the reason of an exception, whom to ring, or that it is saved. */
function statusOf({ mark, reason, note }: RegisterRow, day: string | undefined, now: Instant) {
	if (mark === null) return null;
	if (reason !== null)
		return { text: reason === 'other' && note ? note : REASON_LABELS[reason], colour: 'blue' as const };
	const ring = MARK_MEANINGS[mark].startsFollowUp && day === dayOf(now);
	return ring ? { text: 'Ring tomorrow', colour: 'orange' as const } : { text: 'Marked', colour: 'green' as const };
}

/** `saved 6:34pm`, with the day when it was another one; null while nothing is. */
function lastSaved(rows: readonly RegisterRow[], now: Instant): string | null {
	const at = rows
		.flatMap(({ markedAt }) => markedAt ?? [])
		.sort()
		.at(-1);
	if (!at) return null;
	return dayOf(at) === dayOf(now) ? `saved ${formatTime(wallTimeOf(at).time)}` : `saved ${formatInstant(at)}`;
}
