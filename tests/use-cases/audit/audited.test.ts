import { expect, test } from 'vitest';
import { type AreaId, asId, type PersonId } from '#app/domain/shared/ids.ts';
import { done, refused } from '#app/domain/shared/outcome.ts';
import { audited, type Tell } from '#app/use-cases/audit/audited.ts';
import type { Db } from '#db/client.ts';
import { insertArea } from '#db/stores/places.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

function given() {
	const context = testContext();
	const actor = givenStaff(context);
	const areas = () => context.db.$client.prepare('select name from areas order by name').pluck().all();
	const add = (tx: Db, name: string) => insertArea(tx, { id: context.ids.next<AreaId>(), name, nation: 'scotland' });
	const act = <Result>(change: (tx: Db, tell: Tell) => Result) =>
		audited(context, { actor, action: 'area-added' }, change);
	return { context, actor, areas, add, act };
}

test('what was done and its entry are kept together', () => {
	const { context, actor, areas, add, act } = given();
	const people = [asId<PersonId>('p2'), asId<PersonId>('p1'), asId<PersonId>('p2')];
	const outcome = act((tx, tell) => {
		tell({ record: ['area', 'id000042'], people, details: { marks: 2 } });
		tell({ details: { conflicts: 0 } });
		add(tx, 'Northfield');
		return done('value');
	});
	expect(outcome).toEqual(done('value'));
	expect(areas()).toEqual(['Northfield']);
	expect(trailOf(context)).toEqual([
		{
			seq: 1,
			at: '2026-03-03T18:00:00Z',
			actorKind: 'staff',
			by: actor.staffId,
			action: 'area-added',
			record: 'area id000042',
			outcome: 'done',
			people: ['p1', 'p2'],
			details: { marks: 2, conflicts: 0 },
		},
	]);
});

test('a refusal leaves an entry, and nothing of what was written before it', () => {
	const { context, areas, add, act } = given();
	const outcome = act((tx, tell) => {
		add(tx, 'Northfield');
		tell({ people: [asId<PersonId>('p1')] });
		return refused('name-in-use', { name: 'Northfield' });
	});
	expect(outcome).toEqual(refused('name-in-use', { name: 'Northfield' }));
	expect(areas()).toEqual([]);
	expect(trailOf(context)).toMatchObject([{ outcome: 'name-in-use', people: ['p1'], details: {} }]);
});

test('nothing happens when the entry cannot be written', () => {
	const { context, areas, add, act } = given();
	context.db.$client.exec(
		"create trigger full before insert on audit_entries begin select raise(abort, 'disk full'); end",
	);
	const attempt = () =>
		act((tx) => {
			add(tx, 'Northfield');
			return done();
		});
	expect(attempt).toThrow('disk full');
	expect(areas()).toEqual([]);
	context.db.$client.exec('drop trigger full');
	attempt();
	expect(areas()).toEqual(['Northfield']);
});

test('a bug leaves neither change nor entry', () => {
	const { context, areas, add, act } = given();
	expect(() =>
		act((tx) => {
			add(tx, 'Northfield');
			throw new Error('a bug');
		}),
	).toThrow('a bug');
	expect(areas()).toEqual([]);
	expect(trailOf(context)).toEqual([]);
});

test('what changed nothing and was not refused needs no entry', () => {
	const { context, act } = given();
	act(() => done());
	expect(trailOf(context)).toEqual([]);
});

test('a refusal of the whole undoes the parts that were done within it, and their entries', () => {
	const { context, areas, add, act } = given();
	const whole = (isRefused: boolean) =>
		act(() => {
			act((tx) => {
				add(tx, 'Northfield');
				return done();
			});
			return isRefused ? refused('closed-already') : done();
		});
	whole(true);
	expect(areas()).toEqual([]);
	expect(trailOf(context).map(({ outcome }) => outcome)).toEqual(['closed-already']);
	whole(false);
	expect(areas()).toEqual(['Northfield']);
	expect(trailOf(context).map(({ outcome }) => outcome)).toEqual(['closed-already', 'done', 'done']);
});

test('a part that is refused leaves its entry, and the whole goes on', () => {
	const { context, areas, add, act } = given();
	act((tx) => {
		act((inner) => {
			add(inner, 'Riverside');
			return refused('name-in-use');
		});
		add(tx, 'Northfield');
		return done();
	});
	expect(areas()).toEqual(['Northfield']);
	expect(trailOf(context).map(({ outcome }) => outcome)).toEqual(['name-in-use', 'done']);
});

test('what somebody typed in the place of an id is not kept', () => {
	const { context, actor } = given();
	audited(context, { actor, action: 'area-changed', record: ['area', 'John Smith, 4 High Street'] }, () =>
		refused('not-found'),
	);
	expect(trailOf(context)).toMatchObject([{ record: null, outcome: 'not-found' }]);
});
