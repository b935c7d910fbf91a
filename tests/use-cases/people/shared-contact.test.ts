import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK, type StaffActor } from '#app/domain/access/actor.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import type { SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import type { NonAssociationId, PersonId } from '#app/domain/shared/ids.ts';
import { setSafeContact } from '#app/use-cases/people/set-safe-contact.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { listSharersOf } from '#db/queries/contacts/who-shares.ts';
import { inPairOrder } from '#db/queries/families/non-associations.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { listOpenTasks } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenMember } from '#tests/support/world.ts';
import { SAFE_ALL_DAY } from '../reminders/given.ts';

/** Adam on his side and Bea on hers, of one family unless it says otherwise. */
function givenCouple({ related = true } = {}) {
	const context = testContext({ now: '2026-01-09T12:00:00Z' });
	const world = givenTwoSides(context);
	const { adam, bea, areaId, worker } = world;
	const family = () =>
		givenFamily(context, {
			...{ areaId, by: worker },
			members: [
				[adam.personId, 'father'],
				[bea.personId, 'mother'],
			],
		});
	if (related) family();
	return { context, family, ...world };
}

function set(context: TestContext, actor: StaffActor, personId: PersonId, change: Partial<SafeContactDraft>) {
	const replaces = findPersonContact(context.db, actor, personId)?.contact?.id ?? null;
	return setSafeContact(context, actor, { personId, replaces, draft: { ...SAFE_ALL_DAY, ...change } });
}

const DAYS = ['friday', 'monday'] as const;
const CHECK = { done: false, code: 'contact-needs-checking', details: {} };
const text = (address: string) => ({ channel: 'text', address }) as const;
const leadTasks = (context: TestContext, lead: StaffActor) =>
	listOpenTasks(context.db, lead, { own: true }).filter(({ kind }) => kind === 'shared-contact');

test.each([
	[text('07700 900123'), text('+44 (0)7700-900.123')],
	[text('07700 900123'), { channel: 'call', address: '00447700900123' } as const],
	[{ address: 'a.stone@gmail.com' }, { address: 'AStone+bea@googlemail.com' }],
])('what he has, however it is written, is refused for her with the words for one that cannot be used', (his, hers) => {
	const { context, adam, bea, sam, leila, lead, hisCoordinator } = givenCouple();
	expect(set(context, sam, adam.personId, his)).toMatchObject({ done: true });
	expect(set(context, leila, bea.personId, { ...hers, address: 'nonsense' })).toEqual(CHECK);
	expect(leadTasks(context, lead)).toEqual([]);
	expect(set(context, leila, bea.personId, hers)).toEqual(CHECK);
	expect(findPersonContact(context.db, leila, bea.personId)?.contact).toBeNull();
	expect(findPersonContact(context.db, sam, adam.personId)).toMatchObject({ isShared: false });
	const [task, ...more] = leadTasks(context, lead);
	expect(more).toEqual([]);
	expect(task).toMatchObject({ desk: 'lead', personId: bea.personId });
	expect(task!.words).toContain('also somebody else’s, from whom they are kept. Nothing is sent there.');
	expect(listSharersOf(context.db, lead, task!.cause)).toMatchObject([{ personId: adam.personId, name: 'Adam Stone' }]);
	expect(listSharersOf(context.db, leila, task!.cause)).toEqual([]);
	expect(listSharersOf(context.db, lead, 'concern:1')).toEqual([]);
	for (const one of [sam, leila, hisCoordinator]) expect(leadTasks(context, one)).toEqual([]);
});

test('what he ever gave counts for her for good; what she gave counts for him while it stands', () => {
	const { context, adam, bea, sam, leila } = givenCouple();
	set(context, sam, adam.personId, text('07700 900111'));
	context.setNow('2026-01-09T12:01:00Z');
	set(context, sam, adam.personId, text('07700 900112'));
	context.setNow('2026-01-09T12:02:00Z');
	expect(set(context, leila, bea.personId, text('07700 900111'))).toEqual(CHECK);
	expect(set(context, leila, bea.personId, text('07700 900113'))).toMatchObject({ done: true });
	expect(set(context, sam, adam.personId, text('07700 900113'))).toEqual(CHECK);
	context.setNow('2026-01-09T12:03:00Z');
	expect(set(context, leila, bea.personId, text('07700 900114'))).toMatchObject({ done: true });
	// That he gave it is kept: it is his number, whether or not it was taken.
	expect(set(context, leila, bea.personId, text('07700 900113'))).toEqual(CHECK);
	expect(set(context, sam, adam.personId, text('07700 900113'))).toMatchObject({ done: true });
});

test('people of whom nobody knows that they belong together may have one number, and so may a mother and her child', () => {
	const { context, adam, bea, sam, leila, areaId, worker, hers } = givenCouple({ related: false });
	const child = givenMember(context, hers, { programmeSlug: 'inspiring-families-non-abusing' });
	const members = [
		[bea.personId, 'mother'],
		[child.personId, 'child'],
	] as const;
	givenFamily(context, { areaId, by: worker, members });
	const postcode = 'NR1 3QG' as Postcode;
	context.db.update(schema.people).set({ postcode }).run();
	context.db.update(schema.people).set({ postcode: null }).where(eq(schema.people.id, adam.personId)).run();
	for (const [actor, { personId }] of [
		[sam, adam],
		[leila, bea],
		[leila, child],
	] as const) {
		expect(set(context, actor, personId, text('07700 900123'))).toMatchObject({ done: true });
	}
});

