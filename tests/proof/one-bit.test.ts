import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { DETAIL_CHANGES_ALLOWED } from '#app/domain/access/probing.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import type { LeaveId, NonAssociationId, PersonId } from '#app/domain/shared/ids.ts';
import { inPairOrder } from '#db/queries/families/non-associations.ts';
import * as schema from '#db/schema/index.ts';
import { givenFamily } from '#tests/support/families.ts';
import { givenCohort, givenDays, givenMember } from '#tests/support/world.ts';
import { givenContact } from '../use-cases/reminders/given.ts';
import { type Answer, askerOf } from './built-app.ts';
import { newCohort } from './form-bodies.ts';
import { formsIn } from './markup.ts';
import { fillOtherSide, givenWorld, HER_NAME, type World } from './worlds.ts';

/**
 * The only thing that the perpetrator side may learn, declared one bit at a time (docs/security.md): a slot that the
 * survivor side has taken is not available. Its answer has the bytes of the same answer with a cause of one's own side.
 */
const SLOT = 'This slot is not available';

type Cause = 'her cohort' | 'a cohort of his side in another area';
type Case = {
	readonly of: string;
	readonly asks: (world: World) => Record<string, string>;
	/** What stands in every world beside the configuration. */
	readonly shared?: (world: World) => void;
	readonly taken: (world: World) => void;
};
const CASES: readonly Case[] = [
	{
		of: 'a venue whose day was hers before it became his',
		asks: (world) => ({ ...onThursdays(world), place: `room:${world.house.roomId}` }),
		shared: (world) => givenDays(world.context.db, world.house.venueId, 'perpetrator', ['thursday']),
		taken: (world) => hiddenCohort(world, { ...world.house, areaId: world.away.areaId }),
	},
	{
		of: 'the facilitator',
		asks: (world) => ({ ...onThursdays(world), place: 'online', leadId: world.staff.hers.staffId }),
		taken: (world) => hiddenCohort(world, { areaId: world.away.areaId, team: [world.staff.hers] }),
	},
];

test.each(CASES)('$of that is not available tells nothing of the cause', async ({ asks, shared, taken }) => {
	const [open, his, hers] = [givenWorld(), givenWorld(), givenWorld()];
	for (const world of [open, his, hers]) shared?.(world);
	const free = await planAndSave(open, asks);
	taken(his);
	fillOtherSide(hers);
	const causes: Record<Cause, Answer[]> = {
		'her cohort': await planAndSave(hers, asks),
		'a cohort of his side in another area': await planAndSave(his, asks),
	};
	expect(free.some(({ body }) => body.includes(SLOT))).toBe(false);
	expect(causes['her cohort'].every(({ body }) => body.includes(SLOT))).toBe(true);
	expect(causes['her cohort']).toEqual(causes['a cohort of his side in another area']);
});

test('on a weekday that is her side’s by what was decided nothing is told, not even that one bit', async () => {
	const [bare, full] = [givenWorld(), givenWorld()];
	fillOtherSide(full);
	const asks = (world: World) => ({ ...onThursdays(world), place: `room:${world.house.roomId}` });
	const answers = await planAndSave(full, asks);
	expect(answers).toEqual(await planAndSave(bare, asks));
	expect(answers.every(({ body }) => body.includes('Thursday is not one of this side'))).toBe(true);
	expect(answers.some(({ body }) => body.includes(SLOT))).toBe(false);
});

test('that somebody cannot have a place tells nothing of the cause', async () => {
	const [open, his, hers] = [givenWorld(), givenWorld(), givenWorld()];
	const { cohort } = fillOtherSide(hers);
	nearby(hers, { ...hers.house, side: 'survivor' }, cohort.personId);
	oneFamily(hers, cohort.personId);
	const stranger = nearby(his, { ...his.place, areaId: his.away.areaId }, null);
	mayNotMeet(his, stranger);
	const join = ({ context, staff, his: group }: World) =>
		askerOf(context, staff.coordinator)(`/cohorts/${group.cohortId}/members/new`, {
			...{ reference: `REF-${group.personIds[1]}`, givenName: '', familyName: '' },
		});
	expect((await join(open)).status).toBe(302);
	const refused = await join(hers);
	expect([refused.status, refused.body.includes(SLOT)]).toEqual([422, true]);
	expect(await join(his)).toEqual(refused);
});

