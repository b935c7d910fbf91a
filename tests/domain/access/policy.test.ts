import { expect, test } from 'vitest';
import { OPERATOR, type Role, type StaffActor } from '#app/domain/access/actor.ts';
import { type CohortFacts, mayAtAll, mayOnCohort, relationsTo } from '#app/domain/access/policy.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { actorWith } from './given.ts';

const NORTH = asId<StaffActor['areaIds'][number]>('north');
const his: CohortFacts = { areaId: NORTH, side: 'perpetrator', teamStaffIds: [asId('sam'), asId('kim')] };
const as = (role: Role, change: Partial<StaffActor> = {}) =>
	actorWith({ roles: [role], staffId: asId<StaffId>('jo'), ...change });

test('somebody stands to a cohort by its team, and by its area together with its side', () => {
	expect(relationsTo(actorWith(), his)).toEqual(['organisation', 'team']);
	expect(relationsTo(as('coordinator'), his)).toEqual(['organisation']);
	expect(relationsTo(as('coordinator', { areaIds: [NORTH] }), his)).toEqual(['organisation', 'either-side']);
	expect(relationsTo(as('coordinator', { sides: ['perpetrator'] }), his)).toEqual(['organisation']);
	expect(relationsTo(as('coordinator', { areaIds: [NORTH], sides: ['survivor'] }), his)).toEqual([
		...['organisation', 'either-side'],
	]);
	expect(relationsTo(as('coordinator', { areaIds: [NORTH], sides: ['perpetrator'] }), his)).toEqual([
		...['organisation', 'area', 'either-side'],
	]);
	expect(relationsTo(actorWith({ areaIds: [NORTH], sides: ['survivor', 'perpetrator'] }), his)).toEqual([
		...['organisation', 'team', 'area', 'either-side'],
	]);
	expect(relationsTo(as('facilitator'), { ...his, deliveringIds: [asId('jo')] })).toEqual(['organisation', 'delivers']);
});

test('who delivers one session writes its register, on the team or not, and who is on the team reads the others', () => {
	const covering = as('facilitator');
	const covered = { ...his, deliveringIds: [covering.staffId] };
	expect(mayOnCohort(covering, 'write', 'register', covered)).toBe(true);
	expect(mayOnCohort(covering, 'read', 'cohort', covered)).toBe(false);
	expect(mayOnCohort(covering, 'read', 'exit', covered)).toBe(false);
	expect(mayOnCohort(actorWith(), 'read', 'register', covered)).toBe(true);
	expect(mayOnCohort(actorWith(), 'write', 'register', covered)).toBe(false);
});

test('what is granted by the team is for the team, what by the area for the area', () => {
	const onArea = { areaIds: [NORTH], sides: ['perpetrator'] } as const;
	const cases: readonly (readonly [StaffActor, 'read' | 'write', Parameters<typeof mayOnCohort>[2], boolean])[] = [
		[actorWith(), 'write', 'safe-contact', true],
		[actorWith(), 'write', 'register', false],
		[actorWith({ staffId: asId<StaffId>('jo') }), 'write', 'register', false],
		[actorWith(onArea), 'write', 'cohort', false],
		[as('facilitator', onArea), 'write', 'register', false],
		[as('coordinator', onArea), 'write', 'cohort', true],
		[as('coordinator', { ...onArea, sides: ['survivor'] }), 'read', 'cohort', false],
		[as('coordinator', { staffId: asId<StaffId>('sam') }), 'read', 'cohort', false],
		[as('read-only', onArea), 'read', 'exit.reason', false],
		[as('read-only', onArea), 'read', 'exit', true],
		[as('observer', onArea), 'read', 'session', false],
		[as('lead'), 'write', 'exit', true],
		[as('lead'), 'read', 'safe-contact', false],
		[as('administrator', onArea), 'read', 'cohort', false],
	];
	for (const [actor, may, what, expected] of cases) {
		expect([actor.roles, may, what, mayOnCohort(actor, may, what, his)]).toEqual([actor.roles, may, what, expected]);
	}
});

test('a page is there for whoever may do this to some record at all', () => {
	expect(mayAtAll(as('observer'), 'read', 'session')).toBe(true);
	expect(mayAtAll(as('observer'), 'write', 'session')).toBe(false);
	expect(mayAtAll(as('administrator'), 'read', 'person')).toBe(false);
});

test('the operator of the machine may do everything', () => {
	expect(mayAtAll(OPERATOR, 'write', 'own-calendar')).toBe(true);
	expect(mayOnCohort(OPERATOR, 'write', 'person.postcode', his)).toBe(true);
});
