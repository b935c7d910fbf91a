import { expect, test } from 'vitest';
import { hasBothSidesDecision } from '#db/queries/access/both-sides.ts';
import { bothSidesDecisions } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

test('a decision that somebody works on both sides is theirs alone, and holds until it is ended', () => {
	const context = testContext();
	const [jo, other, lead] = [givenStaff(context), givenStaff(context), givenStaff(context, { roles: ['lead'] })];
	const decide = () =>
		context.db
			.insert(bothSidesDecisions)
			.values({ staffId: jo.staffId, reason: 'Leave', decidedBy: lead.staffId, decidedAt: context.clock.now() })
			.run();
	expect(hasBothSidesDecision(context.db, jo.staffId)).toBe(false);
	decide();
	expect(hasBothSidesDecision(context.db, jo.staffId)).toBe(true);
	expect(hasBothSidesDecision(context.db, other.staffId)).toBe(false);
	context.db.update(bothSidesDecisions).set({ endedAt: context.clock.now() }).run();
	expect(hasBothSidesDecision(context.db, jo.staffId)).toBe(false);
});
