import { expect, test } from 'vitest';
import { DETAIL_CHANGES_ALLOWED } from '#app/domain/access/probing.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { countSlotRefusal, NEUTRAL, refuseAsking } from '#app/use-cases/clashes/slot-refusals.ts';
import { setPostcode } from '#app/use-cases/people/set-postcode.ts';
import { setSafeContact } from '#app/use-cases/people/set-safe-contact.ts';
import { findPersonPostcode } from '#db/queries/audit/postcodes.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { SAFE_ALL_DAY } from '../reminders/given.ts';

const CHECK = { done: false, code: 'contact-needs-checking' };
const WAIT = { done: false, code: 'too-many-changes', details: { until: '2026-01-09T13:00:00Z' } };

/** His coordinator, who may change how Adam is reached and where he lives; Bea of his family has 07700 900999. */
function givenDesk() {
	const context = testContext({ now: '2026-01-09T12:00:00Z' });
	const world = givenTwoSides(context);
	const { adam, bea, areaId, worker, leila, hisCoordinator: actor } = world;
	const members = [
		[adam.personId, 'father'],
		[bea.personId, 'mother'],
	] as const;
	givenFamily(context, { areaId, by: worker, members });
	const { personId } = adam;
	const give = (address: string, reviewBy = SAFE_ALL_DAY.reviewBy) => {
		const replaces = findPersonContact(context.db, actor, personId)?.contact?.id ?? null;
		const draft = { ...SAFE_ALL_DAY, channel: 'text', address, reviewBy } as const;
		return setSafeContact(context, actor, { personId, replaces, draft });
	};
	const live = (postcode: string | null) => {
		const { version } = findPersonPostcode(context.db, actor, personId)!;
		return setPostcode(context, actor, { personId, version, postcode: postcode as Postcode | null });
	};
	const hers = { ...SAFE_ALL_DAY, channel: 'text', address: '07700 900999' } as const;
	setSafeContact(context, leila, { personId: bea.personId, replaces: null, draft: hers });
	return { context, actor, give, live, ...world };
}

const numbers = (many: number) =>
	Array.from({ length: many }, (_, index) => `07700 9001${String(index).padStart(2, '0')}`);

test('every changed address counts, whether or not somebody else has it: after so many there is a wait until the hour is over', () => {
	const { context, give } = givenDesk();
	for (const number of numbers(DETAIL_CHANGES_ALLOWED - 1)) expect(give(number)).toMatchObject({ done: true });
	expect(give('07700 900999')).toMatchObject(CHECK);
	// From then on the answer is the same for what she has, for what she has not, and leaves what was held.
	expect(give('07700 900999')).toEqual(WAIT);
	expect(give('07700 900150')).toEqual(WAIT);
	context.setNow('2026-01-09T13:00:00Z');
	expect(give('07700 900150')).toMatchObject({ done: true });
});

test('a review of what is held, and what cannot be used at all, count for nothing', () => {
	const { context, give } = givenDesk();
	for (let day = 10; day < 31; day += 1) {
		expect(give('07700 900100', calendarDay(`2026-03-${day}`))).toMatchObject({ done: true });
		expect(give('nonsense')).toMatchObject(CHECK);
	}
	for (const number of numbers(DETAIL_CHANGES_ALLOWED).slice(1)) expect(give(number)).toMatchObject({ done: true });
	expect(give('07700 900199')).toEqual(WAIT);
	context.setNow('2026-01-09T12:59:59Z');
	expect(give(numbers(DETAIL_CHANGES_ALLOWED).at(-1)!, calendarDay('2026-04-30'))).toMatchObject({ done: true });
});

test('postcodes count with them, because they tell the same', () => {
	const { give, live } = givenDesk();
	for (let number = 0; number < 10; number += 1) expect(live(`NR1 ${number}QG`)).toMatchObject({ done: true });
	expect(live('NR1 9QG')).toMatchObject({ done: true });
	for (const number of numbers(DETAIL_CHANGES_ALLOWED - 10)) expect(give(number)).toMatchObject({ done: true });
	expect(live('NR1 3QG')).toEqual(WAIT);
	expect(live(null)).toEqual(WAIT);
	expect(live('NR1 9QG')).toMatchObject({ done: true });
	expect(give('07700 900199')).toEqual(WAIT);
});

test('what is counted here takes nothing from what may be asked about slots, nor the other way round', () => {
	const { context, actor, give } = givenDesk();
	for (const number of numbers(DETAIL_CHANGES_ALLOWED)) give(number);
	expect(give('07700 900199')).toEqual(WAIT);
	expect(refuseAsking(context, context.db, actor)).toBeNull();
	expect(context.db.select().from(schema.slotRefusals).all()).toEqual([]);
	const other = givenDesk();
	for (let times = 0; times < 10; times += 1) countSlotRefusal(other.context, other.actor, [NEUTRAL]);
	expect(refuseAsking(other.context, other.context.db, other.actor)).not.toBeNull();
	expect(other.give('07700 900100')).toMatchObject({ done: true });
});
