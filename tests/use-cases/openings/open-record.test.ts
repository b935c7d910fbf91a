import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { asId, type BrokenGlassId } from '#app/domain/shared/ids.ts';
import { endOpening } from '#app/use-cases/openings/end-opening.ts';
import { openRecord } from '#app/use-cases/openings/open-record.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { changeDuties } from '#app/use-cases/staff/change-duties.ts';
import { deactivateStaff } from '#app/use-cases/staff/deactivate-staff.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import { listEnrolmentsOfPerson } from '#db/queries/enrolments.ts';
import { listMessages } from '#db/queries/outbox.ts';
import { findPerson, listMarksOfPerson, listPeople } from '#db/queries/people.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import * as schema from '#db/schema/index.ts';
import { givenContact } from '../reminders/given.ts';
import {
	givenEmergency,
	givenFamily,
	givenRestricted,
	noticesOf,
	open,
	openingsOf,
	PASSWORD,
	REASON,
	referenceOf,
	signedInAgain,
} from './given.ts';

test('a coordinator opens the record of somebody of another area: name, places and marks, and nothing that is written', async () => {
	const { context, coordinator, people } = await givenEmergency();
	expect(findPerson(context.db, coordinator, people.man)).toBeNull();
	expect(await open(context, coordinator, people.man)).toEqual({ done: true, value: { personId: people.man } });
	const now = signedInAgain(context, coordinator)!;
	expect(now.opened).toEqual([people.man]);
	expect(findPerson(context.db, now, people.man)).toMatchObject({ name: 'Dean Faraway' });
	expect(listMarksOfPerson(context.db, now, people.man)).toHaveLength(17);
	expect(listEnrolmentsOfPerson(context.db, now, people.man)).toMatchObject([{ cohort: null, state: 'on-programme' }]);
	expect(findPersonContact(context.db, now, people.man)).toBeNull();
	expect(findPerson(context.db, now, people.man, 'write', 'person')).toBeNull();
	expect(openingsOf(context)).toMatchObject([{ reason: REASON, openedAt: '2026-03-03T18:00:00Z', closedAt: null }]);
});

test('a facilitator opens one on the side of their cohort, and sees the place in it too', async () => {
	const { context, facilitator, people } = await givenEmergency();
	expect(await open(context, facilitator, people.man)).toMatchObject({ done: true });
	const now = signedInAgain(context, facilitator)!;
	expect(findPerson(context.db, now, people.man)).toMatchObject({ name: 'Dean Faraway' });
	expect(listEnrolmentsOfPerson(context.db, now, people.man)).toMatchObject([{ cohort: null }]);
	expect(findPersonContact(context.db, now, people.man)).toBeNull();
});

test('after sixty minutes the record is absent again, at the next request', async () => {
	const { context, coordinator, people } = await givenEmergency();
	await open(context, coordinator, people.man);
	context.setNow('2026-03-03T18:59:59Z');
	expect(signedInAgain(context, coordinator)!.opened).toEqual([people.man]);
	context.setNow('2026-03-03T19:00:00Z');
	const later = signedInAgain(context, coordinator)!;
	expect(later.opened).toEqual([]);
	expect(findPerson(context.db, later, people.man)).toBeNull();
	expect(listPeople(context.db, later).map(({ personId }) => personId)).toEqual([people.colleague]);
});

test('its user closes it sooner, and nobody else does', async () => {
	const { context, coordinator, facilitator, people } = await givenEmergency();
	await open(context, coordinator, people.man);
	const { id } = openingsOf(context)[0]!;
	expect(endOpening(context, facilitator, id)).toMatchObject({ code: 'not-found' });
	expect(signedInAgain(context, coordinator)!.opened).toEqual([people.man]);
	context.setNow('2026-03-03T18:20:00Z');
	expect(endOpening(context, coordinator, id)).toEqual({ done: true, value: undefined });
	expect(signedInAgain(context, coordinator)!.opened).toEqual([]);
	context.setNow('2026-03-03T18:30:00Z');
	expect(endOpening(context, coordinator, id)).toMatchObject({ done: true });
	expect(openingsOf(context)).toMatchObject([{ closedAt: '2026-03-03T18:20:00Z' }]);
});

test('one record is open at a time: the next has to wait until the first is closed or over', async () => {
	const { context, coordinator, people } = await givenEmergency();
	await open(context, coordinator, people.man);
	expect(await open(context, coordinator, people.man)).toMatchObject({
		code: 'another-open',
		details: { until: '2026-03-03T19:00:00Z' },
	});
	context.setNow('2026-03-03T19:00:00Z');
	expect(await open(context, coordinator, people.man)).toMatchObject({ done: true });
	expect(openingsOf(context).map(({ closedAt }) => closedAt)).toEqual(['2026-03-03T19:00:00Z', null]);
});

