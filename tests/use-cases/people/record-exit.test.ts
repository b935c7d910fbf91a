import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { undoExit } from '#app/use-cases/people/undo-exit.ts';
import { findEnrolment, listRowsOfEnrolment } from '#db/queries/enrolments.ts';
import { enrolments } from '#db/schema/index.ts';
import { expectNoLonger, insertMarks } from '#db/stores/registers.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** Tuesday 3 March 2026, 6pm: sessions 1 to 7 of a cohort that began on 13 January have started or are about to. */
function office({ places = 12 } = {}) {
	const context = testContext();
	const { areaId } = givenPlaces(context);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
	const cohort = givenCohort(context, { areaId, places });
	const { enrolmentId, personId } = givenMember(context, cohort);
	const exit = (change: object = {}, version = 1) =>
		recordExit(context, coordinator, {
			enrolmentId,
			version,
			on: calendarDay('2026-02-20'),
			kind: 'left',
			reason: 'work',
			note: null,
			...change,
		});
	const mark = (index: number, what: 'attended' | 'absent-no-contact' | 'absent-notified') =>
		insertMarks(context.db, cohort.sessionIds[index]!, [
			{ enrolmentId, version: 2, mark: what, markedAt: context.clock.now() },
		]);
	const expectedPlans = () =>
		listRowsOfEnrolment(context.db, coordinator, enrolmentId).flatMap((row) => (row.expected ? row.planNumber : []));
	const enrolment = () => findEnrolment(context.db, coordinator, enrolmentId, 'read', 'person');
	return { context, areaId, coordinator, cohort, enrolmentId, personId, exit, mark, expectedPlans, enrolment };
}

test('an exit takes the person off every register after its day, and off none before', () => {
	const { exit, expectedPlans, enrolment } = office();
	expect(exit()).toMatchObject({ done: true });
	expect(expectedPlans()).toEqual([1, 2, 3, 4, 5, 6]);
	expect(enrolment()).toMatchObject({
		state: 'left',
		exitOn: '2026-02-20',
		exitKind: 'left',
		exitReason: 'work',
		version: 2,
	});
});

test('somebody who leaves on the day of a session stays on the register of that day', () => {
	const { exit, expectedPlans } = office();
	exit({ on: calendarDay('2026-02-17') });
	expect(expectedPlans().at(-1)).toBe(6);
});

test('somebody who leaves before the session of that day begins is not expected at it', () => {
	const { exit, expectedPlans } = office();
	exit({ on: calendarDay('2026-03-03') });
	expect(expectedPlans().at(-1)).toBe(7);
});

test('an apology for a session to come does not keep somebody who has left on its register, and is there after an undo', () => {
	const { context, coordinator, enrolmentId, exit, mark, expectedPlans } = office();
	mark(8, 'absent-notified');
	exit();
	expect(expectedPlans()).toEqual([1, 2, 3, 4, 5, 6]);
	undoExit(context, coordinator, { enrolmentId, version: 2 });
	expect(expectedPlans()).toHaveLength(17);
	expect(listRowsOfEnrolment(context.db, coordinator, enrolmentId)[8]).toMatchObject({ mark: 'absent-notified' });
});

test('an undone exit expects nobody at sessions from before they joined', () => {
	const { context, coordinator, cohort, enrolmentId, exit, expectedPlans } = office();
	context.db.update(enrolments).set({ joinsAtPlan: 3 }).where(eq(enrolments.id, enrolmentId)).run();
	expectNoLonger(context.db, enrolmentId, cohort.sessionIds.slice(0, 2));
	exit();
	undoExit(context, coordinator, { enrolmentId, version: 2 });
	expect(expectedPlans()[0]).toBe(3);
	expect(expectedPlans()).toHaveLength(15);
});

test('removal by the service is a fact of its own', () => {
	const { exit, enrolment } = office();
	exit({ kind: 'removed', reason: 'behaviour-in-sessions' });
	expect(enrolment()).toMatchObject({ state: 'removed', exitKind: 'removed' });
});

