import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { makeCalendarFeed } from '#app/use-cases/calendar/make-calendar-feed.ts';
import { openCalendarFeed } from '#app/use-cases/calendar/open-calendar-feed.ts';
import { keepTeamDuties } from '#app/use-cases/cohorts/keep-team-duties.ts';
import { listCohorts } from '#db/queries/cohorts.ts';
import { listPeople } from '#db/queries/people.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A cohort of three Tuesdays from 13 to 27 January 2026, and what its facilitator sees of it once the clock has come by. */
function delivered() {
	const context = testContext({ now: '2026-01-20T12:00:00Z' });
	const { areaId } = givenPlaces(context);
	const sam = givenStaff(context);
	const cohort = givenCohort(context, { areaId, team: [sam], sessionCount: 3 });
	givenMember(context, cohort);
	const made = makeCalendarFeed(context, sam);
	if (!made.done) throw new Error(made.code);
	const seen = () => [
		listCohorts(context.db, sam).length,
		listPeople(context.db, sam).length,
		listRegisterRows(context.db, sam, cohort.sessionIds[0]!).length,
		openCalendarFeed(context, made.value.secret)?.entries.length,
	];
	const at = (now: string) => {
		context.setNow(now);
		keepTeamDuties(context, OPERATOR);
		return seen();
	};
	return { context, areaId, sam, cohort, at };
}

const ALL = [1, 1, 1, 3];
const NOTHING = [0, 0, 0, 0];

test('the cohort, its people, registers and feed are the team’s until the seventh day after its last session is over', () => {
	const { at } = delivered();
	expect(at('2026-01-28T12:00:00Z')).toEqual(ALL);
	expect(at('2026-02-03T23:59:00Z')).toEqual(ALL);
	expect(at('2026-02-04T00:00:00Z')).toEqual(NOTHING);
});

test('they are there again when the cohort goes on after all', () => {
	const { context, cohort, at } = delivered();
	expect(at('2026-02-10T12:00:00Z')).toEqual(NOTHING);
	const booked = "update sessions set day = '2026-02-17' where id = ?";
	context.db.$client.prepare(booked).run(cohort.sessionIds[2]!);
	expect(at('2026-02-10T12:01:00Z')).toEqual(ALL);
	expect(at('2026-02-25T12:00:00Z')).toEqual(NOTHING);
});

test('whoever leads or coordinates sees the cohort as before', () => {
	const { context, areaId, at } = delivered();
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
	at('2026-06-01T12:00:00Z');
	expect(listCohorts(context.db, coordinator)).toHaveLength(1);
});

test('somebody who is on two teams loses only the cohort that is over', () => {
	const { context, areaId, sam, at } = delivered();
	givenCohort(context, { areaId, name: 'Later group', team: [sam], firstDay: '2026-02-03' });
	at('2026-02-10T12:00:00Z');
	expect(listCohorts(context.db, sam).map(({ name }) => name)).toEqual(['Later group']);
});

test('looking at thirty cohorts that go on takes as many statements as looking at one', async () => {
	const { context, areaId } = delivered();
	const one = await countQueries(context.db, () => keepTeamDuties(context, OPERATOR));
	for (let count = 0; count < 30; count += 1) {
		givenCohort(context, { areaId, name: `Group ${count}`, team: [givenStaff(context)], sessionCount: 2 });
	}
	expect(await countQueries(context.db, () => keepTeamDuties(context, OPERATOR))).toBe(one);
});
