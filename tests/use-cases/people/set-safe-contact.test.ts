import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { endSafeContact } from '#app/use-cases/people/end-safe-contact.ts';
import { setSafeContact } from '#app/use-cases/people/set-safe-contact.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenReminded, outboxOf, SAFE_ALL_DAY } from '../reminders/given.ts';

test('a new safe contact supersedes the one before, which is kept', () => {
	const context = testContext();
	const { facilitator, personId } = givenReminded(context);
	const before = findPersonContact(context.db, facilitator, personId)!.contact!;
	const draft = { ...SAFE_ALL_DAY, address: 'new@example.org' };
	expect(setSafeContact(context, facilitator, { personId, replaces: before.id, draft }).done).toBe(true);
	const now = findPersonContact(context.db, facilitator, personId)!.contact!;
	expect(now).toMatchObject({ address: 'new@example.org', setBy: facilitator.name, setAt: context.clock.now() });
	const all = context.db.select().from(schema.safeContacts).all();
	expect(all.map(({ address, supersededAt }) => [address, supersededAt !== null])).toEqual([
		['alex@example.org', true],
		['new@example.org', false],
	]);
});

test('a form that was opened before a colleague’s change is refused, and so is one from before an end', () => {
	const context = testContext();
	const { facilitator, personId } = givenReminded(context);
	const before = findPersonContact(context.db, facilitator, personId)!.contact!;
	const change = { personId, draft: SAFE_ALL_DAY };
	expect(setSafeContact(context, facilitator, { ...change, replaces: null })).toMatchObject({
		code: 'changed-meanwhile',
	});
	endSafeContact(context, facilitator, { personId, ends: before.id });
	expect(setSafeContact(context, facilitator, { ...change, replaces: before.id })).toMatchObject({
		code: 'changed-meanwhile',
	});
	expect(findPersonContact(context.db, facilitator, personId)!.contact).toBeNull();
});

test('a contact that cannot be kept leaves the one before in force', () => {
	const context = testContext();
	const { facilitator, personId } = givenReminded(context);
	const before = findPersonContact(context.db, facilitator, personId)!.contact!;
	const draft = { ...SAFE_ALL_DAY, reviewBy: calendarDay('2026-03-03') };
	expect(setSafeContact(context, facilitator, { personId, replaces: before.id, draft })).toMatchObject({
		code: 'review-not-ahead',
	});
	expect(findPersonContact(context.db, facilitator, personId)!.contact).toEqual(before);
});

test('a safe contact is there only for those who work with the person', () => {
	const context = testContext();
	const { areaId, personId, facilitator } = givenReminded(context);
	const ends = findPersonContact(context.db, facilitator, personId)!.contact!.id;
	const change = { personId, replaces: null, draft: SAFE_ALL_DAY };
	const outsiders = [
		givenStaff(context),
		givenStaff(context, { roles: ['administrator'] }),
		givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: ['survivor'] }),
		givenStaff(context, { roles: ['coordinator'], areaIds: [], sides: ['perpetrator'] }),
	];
	for (const outsider of outsiders) {
		expect(findPersonContact(context.db, outsider, personId)).toBeNull();
		expect(setSafeContact(context, outsider, change)).toMatchObject({ code: 'not-found' });
		expect(endSafeContact(context, outsider, { personId, ends })).toMatchObject({ code: 'not-found' });
	}
	expect(setSafeContact(context, OPERATOR, change)).toMatchObject({ code: 'not-found' });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: ['perpetrator'] });
	expect(findPersonContact(context.db, coordinator, personId)?.contact?.address).toBe('alex@example.org');
});

test('a safe contact that is saved twice is kept once and answered the same; one that says anything else is a stale form', () => {
	const context = testContext();
	const { facilitator, personId, ...world } = givenReminded(context);
	const replaces = findPersonContact(context.db, facilitator, personId)!.contact!.id;
	const draft = { ...SAFE_ALL_DAY, address: ' new@example.org', codeWord: ' heron ' };
	const save = (change = {}, actor = facilitator) =>
		setSafeContact(context, actor, { personId, replaces, draft: { ...draft, ...change } });
	const first = save();
	expect(first).toMatchObject({ done: true });
	const stands = () => [context.db.select().from(schema.safeContacts).all(), outboxOf(context)];
	const before = stands();
	context.setNow('2026-03-03T18:00:01Z');
	expect(save()).toEqual(first);
	expect(stands()).toEqual(before);
	expect(save({ reviewBy: calendarDay('2026-05-01') })).toMatchObject({ code: 'changed-meanwhile' });
	expect(save({ address: 'other@example.org' })).toMatchObject({ code: 'changed-meanwhile' });
	const duties = { roles: ['coordinator'], areaIds: [world.areaId], sides: ['perpetrator'] } as const;
	expect(save({}, givenStaff(context, duties))).toMatchObject({ code: 'changed-meanwhile' });
	expect(stands()).toEqual(before);
});

test('a safe contact that is ended twice is ended once and answered the same', () => {
	const context = testContext();
	const { facilitator, personId } = givenReminded(context);
	const ends = findPersonContact(context.db, facilitator, personId)!.contact!.id;
	expect(endSafeContact(context, facilitator, { personId, ends })).toEqual({ done: true, value: undefined });
	const before = context.db.select().from(schema.safeContacts).all();
	context.setNow('2026-03-03T18:00:01Z');
	expect(endSafeContact(context, facilitator, { personId, ends })).toEqual({ done: true, value: undefined });
	expect(context.db.select().from(schema.safeContacts).all()).toEqual(before);
	expect(endSafeContact(context, facilitator, { personId, ends: asId('none') })).toMatchObject({
		code: 'changed-meanwhile',
	});
});
