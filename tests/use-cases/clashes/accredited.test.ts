import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { layOutCohort } from '#app/use-cases/cohorts/lay-out-cohort.ts';
import { openDraft } from '#app/use-cases/cohorts/open-draft.ts';
import { type CohortDraft, planCohort } from '#app/use-cases/cohorts/plan-cohort.ts';
import { bookIndividual } from '#app/use-cases/sessions/book-individual.ts';
import { readBookings, suggestTime } from '#app/use-cases/sessions/plan-booking.ts';
import { recordAccreditation } from '#app/use-cases/team/keep-accreditations.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';
import { ASKED, givenTerm, lookAt, moveAs, type Term } from '../sessions/given.ts';
import { givenAccreditation } from '../team/given.ts';

const NOBODY = 'Nobody on the team is accredited for this programme on that day';

/** A coordinator plans seventeen Tuesdays from 13 January 2026 with Sam and Kim; neither is accredited. */
function office() {
	const context = testContext({ now: '2026-01-02T12:00:00Z' });
	const places = givenPlaces(context);
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId] });
	const lead = givenStaff(context, { roles: ['lead'] });
	const [sam, kim] = [givenStaff(context, { accreditedFor: [] }), givenStaff(context, { accreditedFor: [] })];
	const draft: CohortDraft = {
		name: 'Tuesday group',
		programme: { slug: 'caring-dads', version: '1', variant: null },
		areaId: places.areaId,
		nation: null,
		place: { venueId: places.venueId, roomId: places.roomId },
		leadId: sam.staffId,
		coFacilitatorIds: [kim.staffId],
		slots: [{ weekday: 'tuesday', startTime: clockTime('18:30') }],
		earliestStart: calendarDay('2026-01-13'),
		skippedWeeks: [],
		runsOnBankHoliday: false,
		places: 12,
	};
	const planned = () => {
		const outcome = planCohort(context, context.db, coordinator, draft);
		if (!outcome.done) throw new Error(outcome.code);
		return outcome.value;
	};
	const cohortId = context.ids.next<CohortId>();
	const save = (asDraft: boolean) => {
		const { fingerprint } = planned();
		return layOutCohort(context, coordinator, draft, { fingerprint, accepted: true, asDraft, cohortId });
	};
	const state = () => findCohort(context.db, coordinator, cohortId)?.state;
	return { context, coordinator, lead, sam, kim, cohortId, planned, save, state };
}

test('a cohort whose team has nobody accredited is saved as a draft alone, and opens once somebody is', () => {
	const { context, coordinator, lead, kim, cohortId, planned, save, state } = office();
	const { clashes, laidOut } = planned();
	expect(clashes.map((clash) => sentenceForClash(clash, ''))).toEqual(laidOut.sessions.map(() => NOBODY));
	expect(save(false)).toMatchObject({ code: 'clashes' });
	expect(save(true)).toMatchObject({ done: true });
	expect(state()).toBe('draft');
	const open = () => openDraft(context, coordinator, { cohortId, accepted: true });
	expect(open()).toEqual({ done: false, code: 'clashes', details: { clashes } });
	const { staffId } = kim;
	const since = { accreditedOn: calendarDay('2026-01-02'), expiresOn: null };
	const recorded = { staffId, programmeSlug: 'inspiring-families-abusing', ...since };
	expect(recordAccreditation(context, lead, recorded)).toMatchObject({ done: true });
	expect(open()).toMatchObject({ code: 'clashes' });
	expect(recordAccreditation(context, lead, { ...recorded, programmeSlug: 'caring-dads' })).toMatchObject({
		done: true,
	});
	expect(open()).toMatchObject({ done: true });
	expect(state()).toBe('recruiting');
});

test('an accreditation that ends within the term stands in the way of the sessions after it alone', () => {
	const { context, sam, planned } = office();
	givenAccreditation(context, sam, { expiresOn: '2026-03-10' });
	const { clashes, laidOut } = planned();
	const after = laidOut.sessions.filter(({ time }) => time !== null && time.day > '2026-03-10');
	expect(after.length).toBeGreaterThan(3);
	expect(clashes).toEqual(
		after.map(({ planNumber, time }) => ({ planNumber, day: time!.day, kind: 'nobody-accredited' })),
	);
});

test('somebody whose account is closed delivers nothing, whatever they were accredited for', () => {
	const { context, coordinator, sam, cohortId, save } = office();
	expect(save(true)).toMatchObject({ done: true });
	givenAccreditation(context, sam);
	context.db.update(schema.staff).set({ state: 'deactivated' }).where(eq(schema.staff.id, sam.staffId)).run();
	expect(openDraft(context, coordinator, { cohortId, accepted: true })).toMatchObject({ code: 'clashes' });
	context.db.update(schema.staff).set({ state: 'active' }).where(eq(schema.staff.id, sam.staffId)).run();
	expect(openDraft(context, coordinator, { cohortId, accepted: true })).toMatchObject({ done: true });
});

