import type { StaffActor } from '#app/domain/access/actor.ts';
import { REASON_LABELS } from '#app/domain/attendance/marks.ts';
import { recordOf } from '#app/domain/fidelity/session-record.ts';
import { type CalendarDay, daysBetween, plusDays } from '#app/domain/shared/calendar-day.ts';
import { dayOf, type Instant } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDay, formatDayAndTime, formatTimeSpan } from '#app/ui/format.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { listCoversAsked } from '#app/use-cases/team/read-cover-asked.ts';
import { listExpected, listWorkingSessions, type WorkingSession } from '#db/queries/today.ts';

import { desksView } from './desks-view.ts';

export type TodayView = ReturnType<typeof readTodayView>;
export type NextSession = TodayView['next'][number];
export type OverdueSession = TodayView['overdue'][number];

/** How long what is missing of a finished cohort stays on the page, in days after its last session. */
const OVERDUE_SHOWN_DAYS = 60;

/** The next session of each cohort, today's included, and what should have been recorded by now and is not. */
export function readTodayView(context: RequestContext, actor: StaffActor) {
	const { db, clock } = context;
	const now = clock.now();
	const today = dayOf(now);
	const all = listWorkingSessions(db, actor, plusDays(today, -OVERDUE_SHOWN_DAYS));
	// A catch-up stands beside the next session of its cohort, never in its place.
	const lineOf = ({ cohort, session }: WorkingSession) => `${cohort.id} ${session.kind === 'catch-up'}`;
	const ofCohort = [...Map.groupBy(all, lineOf).values()];
	const next = inTime(ofCohort.flatMap((sessions) => nextOf(sessions, today)));
	const sessionIds = next.map(({ session }) => session.id);
	const expected = listExpected(db, actor, sessionIds);
	showsPeople(
		context,
		expected.map(({ personId }) => personId),
	);
	const names = Map.groupBy(expected, ({ sessionId }) => sessionId);
	return {
		...desksView(context, actor, all),
		today: formatDay(today),
		hasCohorts: all.length > 0,
		next: next.map((one) => ({
			...placeOf(one),
			total: one.cohort.total,
			isToday: one.session.time?.day === today,
			whenInWords: whenInWords(one.session.time?.day ?? null, today),
			record: recordOf(one.session, one.counts, now),
			counts: one.counts,
			...peopleIn(names.get(one.session.id) ?? []),
		})),
		asked: listCoversAsked(context, actor).map(({ cover, session: { time } }) => ({
			href: paths.coverAnswer(cover.id),
			when: formatDayAndTime(time.day, time.startTime),
		})),
		overdue: inTime(all).flatMap((one) => overdueOf(one, now, today)),
	};
}

/** Today's sessions of a cohort, cancelled ones too; without one, its first session to come. */
function nextOf(sessions: readonly WorkingSession[], today: CalendarDay): readonly WorkingSession[] {
	const ahead = inTime(sessions.filter(({ session }) => session.time !== null && session.time.day >= today));
	const todays = ahead.filter(({ session }) => session.time?.day === today);
	return todays.length > 0 ? todays : ahead.filter(({ session }) => session.state === 'scheduled').slice(0, 1);
}

function overdueOf(one: WorkingSession, now: Instant, today: CalendarDay) {
	const { overdue } = recordOf(one.session, one.counts, now);
	if (!overdue.register && !overdue.log) return [];
	const { expected, notRecorded } = one.counts;
	return [
		{ ...placeOf(one), whenInWords: whenInWords(one.session.time?.day ?? null, today), overdue, expected, notRecorded },
	];
}

function placeOf({ session, cohort }: WorkingSession) {
	return {
		sessionId: session.id,
		cohortId: cohort.id,
		cohort: cohort.name,
		planNumber: session.planNumber,
		isCatchUp: session.kind === 'catch-up',
		sessionName: sessionName(session),
		state: session.state,
		stateReason: session.stateReason,
		day: session.time && formatDay(session.time.day),
		time: session.time && formatTimeSpan(session.time.startTime, session.time.lengthMinutes),
		where: [cohort.venue ?? 'Online', cohort.room].filter(Boolean).join(', '),
	};
}

function peopleIn(rows: ReturnType<typeof listExpected>) {
	const nameOf = (row: (typeof rows)[number]) => row.name;
	const apologies = rows.filter(({ mark }) => mark === 'absent-notified');
	return {
		expected: rows.filter((row) => !apologies.includes(row)).map(nameOf),
		apologies: apologies.map((row) => {
			const why = [row.reason && REASON_LABELS[row.reason].toLowerCase(), row.note].filter(Boolean).join(', ');
			return why ? `${nameOf(row)} (${why})` : nameOf(row);
		}),
	};
}

/** `Today`, `Tomorrow`, `In 5 days`, `3 days ago`. */
function whenInWords(day: CalendarDay | null, today: CalendarDay): string {
	if (day === null) return 'Not booked yet';
	const days = daysBetween(today, day);
	if (days === 0) return 'Today';
	if (days === 1) return 'Tomorrow';
	if (days === -1) return 'Yesterday';
	return days > 0 ? `In ${days} days` : `${-days} days ago`;
}

function inTime<Timed extends Pick<WorkingSession, 'session'>>(sessions: readonly Timed[]): readonly Timed[] {
	const startOf = ({ session }: Timed) => session.time?.startsAt ?? '';
	return sessions.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
}