test('somebody at the same postcode, or whom they may not meet, is somebody else who may read it', () => {
	for (const keepApart of [
		({ context }: ReturnType<typeof givenCouple>) => {
			context.db
				.update(schema.people)
				.set({ postcode: 'NR1 3QG' as Postcode })
				.run();
		},
		({ context, adam, bea, lead }: ReturnType<typeof givenCouple>) => {
			const by = { reason: 'Court order', setBy: lead.staffId, setAt: context.clock.now() };
			const id = context.ids.next<NonAssociationId>();
			context.db
				.insert(schema.nonAssociations)
				.values({ id, ...inPairOrder(adam.personId, bea.personId), ...by })
				.run();
		},
	]) {
		const couple = givenCouple({ related: false });
		keepApart(couple);
		const { context, adam, bea, sam, leila } = couple;
		expect(set(context, leila, bea.personId, text('07700 900123'))).toMatchObject({ done: true });
		expect(set(context, sam, adam.personId, text('07700 900123'))).toEqual(CHECK);
	}
});

test('two who turn out to belong together have their messages blocked, each with the same word, until one has another way', () => {
	const { context, family, adam, bea, sam, leila, worker, lead } = givenCouple({ related: false });
	set(context, sam, adam.personId, { address: 'both@example.org' });
	set(context, leila, bea.personId, { address: 'both@example.org' });
	context.db.update(schema.safeContacts).set({ needsSecondPerson: false }).run();
	planReminders(context, CLOCK);
	const reasons = () => context.db.select({ reason: schema.outbox.reason }).from(schema.outbox).all();
	expect(reasons().length).toBeGreaterThan(1);
	expect(reasons().every(({ reason }) => reason === null)).toBe(true);
	family();
	planReminders(context, CLOCK);
	expect(reasons().every(({ reason }) => reason === 'contact-needs-checking')).toBe(true);
	expect(
		leadTasks(context, lead)
			.map(({ personId }) => personId)
			.toSorted(),
	).toEqual([adam.personId, bea.personId].toSorted());
	planReminders(context, CLOCK);
	expect(leadTasks(context, lead)).toHaveLength(2);
	context.setNow('2026-01-09T12:05:00Z');
	set(context, sam, adam.personId, { address: 'his.own@example.org' });
	planReminders(context, CLOCK);
	// He is free; hers stays his for good.
	expect(findPersonContact(context.db, sam, adam.personId)).toMatchObject({ isShared: false });
	expect(findPersonContact(context.db, worker, bea.personId)).toMatchObject({ isShared: true });
});

test('leads are told of a shared address even where the team has a task for the message already', () => {
	const { context, family, adam, bea, sam, leila, lead } = givenCouple({ related: false });
	for (const [actor, { personId }] of [
		[sam, adam],
		[leila, bea],
	] as const) {
		set(context, actor, personId, { address: 'both@example.org' });
	}
	context.db.update(schema.safeContacts).set({ needsSecondPerson: false }).run();
	family();
	planReminders(context, CLOCK);
	expect(leadTasks(context, lead)).toHaveLength(2);
	// As an earlier version left it: a task for the team, and nobody told.
	const kind = eq(schema.tasks.kind, 'shared-contact');
	const ofLeads = context.db.select({ id: schema.tasks.id }).from(schema.tasks).where(kind);
	context.db.delete(schema.taskEntries).where(inArray(schema.taskEntries.taskId, ofLeads)).run();
	context.db.delete(schema.tasks).where(kind).run();
	planReminders(context, CLOCK);
	expect(leadTasks(context, lead)).toHaveLength(2);
});

test('what is refused is kept as it was checked, once until leads are done with it, and asked anew after that', () => {
	const { context, adam, bea, sam, leila, lead } = givenCouple();
	set(context, sam, adam.personId, text('07700 900123'));
	const ask = () => set(context, leila, bea.personId, { ...text('07700 900123'), codeWord: ' heron ', safeDays: DAYS });
	const kept = () =>
		context.db.select().from(schema.safeContacts).where(eq(schema.safeContacts.personId, bea.personId)).all();
	expect([ask(), ask()]).toEqual([CHECK, CHECK]);
	const once = { address: '+447700900123', codeWord: 'heron', safeDays: 'monday friday' };
	expect(kept()).toMatchObject([once]);
	expect(kept()).toHaveLength(1);
	const [task, ...more] = leadTasks(context, lead);
	expect(more).toEqual([]);
	const { id, version } = task!;
	expect(settleTask(context, lead, { id, version, outcome: 'done', note: 'Asked both' })).toMatchObject({
		done: true,
	});
	expect(leadTasks(context, lead)).toEqual([]);
	context.setNow('2026-01-10T12:00:00Z');
	expect(ask()).toEqual(CHECK);
	expect(kept()).toHaveLength(2);
	expect(leadTasks(context, lead)).toHaveLength(1);
});
