import type { MarkEntry } from '#app/domain/attendance/register.ts';
import { type CalendarDay, plusDays, WEEKDAYS, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { dayOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { bookCatchUp } from '#app/use-cases/catch-ups/book-catch-up.ts';
import { type PersonsCatchUps, readCatchUps } from '#app/use-cases/catch-ups/read-catch-ups.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { listRegisterRows } from '../queries/registers.ts';
import { listSessions } from '../queries/sessions.ts';
import { certainly, type Stage } from './stage.ts';

const ATTENDED: MarkEntry = { mark: 'attended', minutes: null, reason: null, note: null };

/**
 * Catch-ups of the group that Sam Okafor and Kezia Mensah run: one man made up for a session, two are booked for one
 * together, and others need one still or are too late for it.
 */
export function tellCatchUps(stage: Stage, cohortId: CohortId): void {
	const { now } = stage;
	const [plan, both] = sharedNeeds(stage, cohortId);
	const single = needing(stage, cohortId).find(
		({ person, planNumber }) => planNumber !== plan && !both.includes(person),
	);
	if (single) saveMark(stage, book(stage, cohortId, single.planNumber, [single.person], -1, '09:15'), ATTENDED);
	stage.at(plusMinutes(now, -90));
	if (both.length > 0) book(stage, cohortId, plan, both, 3, '09:15');
	stage.at(now);
}

type Need = { readonly person: PersonsCatchUps; readonly planNumber: number };

/** Who of the cohort needs a catch-up of which plan and may be booked for one, as Sam Okafor reads it. */
export function needing(stage: Stage, cohortId: CohortId): readonly Need[] {
	const { context } = stage;
	const { people } = readCatchUps(context, context.db, stage.actor('sam'), cohortId)!;
	return people.flatMap((person) =>
		person.left === 0
			? []
			: person.catchUps.flatMap(({ state, planNumber }) => (state === 'needed' ? [{ person, planNumber }] : [])),
	);
}

/** The latest plan that two men missed who may both be booked. */
function sharedNeeds(stage: Stage, cohortId: CohortId): readonly [number, readonly PersonsCatchUps[]] {
	const ofPlan = [...Map.groupBy(needing(stage, cohortId), ({ planNumber }) => planNumber)];
	const [plan, needs] = ofPlan.toSorted(([one], [other]) => other - one).find(([, all]) => all.length > 1) ?? [0, []];
	return [plan, needs.slice(0, 2).map(({ person }) => person)];
}

/** A catch-up by telephone that is entered after it: a working day ago, later in the morning than the other. */
export function bookPast(stage: Stage, cohortId: CohortId, { person, planNumber }: Need): SessionId {
	return book(stage, cohortId, planNumber, [person], -1, '11:15');
}

/** The register of a catch-up: everybody who was booked has the one mark. */
export function saveMark(stage: Stage, sessionId: SessionId, entry: MarkEntry): void {
	const { context } = stage;
	const rows = listRegisterRows(context.db, stage.actor('sam'), sessionId);
	const choices = rows.map(({ enrolmentId, version }) => ({ enrolmentId, openedVersion: version, entry }));
	const register = { sessionId, choices, restAttended: false, correctionReason: null };
	certainly(recordRegister(context, stage.actor('sam'), register));
}

/** On the first working day in this direction, so many days from today, on which nothing is closed or in the way. */
function book(
	stage: Stage,
	cohortId: CohortId,
	planNumber: number,
	people: readonly PersonsCatchUps[],
	days: number,
	startTime: string,
): SessionId {
	const { context, now } = stage;
	const sam = stage.actor('sam');
	const missed = listSessions(context.db, sam, [cohortId]).find((session) => session.planNumber === planNumber)!;
	const bookOn = (day: CalendarDay) =>
		bookCatchUp(context, sam, {
			sessionId: missed.id,
			enrolmentIds: people.map(({ enrolmentId }) => enrolmentId),
			to: { day, startTime: clockTime(startTime), lengthMinutes: 60 },
			staffIds: [sam.staffId],
			lateBecause: null,
		});
	const step = days < 0 ? -1 : 1;
	let day = plusDays(dayOf(now), days);
	for (;;) {
		const outcome = isWeekend(day) ? null : bookOn(day);
		if (outcome?.done || (outcome && !MAY_BE_LATER.includes(outcome.code))) return certainly(outcome);
		day = plusDays(day, step);
	}
}

/** Another day may be free; no other day changes any other refusal. */
const MAY_BE_LATER: readonly string[] = ['day-closed', 'clashes'];

function isWeekend(day: CalendarDay): boolean {
	return WEEKDAYS.indexOf(weekdayOf(day)) > 4;
}
