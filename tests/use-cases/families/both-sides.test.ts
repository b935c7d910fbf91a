import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { assignObserver } from '#app/use-cases/access/assign-observer.ts';
import { settleCohort } from '#app/use-cases/cohorts/settle-cohort.ts';
import { addFamilyMember } from '#app/use-cases/families/add-family-member.ts';
import { linkCohorts, unlinkCohorts } from '#app/use-cases/families/link-cohorts.ts';
import { setFamilyWorker } from '#app/use-cases/families/set-family-worker.ts';
import { setNonAssociation } from '#app/use-cases/families/set-non-association.ts';
import { enrolPerson } from '#app/use-cases/people/enrol-person.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { undoExit } from '#app/use-cases/people/undo-exit.ts';
import { changeDuties } from '#app/use-cases/staff/change-duties.ts';
import { findPair } from '#db/queries/families/cohort-pairs.ts';
import { listFacilitators } from '#db/queries/staff.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenCohort, givenMember, givenStaff } from '#tests/support/world.ts';

const NOT_AVAILABLE = { done: false, code: 'slot-not-available', details: {} };
const SLUG = 'inspiring-families-non-abusing';

function town() {
	const context = testContext({ now: '2026-01-12T12:00:00Z' });
	return { context, ...givenTwoSides(context) };
}

function givenOnTeam({ db }: TestContext, cohortId: typeof schema.teamMembers.$inferInsert.cohortId, who: StaffActor) {
	db.insert(schema.teamMembers).values({ cohortId, staffId: who.staffId, duty: 'co-facilitator' }).run();
}

/** Another cohort of the perpetrator side, of another programme, into which Adam could go too. */
function givenSecond(context: TestContext, { areaId }: ReturnType<typeof givenTwoSides>, team: StaffActor) {
	const programmeSlug = 'inspiring-families-abusing';
	const morning = { startTime: '10:00', sessionCount: 8 };
	return givenCohort(context, { areaId, programmeSlug, name: 'Second group', team: [team], ...morning });
}

test('nobody gets a place with a team that works with the other side of their family', () => {
	const { context, ...two } = town();
	const { areaId, lead, adam, bea, leila, hisCoordinator } = two;
	const second = givenSecond(context, two, leila);
	const who = { kind: 'known', reference: `REF-${adam.personId}` } as const;
	const enrol = () => enrolPerson(context, hisCoordinator, { cohortId: second.cohortId, who });
	givenFamily(context, {
		areaId,
		by: lead,
		members: [
			[bea.personId, 'mother'],
			[adam.personId, 'father'],
		],
	});
	expect(enrol()).toEqual(NOT_AVAILABLE);
	context.db.delete(schema.teamMembers).where(eq(schema.teamMembers.cohortId, second.cohortId)).run();
	givenOnTeam(context, second.cohortId, two.sam);
	expect(enrol()).toMatchObject({ done: true });
});

test('a team whose duty ended keeps nobody out', () => {
	const { context, ...two } = town();
	const { areaId, lead, adam, bea, leila, hers, hisCoordinator } = two;
	const second = givenSecond(context, two, leila);
	givenFamily(context, {
		areaId,
		by: lead,
		members: [
			[bea.personId, 'mother'],
			[adam.personId, 'father'],
		],
	});
	const ended = { endedAt: context.clock.now() };
	context.db.update(schema.teamMembers).set(ended).where(eq(schema.teamMembers.cohortId, hers.cohortId)).run();
	const who = { kind: 'known', reference: `REF-${adam.personId}` } as const;
	expect(enrolPerson(context, hisCoordinator, { cohortId: second.cohortId, who })).toMatchObject({ done: true });
});

test('nobody gets a place with the worker who holds their family, in whatever role the worker is there', () => {
	const { context, ...two } = town();
	const { areaId, lead, adam, worker, hisCoordinator } = two;
	const second = givenSecond(context, two, worker);
	const who = { kind: 'known', reference: `REF-${adam.personId}` } as const;
	const workerId = worker.staffId;
	givenFamily(context, { areaId, by: lead, workerId, members: [[adam.personId, 'father']] });
	expect(enrolPerson(context, hisCoordinator, { cohortId: second.cohortId, who })).toEqual(NOT_AVAILABLE);
});