test('asking on and on ends in a wait that is the same whatever was asked for', async () => {
	const [his, hers] = [givenWorld(), givenWorld()];
	hiddenCohort(his, { areaId: his.away.areaId, team: [his.staff.hers] });
	fillOtherSide(hers);
	const asks = (world: World) => ({ ...onThursdays(world), place: 'online', leadId: world.staff.hers.staffId });
	const last: Answer[] = [];
	for (const world of [his, hers]) {
		const ask = askerOf(world.context, world.staff.coordinator);
		const answers: Answer[] = [];
		for (let times = 0; times < 11; times += 1)
			answers.push(await ask('/cohorts/new', { ...asks(world), intent: 'plan' }));
		expect(answers.slice(0, 10).every(({ body }) => body.includes(SLOT))).toBe(true);
		expect(answers[10]!.body).not.toContain(SLOT);
		// Nothing is looked at any more: a slot that is free reads the same.
		const free = await ask('/cohorts/new', { ...newCohort({ world }), intent: 'plan' });
		expect(free.body).toContain('You can go on at 1pm');
		last.push(answers[10]!);
	}
	expect(last[0]!.body).toContain('You can go on at 1pm');
	expect(last[0]).toEqual(last[1]);
});

/** A cohort close by on his evening, a quarter of an hour later, with this woman in it or with a stranger. */
function nearby(world: World, at: Parameters<typeof givenCohort>[1], personId: PersonId | null): PersonId {
	const ids = { next: <AnyId>() => `else${Math.random()}` as AnyId };
	const context = { ...world.context, ids };
	const programmeSlug = 'any-other';
	const cohort = givenCohort(context, { ...at, programmeSlug, firstDay: '2026-03-03', startTime: '20:45' });
	const stranger = givenMember(context, cohort, { programmeSlug });
	if (personId)
		context.db.update(schema.enrolments).set({ personId }).where(eq(schema.enrolments.id, stranger.enrolmentId)).run();
	return personId ?? stranger.personId;
}

const leaver = ({ his }: World) => his.personIds[1]!;

function oneFamily(world: World, mother: PersonId): void {
	const by = world.staff.partnerSupport;
	const members = [
		[leaver(world), 'father'],
		[mother, 'mother'],
	] as const;
	const ids = { next: <AnyId>() => `else${Math.random()}` as AnyId };
	givenFamily({ ...world.context, ids }, { areaId: world.place.areaId, by, members });
}

function mayNotMeet(world: World, other: PersonId): void {
	const { db, clock } = world.context;
	const set = { reason: 'Court order', setBy: world.staff.lead.staffId, setAt: clock.now() };
	db.insert(schema.nonAssociations)
		.values({ id: 'else' as NonAssociationId, ...inPairOrder(leaver(world), other), ...set })
		.run();
}

test('a session that cannot be moved to a slot tells nothing of the cause', async () => {
	const [open, his, hers] = [givenWorld(), givenWorld(), givenWorld()];
	for (const world of [open, his, hers]) {
		meetAtHouse(world);
		givenDays(world.context.db, world.house.venueId, 'perpetrator', ['thursday']);
	}
	const free = await moveToHerDay(open);
	hiddenCohort(his, { ...his.house, areaId: his.away.areaId });
	fillOtherSide(hers);
	const [bySide, byHer] = [await moveToHerDay(his), await moveToHerDay(hers)];
	expect(free.some(({ body }) => body.includes(SLOT))).toBe(false);
	expect(byHer.every(({ body }) => body.includes(SLOT))).toBe(true);
	expect(byHer).toEqual(bySide);
});

/** Why somebody cannot stand in or join, where nobody of his side may know it: all have the same bytes. */
const HIDDEN: Readonly<Record<string, (world: World) => void>> = {
	leave: ({ context, staff }) => {
		const days = { fromDay: calendarDay('2026-03-23'), toDay: calendarDay('2026-03-25') };
		context.db
			.insert(schema.staffLeave)
			.values({ id: 'leave' as LeaveId, staffId: staff.hers.staffId, ...days })
			.run();
	},
	'a cohort of his side in another area': (world) => {
		hiddenCohort(world, { areaId: world.away.areaId, team: [world.staff.hers], firstDay: '2026-03-24' });
	},
	'the other side of a family': (world) => {
		fillOtherSide(world);
	},
};