test('a reference of the other side is refused exactly as one that does not exist, in the answer and in what is stored', async () => {
	const other = await givenEmergency();
	const none = await givenEmergency();
	const reference = referenceOf(other.context, other.people.woman);
	none.context.db.update(schema.people).set({ reference: 'ELSE' }).where(eq(schema.people.id, none.people.woman)).run();
	const wish = { side: null, reference, reason: REASON, proof: { password: PASSWORD, code: '' } };
	for (const who of ['coordinator', 'facilitator'] as const) {
		const crossing = await openRecord(other.context, other[who], wish);
		expect(crossing).toEqual(await openRecord(none.context, none[who], wish));
		expect(crossing).toMatchObject({ code: 'unknown-reference' });
	}
	const stored = ({ context }: typeof other) => context.db.select().from(schema.openingAttempts).all();
	expect(stored(other)).toEqual(stored(none));
	expect([openingsOf(other.context), noticesOf(other.context)]).toEqual([[], []]);
	expect(await open(other.context, other.herFacilitator, other.people.man)).toMatchObject({
		code: 'unknown-reference',
	});
});

test('a side that is not one’s own cannot be chosen, even by a form that was made up', async () => {
	const { context, coordinator, people } = await givenEmergency();
	expect(await open(context, coordinator, people.woman, { side: 'survivor' })).toMatchObject({ code: 'side-missing' });
	expect(openingsOf(context)).toEqual([]);
});

test('who works on both sides opens none of a family whose other side they know, and it reads like nobody', async () => {
	const { context, coordinator, people, theirs } = await givenEmergency();
	const both = { ...coordinator, sides: ['perpetrator', 'survivor'] as const };
	context.db.insert(schema.staffSides).values({ staffId: both.staffId, side: 'survivor' }).run();
	givenFamily(context, { areaId: theirs.areaId, by: both, people: [people.colleague, people.woman] });
	const nobody = await open(context, both, people.woman, { side: 'survivor', reference: 'NOBODY' });
	expect(await open(context, both, people.woman, { side: 'survivor' })).toEqual(nobody);
	context.db.delete(schema.familyMembers).where(eq(schema.familyMembers.personId, people.colleague)).run();
	expect(await open(context, both, people.woman, { side: 'survivor' })).toMatchObject({ done: true });
});

test('who opened one side of a family once never opens the other', async () => {
	const { context, coordinator, people, theirs } = await givenEmergency();
	const both = { ...coordinator, sides: ['perpetrator', 'survivor'] as const };
	context.db.insert(schema.staffSides).values({ staffId: both.staffId, side: 'survivor' }).run();
	givenFamily(context, { areaId: theirs.areaId, by: both, people: [people.man, people.woman] });
	expect(await open(context, both, people.man, { side: 'perpetrator' })).toMatchObject({ done: true });
	context.setNow('2026-03-10T18:00:00Z');
	expect(await open(context, both, people.woman, { side: 'survivor' })).toMatchObject({ code: 'unknown-reference' });
});

test('a restricted person of one’s own cohort is opened by name, and how to reach them stays closed', async () => {
	const { context, facilitator, people, leads } = await givenEmergency();
	givenContact(context, facilitator, people.colleague, { address: 'carl@example.org' });
	planReminders(context, OPERATOR);
	expect(await open(context, facilitator, people.colleague)).toMatchObject({ code: 'already-shown' });
	expect(findPersonContact(context.db, facilitator, people.colleague)).not.toBeNull();
	const ofThem = () =>
		listMessages(context.db, signedInAgain(context, facilitator)!, { state: null, page: 1 }).filter(
			({ personId }) => personId === people.colleague,
		);
	expect(ofThem()).toMatchObject([{ showsWords: 1 }]);

	givenRestricted(context, people.colleague, leads[0]!);
	expect(findPerson(context.db, facilitator, people.colleague)?.name).toBe(referenceOf(context, people.colleague));
	expect(await open(context, facilitator, people.colleague)).toMatchObject({ done: true });
	const now = signedInAgain(context, facilitator)!;
	expect(findPerson(context.db, now, people.colleague)?.name).toBe('Carl Ours');
	expect(findPersonContact(context.db, now, people.colleague)).toBeNull();
	expect(findPersonContact(context.db, now, people.colleague, 'write')).toBeNull();
	expect(ofThem()).toMatchObject([{ showsWords: 0, sentTo: null, subject: null }]);
});

test.each(['administrator', 'lead', 'partner-support', 'observer', 'read-only'] as const)(
	'for a %s there is no opening of records',
	async (role) => {
		const { context, people, administrator } = await givenEmergency();
		const somebody = { ...administrator, roles: [role] };
		expect(await open(context, somebody, people.man)).toMatchObject({ code: 'not-found' });
		expect(openingsOf(context)).toEqual([]);
	},
);

