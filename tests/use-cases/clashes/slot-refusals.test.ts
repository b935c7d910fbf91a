import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { SLOT_REFUSALS_ALLOWED } from '#app/domain/access/probing.ts';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { countSlotRefusal, NEUTRAL, refuseAsking } from '#app/use-cases/clashes/slot-refusals.ts';
import { slotRefusals } from '#db/schema/index.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const TWO = [NEUTRAL, { kind: 'room-double-booked' }, NEUTRAL] as const;

test('each answer without a reason counts once and is kept in the audit trail; others do neither', () => {
	const context = testContext();
	const asker = givenStaff(context);
	countSlotRefusal(context, asker, [{ kind: 'room-double-booked' }]);
	countSlotRefusal(context, OPERATOR, TWO);
	expect([trailOf(context), context.db.select().from(slotRefusals).all()]).toEqual([[], []]);
	countSlotRefusal(context, asker, TWO, asId<CohortId>('id000009'));
	expect(context.db.select().from(slotRefusals).all()).toMatchObject([{ staffId: asker.staffId, failures: 1 }]);
	expect(trailOf(context)).toMatchObject([
		{ by: asker.staffId, action: 'slot-refused', record: 'cohort id000009', outcome: 'done', details: { slots: 2 } },
	]);
});

test('after ten within an hour there is an hour’s wait for this member of staff, across a restart', () => {
	const file = join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'plumbline.db');
	const context = testContext({ now: '2026-03-03T18:00:00Z', file });
	const [asker, other] = [givenStaff(context), givenStaff(context)];
	for (let times = 0; times < SLOT_REFUSALS_ALLOWED; times += 1) {
		expect(refuseAsking(context, context.db, asker)).toBeNull();
		context.setNow(`2026-03-03T18:0${times}:00Z`);
		countSlotRefusal(context, asker, [NEUTRAL]);
	}
	context.db.$client.close();
	const again = testContext({ now: '2026-03-03T18:10:00Z', file });
	const until = '2026-03-03T19:09:00Z';
	expect(refuseAsking(again, again.db, asker)).toEqual({ done: false, code: 'too-many-slots', details: { until } });
	expect(refuseAsking(again, again.db, other)).toBeNull();
	expect(refuseAsking(again, again.db, OPERATOR)).toBeNull();
	again.setNow('2026-03-03T19:08:59Z');
	expect(refuseAsking(again, again.db, asker)).not.toBeNull();
	again.setNow(until);
	expect(refuseAsking(again, again.db, asker)).toBeNull();
});

test('nine in one hour and nine in the next are planning, not asking on and on', () => {
	const context = testContext({ now: '2026-03-03T18:00:00Z' });
	const asker = givenStaff(context);
	for (const hour of [18, 19, 20]) {
		context.setNow(`2026-03-03T${hour}:00:00Z`);
		for (let times = 1; times < SLOT_REFUSALS_ALLOWED; times += 1) countSlotRefusal(context, asker, [NEUTRAL]);
		expect(refuseAsking(context, context.db, asker)).toBeNull();
	}
});
