import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { PlanToCheck } from '#app/use-cases/clashes/clash-finder.ts';
import { listClashes } from '#app/use-cases/clashes/list-clashes.ts';
import { enrolPerson } from '#app/use-cases/people/enrol-person.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { undoExit } from '#app/use-cases/people/undo-exit.ts';
import { inPairOrder } from '#db/queries/families/non-associations.ts';
import { listSessions } from '#db/queries/sessions.ts';
import * as schema from '#db/schema/index.ts';
import { trailOf } from '#tests/support/audit.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenDays, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

const NOT_AVAILABLE = { done: false, code: 'slot-not-available', details: {} };

/** His cohort on Tuesdays, half past six to half past eight, with Adam in it; the library is at the same stop. */
function town() {
	const context = testContext({ now: '2026-01-07T12:00:00Z' });
	const north = givenPlaces(context);
	const library = { ...givenPlaces(context, 'Library', { daysOf: 'survivor' }), areaId: north.areaId };
	const sides = ['perpetrator', 'survivor'] as const;
	const lead = givenStaff(context, { roles: ['lead'] });
	const both = givenStaff(context, { roles: ['coordinator'], areaIds: [north.areaId], sides });
	const [sam, noor] = [givenStaff(context), givenStaff(context, { name: 'Noor' })];
	const his = givenCohort(context, { ...north, team: [sam], sessionCount: 3 });
	const adam = givenMember(context, his, { givenName: 'Adam' });
	return { context, north, library, lead, both, sam, noor, his, adam };
}
type Town = ReturnType<typeof town>;

/** Her cohort at the library on Tuesday evenings, a quarter of an hour after his. */
function givenHers({ context, library, noor }: Town, change: Partial<Parameters<typeof givenCohort>[1]> = {}) {
	const hers = givenCohort(context, {
		...{ ...library, side: 'survivor', team: [noor], name: 'Evening group', programmeSlug: 'any-other' },
		...{ startTime: '20:45', sessionCount: 3, ...change },
	});
	return { hers, bea: givenMember(context, hers, { givenName: 'Bea', programmeSlug: 'any-other' }) };
}

function atOneStop({ db }: TestContext): void {
	db.update(schema.venues).set({ travelPoint: 'Bus station' }).run();
}

function planOf({ context, lead, his, north, sam }: Town): PlanToCheck {
	const sessions = listSessions(context.db, lead, [his.cohortId]);
	const { venueId, roomId } = north;
	const team = [sam.staffId];
	return { cohortId: his.cohortId, programme: null, side: 'perpetrator', venueId, roomId, team, sessions };
}

const sentencesFor = (here: Town, as: StaffActor, change: Partial<PlanToCheck> = {}) =>
	listClashes(here.context, here.context.db, as, { ...planOf(here), ...change }).map((clash) => [
		clash.planNumber,
		sentenceForClash(clash, 'Sam'),
	]);

function givenOneFamily({ context, north, lead, adam }: Town, bea: ReturnType<typeof givenHers>['bea']): void {
	givenFamily(context, {
		areaId: north.areaId,
		by: lead,
		members: [
			[adam.personId, 'father'],
			[bea.personId, 'mother'],
		],
	});
}

test('a cohort stands in nobody’s way of its own, and its members are known without being named', () => {
	const here = town();
	expect(sentencesFor(here, here.lead)).toEqual([]);
	const other = givenCohort(here.context, { areaId: here.north.areaId, name: 'Second group', sessionCount: 1 });
	const place = { personId: here.adam.personId, cohortId: other.cohortId, programmeSlug: 'any-other' } as const;
	const dates = { enrolledOn: '2026-01-06' as never, joinsAtPlan: 1, state: 'enrolled' } as const;
	here.context.db
		.insert(schema.enrolments)
		.values({ id: 'e' as never, ...place, ...dates })
		.run();
	const sentence = 'Second group meets at that time, and a participant has a place in it too';
	expect(sentencesFor(here, here.both)).toEqual([[1, sentence]]);
});

test('the two sides of a family at one stop are found, and told to who may know of families alone', () => {
	const here = town();
	const { bea } = givenHers(here);
	givenOneFamily(here, bea);
	expect(sentencesFor(here, here.lead)).toEqual([]);
	atOneStop(here.context);
	const sentence = 'Evening group is close by at about that time, with the other side of a family';
	expect(sentencesFor(here, here.lead)).toEqual([1, 2, 3].map((plan) => [plan, sentence]));
	// They see both cohorts, and not that the two of them are a family.
	expect(sentencesFor(here, here.both)).toEqual([1, 2, 3].map((plan) => [plan, 'This slot is not available']));
	const gone = {
		state: 'removed',
		exitOn: calendarDay('2026-01-06'),
		exitKind: 'removed',
		exitReason: 'other',
	} as const;
	here.context.db.update(schema.enrolments).set(gone).where(eq(schema.enrolments.personId, bea.personId)).run();
	expect(sentencesFor(here, here.lead)).toEqual([]);
});