test('a place is refused by the same words for somebody who may not be met there, and again when an exit is undone', () => {
	const { context, his, adam, lead, hisCoordinator } = town();
	const programmeSlug = 'inspiring-families-abusing';
	const areaId = lead.areaIds[0] ?? hisCoordinator.areaIds[0]!;
	const other = givenCohort(context, { areaId, name: 'Other group', startTime: '10:00' });
	const carl = givenMember(context, other, { givenName: 'Carl', programmeSlug });
	const apart = { side: 'perpetrator', reference: `REF-${carl.personId}` } as const;
	const who = { kind: 'known', reference: `REF-${carl.personId}` } as const;
	const exit = { on: '2026-01-11' as never, kind: 'left', reason: 'work', note: null } as const;
	const endPlace = (enrolmentId: typeof adam.enrolmentId) =>
		recordExit(context, lead, { enrolmentId, version: 1, ...exit });
	setNonAssociation(context, lead, { personId: adam.personId, other: apart, reason: 'court order' });
	const enrol = () => enrolPerson(context, hisCoordinator, { cohortId: his.cohortId, who });
	expect(enrol()).toEqual(NOT_AVAILABLE);
	expect(endPlace(adam.enrolmentId)).toMatchObject({ done: true });
	expect(enrol()).toMatchObject({ done: true });
	expect(undoExit(context, lead, { enrolmentId: adam.enrolmentId, version: 2 })).toEqual(NOT_AVAILABLE);
});

test('nobody belongs to a family of which the team of their cohort has the other side', () => {
	const { context, areaId, lead, worker, adam, bea, sam, hers } = town();
	const familyId = givenFamily(context, { areaId, by: lead, members: [[bea.personId, 'mother']] });
	const who = { kind: 'known', side: 'perpetrator', reference: `REF-${adam.personId}` } as const;
	const add = () => addFamilyMember(context, worker, { familyId, version: 1, relationship: 'father', who });
	givenOnTeam(context, hers.cohortId, sam);
	expect(add()).toEqual({ done: false, code: 'both-sides', details: {} });
	const ofSam = eq(schema.teamMembers.staffId, sam.staffId);
	context.db.update(schema.teamMembers).set({ endedAt: context.clock.now() }).where(ofSam).run();
	expect(add()).toMatchObject({ done: true });
});

test('nobody holds a family whose perpetrator they work with, as an observer either', () => {
	const { context, areaId, lead, adam, his } = town();
	const both = givenStaff(context, { roles: ['observer', 'partner-support'], areaIds: [areaId], sides: ['survivor'] });
	const familyId = givenFamily(context, { areaId, by: lead, members: [[adam.personId, 'father']] });
	const hold = () => setFamilyWorker(context, lead, { familyId, version: 1, workerId: both.staffId });
	const assigned = { assignedBy: lead.staffId, assignedAt: context.clock.now() };
	const observing = { sessionId: his.sessionIds[0]!, staffId: both.staffId };
	context.db
		.insert(schema.sessionObservers)
		.values({ ...observing, ...assigned })
		.run();
	expect(hold()).toEqual({ done: false, code: 'both-sides', details: {} });
	context.db.delete(schema.sessionObservers).run();
	expect(hold()).toMatchObject({ done: true });
});

test('somebody on a team of the perpetrator side is given no role of a partner-support worker, until their duty ends', () => {
	const { context, areaId, sam, leila } = town();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const duties = { roles: ['facilitator', 'partner-support'], areaIds: [areaId], sides: ['survivor'] } as const;
	const give = (who: StaffActor) =>
		changeDuties(context, administrator, { staffId: who.staffId, name: who.name, version: 1, ...duties });
	expect(give(sam)).toEqual({ done: false, code: 'role-not-available', details: {} });
	expect(give(leila)).toMatchObject({ done: true });
	const ofSam = eq(schema.teamMembers.staffId, sam.staffId);
	context.db.update(schema.teamMembers).set({ endedAt: context.clock.now() }).where(ofSam).run();
	expect(give(sam)).toMatchObject({ done: true });
});