test('a reason that is missing or too short opens nothing', async () => {
	const { context, coordinator, people } = await givenEmergency();
	for (const reason of ['', '          ', 'urgent']) {
		expect(await open(context, coordinator, people.man, { reason })).toMatchObject({ code: 'reason-too-short' });
	}
	expect(openingsOf(context)).toEqual([]);
});

test('a wrong password opens nothing, counts with those of signing in, and tells nothing of the reference', async () => {
	const { context, coordinator, people } = await givenEmergency();
	const wrong = { proof: { password: 'something else', code: '' } };
	const first = await open(context, coordinator, people.man, wrong);
	expect(first).toMatchObject({ code: 'wrong-password' });
	expect(await open(context, coordinator, people.man, { ...wrong, reference: 'NOBODY' })).toEqual(first);
	for (let tried = 2; tried < 10; tried += 1) await open(context, coordinator, people.man, wrong);
	expect(await open(context, coordinator, people.man)).toMatchObject({ code: 'too-many-attempts' });
	const email = `${coordinator.staffId}@example.org`;
	expect(await signIn(context, { email, password: PASSWORD })).toMatchObject({ code: 'too-many-attempts' });
	expect(openingsOf(context)).toEqual([]);
});

test('an account that is closed while its password is looked at opens nothing', async () => {
	const { context, coordinator, people } = await givenEmergency();
	const { credentials } = context;
	const meanwhile = {
		...context,
		credentials: {
			...credentials,
			matchesPassword: async (password: string, hash: string | null) => {
				const matches = await credentials.matchesPassword(password, hash);
				context.db
					.update(schema.staff)
					.set({ state: 'deactivated' })
					.where(eq(schema.staff.id, coordinator.staffId))
					.run();
				return matches;
			},
		},
	};
	expect(await open(meanwhile, coordinator, people.man)).toMatchObject({ done: false });
	expect(openingsOf(context)).toEqual([]);
});

test('closing the account ends what it has open, and opening the account again does not bring it back', async () => {
	const { context, coordinator, administrator, people } = await givenEmergency();
	await open(context, coordinator, people.man);
	const closing = { staffId: coordinator.staffId, version: 1 };
	expect(deactivateStaff(context, administrator, closing)).toMatchObject({ done: true });
	expect(signedInAgain(context, coordinator)).toBeNull();
	context.db.update(schema.staff).set({ state: 'active' }).run();
	expect(signedInAgain(context, coordinator)!.opened).toEqual([]);
});

test('a change of duties ends what somebody has open', async () => {
	const { context, coordinator, administrator, people, ours } = await givenEmergency();
	await open(context, coordinator, people.man);
	const duties = { roles: ['coordinator'], areaIds: [ours.areaId], sides: ['survivor'] } as const;
	const change = { ...duties, staffId: coordinator.staffId, name: coordinator.name, version: 1 };
	expect(changeDuties(context, administrator, change)).toMatchObject({ done: true });
	expect(signedInAgain(context, coordinator)!.opened).toEqual([]);
});

test('five references in vain make somebody wait an hour, for that hour also with a right one', async () => {
	const { context, coordinator, facilitator, people } = await givenEmergency();
	const tried = (reference: string) => open(context, coordinator, people.man, { reference });
	for (let count = 0; count < 5; count += 1) {
		expect(await tried(`NOBODY-${count}`)).toMatchObject({ code: 'unknown-reference' });
	}
	const wait = { code: 'too-many-references', details: { until: '2026-03-03T19:00:00Z' } };
	expect(await open(context, coordinator, people.man)).toMatchObject(wait);
	expect(await open(context, coordinator, people.woman)).toMatchObject(wait);
	expect(await open(context, facilitator, people.man)).toMatchObject({ done: true });
	context.setNow('2026-03-03T19:00:00Z');
	expect(await open(context, coordinator, people.man)).toMatchObject({ done: true });
});

test('the schema holds what the rules hold: one open, an hour at most, nobody reviews their own', async () => {
	const { context, coordinator, people } = await givenEmergency();
	await open(context, coordinator, people.man);
	const [opening] = openingsOf(context);
	const insert = (change: Partial<typeof opening>) => () =>
		context.db
			.insert(schema.brokenGlass)
			.values({ ...opening!, id: asId<BrokenGlassId>('other'), ...change })
			.run();
	expect(insert({})).toThrow(/UNIQUE/);
	expect(insert({ closedAt: opening!.openedAt, opensUntil: '2026-03-03T19:00:01Z' as never })).toThrow(/CHECK/);
	const review = { reviewedBy: coordinator.staffId, reviewedAt: opening!.openedAt, reviewNote: 'fine' };
	expect(insert({ closedAt: opening!.openedAt, ...review })).toThrow(/CHECK/);
	expect(insert({ closedAt: opening!.openedAt })).not.toThrow();
});
