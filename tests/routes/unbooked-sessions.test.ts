import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { paths } from '#app/paths.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { layOutCohort } from '#app/use-cases/cohorts/lay-out-cohort.ts';
import { planCohort } from '#app/use-cases/cohorts/plan-cohort.ts';
import { enrolPerson } from '#app/use-cases/people/enrol-person.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenContact, outboxOf } from '../use-cases/reminders/given.ts';

/** Fifteen group sessions with dates and two individual ones that nobody has booked, with two members. */
function givenVariant() {
	const context = testContext({ now: '2026-01-05T09:00:00Z' });
	const { areaId, venueId, roomId } = givenPlaces(context);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
	const [sam, kim] = [givenStaff(context), givenStaff(context, { name: 'Kim Mensah' })];
	const draft = {
		name: 'Tuesday group',
		programme: { slug: 'caring-dads', version: '1', variant: '15-plus-2' },
		areaId,
		nation: null,
		place: { venueId, roomId },
		leadId: sam.staffId,
		coFacilitatorIds: [kim.staffId],
		slots: [{ weekday: 'tuesday', startTime: clockTime('18:30') } as const],
		earliestStart: calendarDay('2026-01-13'),
		skippedWeeks: [],
		runsOnBankHoliday: false,
		places: 12,
	};
	const planned = planCohort(context, context.db, coordinator, draft);
	if (!planned.done) throw new Error(planned.code);
	const confirmation = {
		fingerprint: planned.value.fingerprint,
		accepted: true,
		cohortId: context.ids.next<CohortId>(),
	};
	const saved = layOutCohort(context, coordinator, draft, confirmation);
	if (!saved.done) throw new Error(saved.code);
	const cohortId = saved.value;
	const members = ['CD1', 'CD2'].map((reference) => {
		const who = { kind: 'new', givenName: 'Alex', familyName: 'Smith', reference } as const;
		const enrolled = enrolPerson(context, coordinator, { cohortId, who });
		if (!enrolled.done) throw new Error(enrolled.code);
		return enrolled.value;
	});
	const sessions = listSessions(context.db, coordinator, [cohortId]);
	return { context, coordinator, sam, cohortId, members, sessions };
}
type World = ReturnType<typeof givenVariant>;

/** The pages that show the cohort, and those of its first session and of the two that are not booked. */
async function pagesOf({ context, coordinator, sam, cohortId, members, sessions }: World) {
	const shown = sessions.filter(({ planNumber, time }) => planNumber === 1 || time === null);
	const ofSessions = shown.flatMap(({ id }) => [
		paths.session(id),
		paths.sessionPlan(id),
		paths.register(id),
		paths.notHeld(id),
		paths.deliveryLog(id),
	]);
	const { personId, enrolmentId } = members[0]!;
	const byFacilitator = [
		paths.today(),
		paths.cohort(cohortId),
		paths.person(personId),
		paths.messages(),
		...ofSessions,
	];
	const byCoordinator = [paths.cohorts(), paths.cohort(cohortId), paths.newMember(cohortId), paths.exit(enrolmentId)];
	const visits = [
		...byFacilitator.map((path) => ({ path, as: sam })),
		...byCoordinator.map((path) => ({ path, as: coordinator })),
	];
	return Promise.all(
		visits.map(async ({ path, as }) => ({ path, status: (await visit(context, path, { as })).status })),
	);
}

test('a cohort with individual sessions that nobody booked is shown on its pages before, while and after it runs', async () => {
	const world = givenVariant();
	const { context, coordinator, sam, members, sessions } = world;
	const unbooked = sessions.filter(({ time }) => time === null);
	expect(unbooked.map(({ planNumber }) => planNumber)).toEqual([9, 15]);
	givenContact(context, sam, members[0]!.personId, { reviewBy: calendarDay('2026-12-31') });
	for (const now of ['2026-01-05T10:00:00Z', '2026-03-24T19:00:00Z', '2026-06-01T09:00:00Z']) {
		context.setNow(now);
		for (const { id, time } of sessions) {
			if (time === null || time.startsAt > context.clock.now()) continue;
			const choices = listRegisterRows(context.db, sam, id).flatMap(({ enrolmentId, mark, version }) =>
				mark === null ? [{ enrolmentId, openedVersion: version, entry: null }] : [],
			);
			recordRegister(context, sam, { sessionId: id, choices, restAttended: true, correctionReason: null });
		}
		await planAndSend(context);
		expect((await pagesOf(world)).filter(({ status }) => status !== 200)).toEqual([]);
	}
	const made = makeCalendarFeed(context, sam);
	if (!made.done) throw new Error(made.code);
	const feed = await visit(context, paths.calendarFeed(made.value.secret));
	expect(feed.html.match(/BEGIN:VEVENT/g)).toHaveLength(15);
	expect(outboxOf(context).some(({ sessionId }) => unbooked.some(({ id }) => id === sessionId))).toBe(false);
	const page = await visit(context, paths.cohort(world.cohortId), { as: coordinator });
	expect(page.text).toContain('Session 9 not booked');
});

test('an individual session that nobody booked takes an apology at most, and an exit takes everybody off it', async () => {
	const { context, coordinator, sam, members, sessions } = givenVariant();
	const [first] = members;
	const { id } = sessions.find(({ time }) => time === null)!;
	expect((await visit(context, paths.notHeld(id), { as: sam, form: { reason: 'Snow', version: '1' } })).text).toContain(
		'This session has no date yet',
	);
	const attended = { mark: 'attended', minutes: null, reason: null, note: null } as const;
	const choices = [{ enrolmentId: first!.enrolmentId, openedVersion: 1, entry: attended }];
	const mark = recordRegister(context, sam, { sessionId: id, choices, restAttended: false, correctionReason: null });
	expect(mark).toMatchObject({ code: 'marks-at-fault' });
	const exit = { on: calendarDay('2026-01-05'), kind: 'left', reason: 'work', note: null } as const;
	recordExit(context, coordinator, { enrolmentId: first!.enrolmentId, version: 1, ...exit });
	expect(listRegisterRows(context.db, sam, id).map(({ enrolmentId }) => enrolmentId)).toEqual([
		members[1]!.enrolmentId,
	]);
});
