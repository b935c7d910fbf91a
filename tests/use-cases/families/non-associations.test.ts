import { expect, test } from 'vitest';
import { endNonAssociation } from '#app/use-cases/families/end-non-association.ts';
import { setNonAssociation } from '#app/use-cases/families/set-non-association.ts';
import { listNonAssociations } from '#db/queries/families/non-associations.ts';
import { nonAssociations } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';

function town() {
	const context = testContext();
	const two = givenTwoSides(context);
	const apart = (as: typeof two.lead, personId = two.bea.personId) =>
		setNonAssociation(context, as, {
			...{ personId, other: { side: 'perpetrator', reference: `ref-${two.adam.personId}` }, reason: 'Threat' },
		});
	return { context, ...two, apart };
}

test('two people who may not meet are one pair, whoever is named first, and each is on the other’s page', () => {
	const { context, adam, bea, lead, apart } = town();
	expect(apart(lead)).toMatchObject({ done: true });
	expect(listNonAssociations(context.db, lead, adam.personId)).toMatchObject([{ name: 'Bea Stone', reason: 'Threat' }]);
	expect(listNonAssociations(context.db, lead, bea.personId)).toMatchObject([
		{ name: 'Adam Stone', setBy: 'Ruth Levy' },
	]);
	const back = { side: 'survivor', reference: `REF-${bea.personId}` } as const;
	expect(setNonAssociation(context, lead, { personId: adam.personId, other: back, reason: 'x' })).toMatchObject({
		code: 'kept-apart-already',
	});
	expect(apart(lead, adam.personId)).toMatchObject({ code: 'same-person' });
});

test('a worker keeps apart whom they may read, and knows of no pair with anybody else', () => {
	const { context, areaId, adam, bea, worker, lead, apart } = town();
	expect(apart(worker)).toMatchObject({ code: 'no-such-person' });
	apart(lead);
	expect(listNonAssociations(context.db, worker, bea.personId)).toEqual([]);
	const [pair] = listNonAssociations(context.db, lead, bea.personId);
	const end = () => endNonAssociation(context, worker, { personId: bea.personId, id: pair!.id });
	expect(end()).toMatchObject({ code: 'not-found' });
	givenFamily(context, { areaId, by: lead, members: [[adam.personId, 'father']] });
	expect(listNonAssociations(context.db, worker, bea.personId)).toMatchObject([{ name: 'Adam Stone' }]);
	expect(end()).toMatchObject({ done: true });
});

test.each(['sam', 'leila', 'hisCoordinator', 'herCoordinator'] as const)(
	'for %s nobody is kept apart from anybody',
	(who) => {
		const { context, adam, bea, apart, ...staff } = town();
		apart(staff.lead);
		for (const personId of [adam.personId, bea.personId]) {
			expect(listNonAssociations(context.db, staff[who], personId)).toEqual([]);
		}
		expect(apart(staff[who])).toMatchObject({ code: 'not-found' });
	},
);

test('a pair that ended is kept as it was, and can be set anew', () => {
	const { context, adam, lead, apart } = town();
	apart(lead);
	const [pair] = listNonAssociations(context.db, lead, adam.personId);
	const end = () => endNonAssociation(context, lead, { personId: adam.personId, id: pair!.id });
	expect(end()).toMatchObject({ done: true });
	expect(listNonAssociations(context.db, lead, adam.personId)).toEqual([]);
	expect(end()).toMatchObject({ code: 'not-found' });
	expect(apart(lead)).toMatchObject({ done: true });
	expect(
		context.db
			.select()
			.from(nonAssociations)
			.all()
			.map(({ endedAt }) => endedAt === null),
	).toEqual([false, true]);
});