test('who is not available for cover tells nothing of the cause, on the page or when they are asked all the same', async () => {
	const free = await askHers(accreditedWorld());
	expect(free[0]!.body).toContain(`value="${accreditedWorld().staff.hers.staffId}"`);
	expect(free[1]!.status).toBe(302);
	const told = await Promise.all(Object.values(HIDDEN).map(async (hide) => askHers(withCause(hide))));
	expect(told[0]![0]!.body).toContain('Not available');
	expect(told[0]![1]!.status).toBe(422);
	for (const other of told.slice(1)) expect(other).toEqual(told[0]);
});

test('who is not available for the team of a cohort tells nothing of the cause', async () => {
	expect((await joinHers(accreditedWorld())).status).toBe(302);
	const { leave: _leave, ...causes } = HIDDEN;
	const told = await Promise.all(Object.values(causes).map((hide) => joinHers(withCause(hide))));
	expect(told[0]!.body).toContain('Noor Worker is not available for this cohort');
	expect(told[1]).toEqual(told[0]);
});

function withCause(hide: (world: World) => void): World {
	const world = accreditedWorld();
	hide(world);
	return world;
}

/** A world in which her facilitator is accredited for his programme as well. */
function accreditedWorld(): World {
	const world = givenWorld();
	const { staffId } = world.staff.hers;
	const programmeSlug = 'caring-dads';
	world.context.db
		.update(schema.staffAccreditations)
		.set({ programmeSlug })
		.where(eq(schema.staffAccreditations.staffId, staffId))
		.run();
	return world;
}

const CHECK = 'Contact details need checking';

test('that a contact needs checking tells nothing of the cause: hers, one of his own side, or how it is written', async () => {
	const [open, side, hers, written] = [givenWorld(), givenWorld(), givenWorld(), givenWorld()];
	fillOtherSide(hers);
	const ofHis = side.his.personIds[2]!;
	for (const { context, staff } of [open, side, hers, written]) {
		const ids = { next: <AnyId>() => `else${Math.random()}` as AnyId };
		const address = context === side.context ? HERS : 'other@example.org';
		givenContact({ ...context, ids }, staff.facilitator, ofHis, { address });
	}
	const pair = { ...inPairOrder(side.his.personId, ofHis), reason: 'Court order', setBy: side.staff.lead.staffId };
	side.context.db
		.insert(schema.nonAssociations)
		.values({ id: 'else' as NonAssociationId, ...pair, setAt: side.context.clock.now() })
		.run();
	const free = await chooseContact(open, HERS);
	expect(free[0]!.status).toBe(302);
	const byHer = await chooseContact(hers, HERS);
	expect([byHer[0]!.status, byHer[0]!.body.includes(CHECK)]).toEqual([422, true]);
	expect(await chooseContact(side, HERS)).toEqual(byHer);
	// One that cannot be used has the same bytes, but for what was typed.
	const malformed = await chooseContact(written, 'xxxxxxx@example,org');
	expect(malformed.map(({ body }) => body.replaceAll('xxxxxxx@example,org', HERS))).toEqual(
		byHer.map(({ body }) => body),
	);
});

test('asking on and on who may be reached where ends in a wait', async () => {
	const world = givenWorld();
	fillOtherSide(world);
	// The first was the address that he has.
	for (let times = 1; times < DETAIL_CHANGES_ALLOWED; times += 1)
		expect((await chooseContact(world, HERS))[0]!.body).toContain(CHECK);
	const [after] = await chooseContact(world, HERS);
	expect(after!.body).toContain('You can go on at 1pm');
	expect(after!.body).not.toContain(`${CHECK}.`);
});

const HERS = `${HER_NAME.toLowerCase()}@example.org`;

/** The answer to choosing this address for him, and the page, his record and the messages afterwards. */
async function chooseContact({ context, staff, his }: World, address: string): Promise<Answer[]> {
	const ask = askerOf(context, staff.facilitator);
	const path = `/people/${his.personId}/safe-contact`;
	const hours = { days: ['monday'], from: '9am', until: '5:30pm' };
	const review = { 'review-day': '20', 'review-month': '4', 'review-year': '2026' };
	const answer = await ask(path, { replaces: his.contactId, channel: 'email', address, ...hours, ...review });
	return [answer, await ask(path), await ask(`/people/${his.personId}`), await ask('/messages'), await ask('/tasks')];
}

