import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { liftRestriction, restrictPerson } from '#app/use-cases/access/restrict-person.ts';
import { findRestriction } from '#db/queries/access/restrictions.ts';
import { findPerson } from '#db/queries/people.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenStaff } from '#tests/support/world.ts';

function town() {
	const context = testContext();
	const two = givenTwoSides(context);
	const { personId } = two.adam;
	const restrict = (as: StaffActor, readers: readonly StaffActor[] = [], version: number | null = null) =>
		restrictPerson(context, as, { personId, version, readerIds: readers.map(({ staffId }) => staffId) });
	const nameFor = (as: StaffActor) => findPerson(context.db, as, personId)?.name;
	return { context, ...two, personId, restrict, nameFor };
}

test('a restricted person’s name is for the chosen readers and the lead who restricts; the reference is for the others', () => {
	const { context, personId, sam, lead, hisCoordinator, restrict, nameFor } = town();
	const otherLead = givenStaff(context, { roles: ['lead'] });
	expect(nameFor(hisCoordinator)).toBe('Adam Stone');
	expect(restrict(lead, [sam])).toMatchObject({ done: true });
	expect([nameFor(sam), nameFor(lead)]).toEqual(['Adam Stone', 'Adam Stone']);
	expect([nameFor(hisCoordinator), nameFor(otherLead)]).toEqual([`REF-${personId}`, `REF-${personId}`]);
});

test('to be a reader opens nobody whom the policy does not', () => {
	const { lead, leila, restrict, nameFor } = town();
	restrict(lead, [leila]);
	expect(nameFor(leila)).toBeUndefined();
});

test('a lead who is no reader keeps the list and sees the reference; the list is changed by its version and is never empty', () => {
	const { context, personId, sam, lead, restrict, nameFor } = town();
	const otherLead = givenStaff(context, { name: 'Other Lead', roles: ['lead'] });
	restrict(lead, [sam]);
	expect(findRestriction(context.db, otherLead, personId)).toMatchObject({
		...{ name: `REF-${personId}`, version: 1 },
		readers: [{ name: 'Ruth Levy' }, { name: 'Sam Okafor' }],
	});
	expect(restrict(otherLead, [sam])).toMatchObject({ code: 'changed-meanwhile' });
	expect(restrict(otherLead, [], 1)).toMatchObject({ code: 'no-reader' });
	expect(restrict(otherLead, [sam], 1)).toMatchObject({ done: true });
	expect([nameFor(lead), nameFor(sam)]).toEqual([`REF-${personId}`, 'Adam Stone']);
	expect(restrict(otherLead, [sam], 1)).toMatchObject({ code: 'changed-meanwhile' });
});

test('readers are chosen among active staff; one who left since may stay on the list', () => {
	const { context, sam, leila, lead, restrict } = town();
	const leave = ({ staffId }: StaffActor) =>
		context.db.$client.prepare("update staff set state = 'deactivated' where id = ?").run(staffId);
	leave(leila);
	expect(restrict(lead, [leila])).toMatchObject({ code: 'unknown-reader' });
	restrict(lead, [sam]);
	leave(sam);
	expect(restrict(lead, [lead, sam], 1)).toMatchObject({ done: true });
});

test('a restriction is lifted by its version, and the name is everybody’s again whom the policy lets', () => {
	const { context, personId, lead, hisCoordinator, restrict, nameFor } = town();
	restrict(lead);
	expect(liftRestriction(context, lead, { personId, version: 2 })).toMatchObject({ code: 'changed-meanwhile' });
	expect(liftRestriction(context, lead, { personId, version: 1 })).toMatchObject({ done: true });
	expect(nameFor(hisCoordinator)).toBe('Adam Stone');
});

test.each(['sam', 'worker', 'hisCoordinator'] as const)('%s restricts nobody', (who) => {
	const { context, personId, restrict, ...staff } = town();
	expect(restrict(staff[who])).toMatchObject({ code: 'not-found' });
	expect(findRestriction(context.db, staff[who], personId)).toBeNull();
	expect(liftRestriction(context, staff[who], { personId, version: 1 })).toMatchObject({ code: 'not-found' });
});
