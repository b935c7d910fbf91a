import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { TaskId } from '#app/domain/shared/ids.ts';
import { giveBackTasks } from '#app/use-cases/tasks/give-back.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

test('the clock asks as many questions of one owned task as of twelve of as many cohorts', async () => {
	const counts: number[] = [];
	for (const many of [1, 12]) {
		const context = testContext({ now: '2026-01-27T21:00:00Z' });
		const { db, ids, clock } = context;
		const places = givenPlaces(context);
		const sam = givenStaff(context);
		for (const at of Array(many).keys()) {
			const cohort = givenCohort(context, { ...places, team: [sam], name: `Group ${at}` });
			const { enrolmentId } = givenMember(context, cohort);
			const about = { cohortId: cohort.cohortId, enrolmentId, sessionId: cohort.sessionIds[0]!, cause: `call:${at}` };
			const due = { dueOn: calendarDay('2026-02-09'), openedAt: clock.now(), state: 'open' } as const;
			db.insert(schema.tasks)
				.values({ id: ids.next<TaskId>(), kind: 'absence-call', desk: 'team', ownerId: sam.staffId, ...about, ...due })
				.run();
		}
		counts.push(await countQueries(db, () => expect(giveBackTasks(context, db, CLOCK)).toEqual([])));
	}
	expect(counts[1]).toBe(counts[0]);
});