/** The page of cover for his next session, and the answer to asking her facilitator. */
async function askHers({ context, staff, his }: World): Promise<Answer[]> {
	const ask = askerOf(context, staff.coordinator);
	const path = `/sessions/${his.sessionIds[3]}/cover`;
	const form = { absentId: staff.facilitator.staffId, coveringIds: staff.hers.staffId };
	return [await ask(path), await ask(path, form)];
}

/** The answer to having her facilitator join the team of his cohort. */
async function joinHers({ context, staff, his }: World): Promise<Answer> {
	const ask = askerOf(context, staff.coordinator);
	const path = `/cohorts/${his.cohortId}/team`;
	const page = await ask(path);
	const { shown = '' } = formsIn(page.body, path).find(({ form }) => 'shown' in form)!.form;
	const day = { 'from-day': '11', 'from-month': '3', 'from-year': '2026' };
	const leadId = staff.facilitator.staffId;
	return ask(path, { leadId, coFacilitatorIds: [staff.colleague.staffId, staff.hers.staffId], shown, ...day });
}
test('a session that cannot be moved to a weekday that is hers tells nothing at all', async () => {
	const [bare, full] = [givenWorld(), givenWorld()];
	for (const world of [bare, full]) meetAtHouse(world);
	fillOtherSide(full);
	const answers = await moveToHerDay(full);
	expect(answers).toEqual(await moveToHerDay(bare));
	expect(answers.every(({ body }) => body.includes('Thursday is not one of this side'))).toBe(true);
	expect(answers.some(({ body }) => body.includes(SLOT))).toBe(false);
});

test('asking on and on where a session could be moved to ends in a wait', async () => {
	const world = givenWorld();
	meetAtHouse(world);
	givenDays(world.context.db, world.house.venueId, 'perpetrator', ['thursday']);
	fillOtherSide(world);
	for (let times = 0; times < 10; times += 1) expect((await lookAtHerDay(world)).body).toContain(SLOT);
	const after = await lookAtHerDay(world);
	expect(after.body).toContain('You can go on at 1pm');
	expect(after.body).not.toContain(SLOT);
});

/** His cohort meets at the house in which hers meets on Thursdays. */
function meetAtHouse({ context, house, his }: World): void {
	const at = { venueId: house.venueId, roomId: house.roomId };
	context.db.update(schema.cohorts).set(at).where(eq(schema.cohorts.id, his.cohortId)).run();
}

/** The dates as they are shown when his session is to be on her day, and the answer to saving them. */
async function moveToHerDay(world: World): Promise<Answer[]> {
	const look = await lookAtHerDay(world);
	const path = pathOfMove(world);
	const carried = formsIn(look.body, path).find((found) => 'fingerprint' in found.form)!.form;
	const ask = askerOf(world.context, world.staff.coordinator);
	return [look, await ask(path, { ...carried, intent: 'save', scope: 'one' })];
}

const pathOfMove = (world: World) => `/sessions/${world.his.sessionIds[1]}/move`;

function lookAtHerDay(world: World): Promise<Answer> {
	const day = { 'day-day': '12', 'day-month': '3', 'day-year': '2026', startTime: '6:30pm', endTime: '8:30pm' };
	const form = { ...day, askedBy: 'service', why: 'The hall is flooded' };
	return askerOf(world.context, world.staff.coordinator)(pathOfMove(world), { ...form, intent: 'look' });
}

/** The plan as it is shown, and the answer to saving it. */
async function planAndSave(world: World, asks: (world: World) => Record<string, string>): Promise<Answer[]> {
	const ask = askerOf(world.context, world.staff.coordinator);
	const form = asks(world);
	const plan = await ask('/cohorts/new', { ...form, intent: 'plan' });
	const carried = formsIn(plan.body, '/cohorts/new').find((found) => 'fingerprint' in found.form)!.form;
	return [plan, await ask('/cohorts/new', { ...carried, intent: 'save' })];
}

const onThursdays = (world: World) => ({ ...newCohort({ world }), weekday1: 'thursday' });

function hiddenCohort({ context }: World, at: Parameters<typeof givenCohort>[1]) {
	// The next id stays the same as where her cohort is the cause.
	const ids = { next: <AnyId>() => `else${Math.random()}` as AnyId };
	givenCohort({ ...context, ids }, { firstDay: '2026-03-05', sessionCount: 9, ...at });
}