test('an exit lies between the enrolment and today, and “something else” needs words', () => {
	const { exit } = office();
	expect(exit({ on: calendarDay('2026-01-05') })).toMatchObject({ code: 'exit-before-enrolled' });
	expect(exit({ on: calendarDay('2026-03-04') })).toMatchObject({ code: 'exit-in-future' });
	expect(exit({ reason: 'other', note: ' ' })).toMatchObject({ code: 'words-needed' });
	expect(exit({ on: calendarDay('2026-03-03') })).toMatchObject({ done: true });
});

test('nobody left before a session that they attended, though absences after the day stay as they were marked', () => {
	const { exit, mark, expectedPlans } = office();
	mark(5, 'attended');
	mark(6, 'absent-no-contact');
	expect(exit({ on: calendarDay('2026-02-10') })).toMatchObject({
		code: 'attended-later',
		details: { planNumber: 6, day: '2026-02-17' },
	});
	expect(exit()).toMatchObject({ done: true });
	expect(expectedPlans()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a place ends once, and an old page does not end it again', () => {
	const { exit } = office();
	exit();
	expect(exit()).toMatchObject({ code: 'changed-meanwhile' });
	expect(exit({}, 2)).toMatchObject({ code: 'already-ended' });
});

test('an exit that is undone leaves the place as it was', () => {
	const { context, coordinator, enrolmentId, personId, exit, mark, expectedPlans, enrolment } = office();
	mark(0, 'attended');
	const before = enrolment();
	exit({ note: 'Found work on Tuesdays' });
	expect(undoExit(context, coordinator, { enrolmentId, version: 2 })).toEqual({ done: true, value: personId });
	expect(enrolment()).toEqual({ ...before, version: 3 });
	expect(expectedPlans()).toHaveLength(17);
});

test('somebody who never attended is enrolled again, not on programme', () => {
	const { context, coordinator, enrolmentId, exit, enrolment } = office();
	exit();
	undoExit(context, coordinator, { enrolmentId, version: 2 });
	expect(enrolment()).toMatchObject({ state: 'enrolled' });
});

test('an exit cannot be undone once the place is given away, once they are in another cohort, or when there is none', () => {
	const { context, areaId, coordinator, cohort, enrolmentId, personId, exit } = office({ places: 1 });
	const undo = (version: number) => undoExit(context, coordinator, { enrolmentId, version });
	expect(undo(1)).toMatchObject({ code: 'not-ended' });
	exit();
	const successor = givenMember(context, cohort);
	expect(undo(2)).toMatchObject({ code: 'cohort-full' });
	const other = givenCohort(context, { areaId, name: 'Thursday group' });
	context.db
		.update(enrolments)
		.set({ cohortId: other.cohortId, personId })
		.where(eq(enrolments.id, successor.enrolmentId))
		.run();
	expect(undo(2)).toMatchObject({ code: 'already-on-programme' });
});

test('leads record exits everywhere; facilitators and other areas find no place to end', () => {
	const { context, enrolmentId } = office();
	const elsewhere = givenPlaces(context, 'Southfield');
	const end = {
		enrolmentId,
		version: 1,
		on: calendarDay('2026-02-20'),
		kind: 'left',
		reason: 'work',
		note: null,
	} as const;
	const outsider = givenStaff(context, { roles: ['coordinator'], areaIds: [elsewhere.areaId] });
	const facilitator = givenStaff(context);
	expect(recordExit(context, outsider, end)).toMatchObject({ code: 'not-found' });
	expect(recordExit(context, facilitator, end)).toMatchObject({ code: 'not-found' });
	expect(undoExit(context, outsider, { enrolmentId, version: 1 })).toMatchObject({ code: 'not-found' });
	expect(recordExit(context, givenStaff(context, { roles: ['lead'] }), end)).toMatchObject({ done: true });
});
