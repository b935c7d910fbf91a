import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { listGaps } from '#app/use-cases/gaps/list-gaps.ts';
import { listWorkingSessions } from '#db/queries/today.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenAccreditation } from '../team/given.ts';

test('the gaps of twelve cohorts take as many questions as those of one, and name each session that was delivered late', async () => {
	const counts: number[] = [];
	for (const many of [1, 12]) {
		const context = testContext({ now: '2026-01-27T21:00:00Z' });
		const { db } = context;
		const places = givenPlaces(context);
		const lead = givenStaff(context, { roles: ['lead'] });
		for (const at of Array(many).keys()) {
			const sam = givenStaff(context, { accreditedFor: [] });
			givenAccreditation(context, sam, { expiresOn: '2026-01-13' });
			givenCohort(context, { ...places, team: [sam], name: `Group ${at}`, sessionCount: 2 });
		}
		db.update(schema.sessions).set({ state: 'held' }).run();
		const all = listWorkingSessions(db, lead, calendarDay('2026-01-01'));
		counts.push(
			await countQueries(db, () => {
				const lapsed = listGaps(context, lead, all).filter(({ kind }) => kind === 'accreditation-lapsed');
				expect(lapsed.map(({ of }) => of.session.planNumber)).toEqual(Array(many).fill(2));
			}),
		);
	}
	expect(counts[0]).toBeGreaterThan(0);
	expect(counts[1]).toBe(counts[0]);
});