test('a mixed pair that the programme wants and that is lost takes a tick, where the genders are known', () => {
	const { context, sam, kim, planned } = office();
	givenAccreditation(context, sam);
	const sentence = 'The programme wants a mixed pair, and this team is not one';
	const is = ({ staffId }: StaffActor, gender: 'male' | 'female' | 'not-stated') =>
		context.db
			.insert(schema.staffProfiles)
			.values({ staffId, gender })
			.onConflictDoUpdate({ target: schema.staffProfiles.staffId, set: { gender } })
			.run();
	expect(planned().warnings).toEqual([]);
	is(sam, 'male');
	is(kim, 'male');
	expect(planned()).toMatchObject({ clashes: [], warnings: [sentence] });
	for (const gender of ['female', 'not-stated'] as const) {
		is(kim, gender);
		expect(planned().warnings).toEqual([]);
	}
});

/** Sam alone delivers the term, and is accredited up to and with this day. */
function lapsing(until: string): Term {
	const term = givenTerm();
	endsOn(term.context, until);
	return term;
}

function endsOn({ db }: TestContext, until: string): void {
	db.update(schema.staffAccreditations)
		.set({ expiresOn: calendarDay(until) })
		.run();
}

test('a session is not moved to a day on which nobody is accredited any more, neither alone nor with the later ones', () => {
	const term = lapsing('2026-02-17');
	const { context, coordinator, sessionIds } = term;
	expect(moveAs(context, coordinator, sessionIds[5]!, { day: '2026-02-16' })).toMatchObject({ done: true });
	const late = lookAt(context, coordinator, sessionIds[5]!, { day: '2026-02-19' });
	if (!late.done || !late.value.ways.one.done) throw new Error('no such move');
	expect(late.value.ways.one.value.clashes).toEqual([{ planNumber: 6, day: '2026-02-19', kind: 'nobody-accredited' }]);
	const asked = { day: '2026-01-20', scope: 'later' } as const;
	expect(moveAs(context, coordinator, sessionIds[0]!, asked)).toMatchObject({ code: 'clashes' });
});

test('a running cohort whose accreditations have lapsed still moves its sessions: the move is not what made it so', () => {
	const term = lapsing('2026-01-11');
	const { context, coordinator, sessionIds } = term;
	expect(moveAs(context, coordinator, sessionIds[1]!, { day: '2026-01-22' })).toMatchObject({ done: true });
	const all = { day: '2026-01-15', scope: 'later' } as const;
	expect(moveAs(context, coordinator, sessionIds[0]!, all)).toMatchObject({ done: true });
});

test('an individual session is booked only where somebody is accredited, and suggested nowhere else', () => {
	const term = lapsing('2026-01-21');
	const { context, coordinator, sessionIds, enrolmentId } = term;
	const sessionId = sessionIds[5]!;
	const unbooked = { kind: 'individual', day: null, startTime: null, startsAt: null, endsAt: null } as const;
	context.db.update(schema.sessions).set(unbooked).where(eq(schema.sessions.id, sessionId)).run();
	const book = (day: string) =>
		bookIndividual(context, coordinator, {
			...{ sessionId, enrolmentId, asked: ASKED },
			to: { day: calendarDay(day), startTime: clockTime('10:00'), lengthMinutes: 60 },
		});
	const suggested = () => {
		const read = readBookings(context, context.db, coordinator, sessionId);
		return read && suggestTime(context, context.db, coordinator, read);
	};
	expect(suggested()).toBeNull();
	endsOn(context, '2026-03-20');
	expect(suggested()).toMatchObject({ day: expect.stringMatching(/^2026-0[23]/) });
	endsOn(context, '2026-01-21');
	expect(book('2026-01-22')).toMatchObject({ code: 'clashes', details: { clashes: [{ kind: 'nobody-accredited' }] } });
	expect(book('2026-01-21')).toMatchObject({ done: true });
});

test('what a team is accredited for is asked once, however much of it there is', async () => {
	const [few, many] = [office(), office()];
	givenAccreditation(few.context, few.sam);
	for (const who of [many.sam, many.kim]) {
		for (const { slug } of many.context.content.programmes.filter(({ variant }) => variant === null)) {
			givenAccreditation(many.context, who, { programmeSlug: slug });
		}
	}
	const [one, other] = [
		await countQueries(few.context.db, few.planned),
		await countQueries(many.context.db, many.planned),
	];
	expect(other).toBe(one);
});
