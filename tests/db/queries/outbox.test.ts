import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { countMessages, findMessage, listMessages, MESSAGES_PER_PAGE } from '#db/queries/outbox.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenStaff } from '#tests/support/world.ts';
import { givenReminded, outboxOf } from '../../use-cases/reminders/given.ts';

function givenMessages(members: number) {
	const context = testContext();
	const world = givenReminded(context);
	for (let number = 1; number < members; number += 1) givenMember(context, world);
	planReminders(context, OPERATOR);
	return { context, ...world };
}

test('a page of the outbox takes as many queries for one message as for thirty', async () => {
	const queriesFor = async (members: number) => {
		const { context, facilitator } = givenMessages(members);
		return countQueries(context.db, () => {
			countMessages(context.db, facilitator);
			listMessages(context.db, facilitator, { state: null, page: 1 });
		});
	};
	expect(await queriesFor(30)).toBe(await queriesFor(1));
});

test('the outbox has pages, and every message is on exactly one of them', () => {
	const { context, facilitator } = givenMessages(30);
	const pages = [1, 2, 3].map((page) => listMessages(context.db, facilitator, { state: null, page }));
	expect(pages.map((rows) => rows.length)).toEqual([MESSAGES_PER_PAGE, 30 - MESSAGES_PER_PAGE, 0]);
	expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(30);
});

test('messages are counted and filtered by state', () => {
	const { context, facilitator } = givenMessages(4);
	expect(countMessages(context.db, facilitator)).toMatchObject({ queued: 1, blocked: 3, sent: 0 });
	const blocked = listMessages(context.db, facilitator, { state: 'blocked', page: 1 });
	expect(blocked.map(({ reason }) => reason)).toEqual(Array(3).fill('no-safe-contact'));
});

test('a facilitator sees the messages of their cohorts, a coordinator those of their area and side, a lead all, an administrator none', () => {
	const { context, areaId, facilitator } = givenMessages(1);
	const other = givenStaff(context);
	const theirs = givenCohort(context, {
		areaId,
		team: [other],
		firstDay: '2026-03-10',
		sessionCount: 1,
		side: 'survivor',
	});
	givenMember(context, theirs);
	planReminders(context, OPERATOR);
	const [first, second] = outboxOf(context).map(({ id }) => id);
	const coordinator = (sides: 'perpetrator' | 'survivor') =>
		givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: [sides] });
	const seenBy = (actor: typeof facilitator) => {
		const listed = listMessages(context.db, actor, { state: null, page: 1 }).map(({ id }) => id);
		const found = [first!, second!].filter((id) => findMessage(context.db, actor, id) !== null);
		expect(listed.toSorted()).toEqual(found.toSorted());
		expect(Object.values(countMessages(context.db, actor)).reduce((sum, count) => sum + count, 0)).toBe(found.length);
		return found;
	};
	expect(seenBy(facilitator)).toHaveLength(1);
	expect(seenBy(other)).toHaveLength(1);
	expect(seenBy(facilitator)).not.toEqual(seenBy(other));
	expect(seenBy(coordinator('perpetrator'))).toEqual(seenBy(facilitator));
	expect(seenBy(coordinator('survivor'))).toEqual(seenBy(other));
	expect(seenBy(givenStaff(context, { roles: ['lead'] }))).toHaveLength(2);
	expect(seenBy(givenStaff(context, { roles: ['administrator'] }))).toEqual([]);
	expect(seenBy(givenStaff(context))).toEqual([]);
});