test('a partner-support worker is neither offered nor taken for a team of the perpetrator side', () => {
	const { context, areaId, sam, hisCoordinator, herCoordinator, lead } = town();
	const both = givenStaff(context, {
		...{ name: 'Nora Quinn', roles: ['facilitator', 'partner-support'], areaIds: [areaId], sides: ['survivor'] },
	});
	const offered = (actor: StaffActor, ...sides: ('perpetrator' | 'survivor')[]) =>
		listFacilitators(context.db, actor, sides).map(({ name }) => name);
	expect(offered(hisCoordinator, 'perpetrator')).toEqual(['Leila Haddad', 'Sam Okafor']);
	expect(offered(herCoordinator, 'survivor')).toEqual(['Leila Haddad', 'Nora Quinn', 'Sam Okafor']);
	const settle = (actor: StaffActor, slug: string, coFacilitatorIds: readonly StaffActor['staffId'][]) =>
		settleCohort(context, context.db, actor, {
			...{ programme: { slug, version: '1', variant: null }, areaId, nation: null },
			...{ place: { venueId: null, roomId: null }, leadId: sam.staffId, coFacilitatorIds },
		});
	expect(settle(lead, 'caring-dads', [both.staffId])).toEqual({
		done: false,
		code: 'unknown-facilitator',
		details: {},
	});
	expect(settle(lead, 'caring-dads', [])).toMatchObject({ done: true });
	expect(settle(lead, SLUG, [both.staffId])).toMatchObject({ done: true });
});

test('two cohorts of the two sides are linked once, if nobody works with both, and unlinked again', () => {
	const { context, his, hers, sam, leila, lead, hisCoordinator } = town();
	const link = (as = lead) => linkCohorts(context, as, { cohortId: his.cohortId, otherId: hers.cohortId });
	expect(link(hisCoordinator)).toMatchObject({ code: 'not-found' });
	expect(linkCohorts(context, lead, { cohortId: his.cohortId, otherId: his.cohortId })).toMatchObject({
		code: 'unknown-cohort',
	});
	givenOnTeam(context, hers.cohortId, sam);
	expect(link()).toEqual({ done: false, code: 'both-sides', details: {} });
	context.db.delete(schema.teamMembers).where(eq(schema.teamMembers.staffId, sam.staffId)).run();
	givenOnTeam(context, his.cohortId, givenStaff(context));
	expect(link()).toMatchObject({ done: true });
	expect(link()).toMatchObject({ code: 'linked-already' });
	expect(findPair(context.db, lead, hers.cohortId)).toMatchObject({ linked: { id: his.cohortId }, free: [] });
	expect(findPair(context.db, hisCoordinator, his.cohortId)).toBeNull();
	expect(findPair(context.db, leila, hers.cohortId)).toBeNull();
	const end = () => unlinkCohorts(context, lead, { cohortId: hers.cohortId, otherId: his.cohortId });
	expect(end()).toMatchObject({ done: true });
	expect(end()).toMatchObject({ code: 'not-linked' });
});

test('an observer comes from outside the team and works with the other side of nobody there', () => {
	const { context, areaId, his, hers, adam, bea, sam, leila, lead } = town();
	const giveRole = ({ staffId }: StaffActor) =>
		context.db.insert(schema.staffRoles).values({ staffId, role: 'observer' }).run();
	const assign = ({ staffId }: StaffActor, sessionId = his.sessionIds[0]!) =>
		assignObserver(context, lead, { sessionId, staffId });
	expect(assign(leila)).toMatchObject({ code: 'unknown-observer' });
	for (const who of [sam, leila]) giveRole(who);
	expect(assign(sam)).toMatchObject({ code: 'on-the-team' });
	linkCohorts(context, lead, { cohortId: his.cohortId, otherId: hers.cohortId });
	expect(assign(leila)).toMatchObject({ code: 'both-sides' });
	unlinkCohorts(context, lead, { cohortId: his.cohortId, otherId: hers.cohortId });
	expect(assign(leila)).toMatchObject({ done: true });
	context.db.delete(schema.sessionObservers).run();
	givenFamily(context, {
		areaId,
		by: lead,
		members: [
			[bea.personId, 'mother'],
			[adam.personId, 'father'],
		],
	});
	expect(assign(leila)).toMatchObject({ code: 'both-sides' });
	const supports = givenStaff(context, {
		roles: ['observer', 'partner-support'],
		areaIds: [areaId],
		sides: ['survivor'],
	});
	expect(assign(supports)).toMatchObject({ code: 'both-sides' });
	expect(assign(supports, hers.sessionIds[0]!)).toMatchObject({ done: true });
	expect(assign(supports, hers.sessionIds[0]!)).toMatchObject({ code: 'observes-already' });
});