test('the organisation’s own buffer is what counts', () => {
	const here = town();
	const { bea } = givenHers(here, { startTime: '22:00' });
	givenOneFamily(here, bea);
	atOneStop(here.context);
	expect(sentencesFor(here, here.lead)).toEqual([]);
	const context = { ...here.context, config: { ...here.context.config, familyBufferMinutes: 91 } } as TestContext;
	expect(sentencesFor({ ...here, context }, here.lead)).toHaveLength(3);
});

test('who delivers to both sides of a family is found wherever and whenever the other cohort meets', () => {
	const here = town();
	const { bea } = givenHers(here, { team: [here.sam], firstDay: '2026-09-10', startTime: '10:00' });
	givenOneFamily(here, bea);
	const sentence = 'Sam works with the other side of a family, in Evening group';
	expect(sentencesFor(here, here.lead)).toEqual([1, 2, 3].map((plan) => [plan, sentence]));
	expect(sentencesFor(here, here.lead, { team: [here.noor.staffId] })).toEqual([]);
});

test('a venue’s weekdays decide, whatever is booked, and on the other side’s days nothing else is told', () => {
	const here = town();
	const { north, both } = here;
	const isHis = givenStaff(here.context, { roles: ['coordinator'], areaIds: [north.areaId] });
	givenDays(here.context.db, north.venueId, 'survivor', ['tuesday']);
	const sentence = 'Tuesday is not one of this side’s days at the venue';
	const weeks = [1, 2, 3].map((plan) => [plan, sentence]);
	const empty = sentencesFor(here, isHis);
	givenHers(here, { ...north, team: [here.sam], startTime: '18:30' });
	expect([empty, sentencesFor(here, isHis)]).toEqual([weeks, weeks]);
	// Somebody of both sides reads what stands there.
	expect(sentencesFor(here, both).length).toBeGreaterThan(3);
});

test('nobody gets a place where they would be near somebody from whom they are kept, in the same words for every cause', () => {
	const causes = ['family', 'other side of the area', 'cohort'] as const;
	for (const cause of causes) {
		const here = town();
		const { context, north, both, lead, his } = here;
		const carl = givenMember(
			context,
			givenCohort(context, { areaId: north.areaId, programmeSlug: 'x', startTime: '09:00' }),
			{ givenName: 'Carl', programmeSlug: 'x' },
		);
		const { bea } = givenHers(here);
		atOneStop(context);
		const enrol = () =>
			enrolPerson(context, both, { cohortId: his.cohortId, who: { kind: 'known', reference: `REF-${carl.personId}` } });
		if (cause === 'family') givenOneFamily({ ...here, adam: carl }, bea);
		else {
			const other = cause === 'cohort' ? here.adam : bea;
			const pair = { ...inPairOrder(carl.personId, other.personId), reason: 'x', setBy: lead.staffId };
			context.db
				.insert(schema.nonAssociations)
				.values({ id: 'n' as never, ...pair, setAt: context.clock.now() })
				.run();
		}
		expect([cause, enrol()]).toEqual([cause, NOT_AVAILABLE]);
		expect(trailOf(context).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
			'person-enrolled slot-not-available',
			'slot-refused done',
		]);
	}
});

test('somebody who is in another group at that time is refused with the reason that their coordinator may know', () => {
	const here = town();
	const { context, north, both, lead, adam } = here;
	const other = givenCohort(context, {
		areaId: north.areaId,
		name: 'Second group',
		programmeSlug: 'inspiring-families-abusing',
	});
	const who = { kind: 'known', reference: `REF-${adam.personId}` } as const;
	const day = '2026-01-13';
	const sentence = 'Tuesday group meets at that time, and a participant has a place in it too';
	const refusal = { done: false, code: 'elsewhere-then', details: { day, sentence } };
	expect(enrolPerson(context, both, { cohortId: other.cohortId, who })).toEqual(refusal);
	const exit = { on: '2026-01-07' as never, kind: 'left', reason: 'work', note: null } as const;
	const { enrolmentId } = adam;
	expect(recordExit(context, lead, { enrolmentId, version: 1, ...exit })).toMatchObject({ done: true });
	expect(enrolPerson(context, both, { cohortId: other.cohortId, who })).toMatchObject({ done: true });
	// Back into the first one: now the second is where they are.
	expect(undoExit(context, lead, { enrolmentId, version: 2 })).toMatchObject({
		code: 'elsewhere-then',
		details: { sentence: sentence.replace('Tuesday', 'Second') },
	});
});

test('another’s group that the coordinator may not know of is no reason, only a slot that is not available', () => {
	const here = town();
	const { context, north, adam } = here;
	const south = givenPlaces(context, 'Southfield');
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [south.areaId, north.areaId] });
	const other = givenCohort(context, {
		areaId: south.areaId,
		name: 'Far group',
		programmeSlug: 'inspiring-families-abusing',
	});
	const nearby = { ...coordinator, areaIds: [south.areaId], opened: [adam.personId] };
	const who = { kind: 'known', reference: `REF-${adam.personId}` } as const;
	expect(enrolPerson(context, nearby, { cohortId: other.cohortId, who })).toEqual(NOT_AVAILABLE);
	expect(enrolPerson(context, coordinator, { cohortId: other.cohortId, who })).toMatchObject({
		code: 'elsewhere-then',
	});
});
