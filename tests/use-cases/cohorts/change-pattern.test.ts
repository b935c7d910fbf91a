import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { changePattern } from '#app/use-cases/cohorts/change-pattern.ts';
import { type PatternDraft, planPattern } from '#app/use-cases/cohorts/plan-pattern.ts';
import { findCohort, findMeetingPattern } from '#db/queries/cohorts.ts';
import * as schema from '#db/schema/index.ts';
import { givenCohort } from '#tests/support/world.ts';
import { ASKED, datesOf, givenTerm, moveAs, sessionOf, type Term } from '../sessions/given.ts';

const THURSDAYS: PatternDraft = {
	slots: [{ weekday: 'thursday', startTime: clockTime('10:00') }],
	skippedWeeks: [{ from: calendarDay('2026-02-02'), to: calendarDay('2026-02-08'), label: 'Half term' }],
	runsOnBankHoliday: false,
	skipsSchoolHolidays: false,
	from: calendarDay('2026-01-13'),
};

function change(term: Term, changes: Partial<PatternDraft> = {}, actor: StaffActor = term.coordinator) {
	const { context, cohortId } = term;
	const draft = { ...THURSDAYS, ...changes };
	const planned = planPattern(context, context.db, actor, { cohortId, draft });
	if (!planned.done) return planned;
	return changePattern(context, actor, { cohortId, draft, asked: ASKED, fingerprint: planned.value.fingerprint });
}

test('past sessions stay, and the plans to come are laid over the new pattern, which the cohort keeps', () => {
	const term = givenTerm('2026-01-21T12:00:00Z');
	expect(change(term)).toEqual({ done: true, value: term.cohortId });
	expect(datesOf(term.context, term.cohortId)).toEqual([
		'1 2026-01-13 18:30 scheduled',
		'2 2026-01-20 18:30 scheduled',
		'3 2026-01-22 10:00 scheduled',
		'4 2026-01-29 10:00 scheduled',
		'5 2026-02-12 10:00 scheduled',
		'6 2026-02-19 10:00 scheduled',
	]);
	expect(findMeetingPattern(term.context.db, term.cohortId)).toEqual({
		slots: THURSDAYS.slots,
		skippedWeeks: THURSDAYS.skippedWeeks,
	});
	expect(findCohort(term.context.db, term.coordinator, term.cohortId)).toMatchObject({
		earliestStart: '2026-01-13',
		version: 2,
	});
	expect(sessionOf(term.context, term.sessionIds[2]!)).toMatchObject({ timeVersion: 2, sequence: 1 });
	expect(sessionOf(term.context, term.sessionIds[1]!)).toMatchObject({ timeVersion: 1, sequence: 0 });
});

test('before the first session the start moves with it, and never into the past once anybody had a place', () => {
	const term = givenTerm();
	expect(change(term, { from: calendarDay('2025-12-01') }).done).toBe(true);
	expect(datesOf(term.context, term.cohortId)[0]).toBe('1 2026-01-15 10:00 scheduled');
	const empty = givenTerm();
	empty.context.db.delete(schema.registerRows).run();
	empty.context.db.delete(schema.enrolments).where(eq(schema.enrolments.cohortId, empty.cohortId)).run();
	expect(change(empty, { from: calendarDay('2025-12-01') }).done).toBe(true);
	expect(datesOf(empty.context, empty.cohortId)[0]).toBe('1 2025-12-04 10:00 scheduled');
});

test('a clash, and anything that changed meanwhile, is shown first', () => {
	const term = givenTerm();
	givenCohort(term.context, {
		...term.places,
		name: 'Other',
		firstDay: '2026-02-12',
		startTime: '10:00',
		sessionCount: 1,
	});
	expect(change(term)).toMatchObject({ done: false, code: 'clashes' });
	const { context, coordinator, cohortId } = term;
	const draft = { ...THURSDAYS, slots: [{ weekday: 'monday' as const, startTime: clockTime('10:00') }] };
	const planned = planPattern(context, context.db, coordinator, { cohortId, draft });
	if (!planned.done) throw new Error(planned.code);
	moveAs(context, coordinator, term.sessionIds[3]!, { day: '2026-02-05' });
	const { fingerprint } = planned.value;
	const stale = changePattern(context, coordinator, { cohortId, draft, asked: ASKED, fingerprint });
	expect(stale).toMatchObject({ done: false, code: 'plan-changed' });
});

test('only who arranges the cohort changes its pattern', () => {
	const term = givenTerm();
	expect(change(term, {}, term.sam)).toMatchObject({ done: false, code: 'not-found' });
});
