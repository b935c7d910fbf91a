import { expect, test } from 'vitest';
import { CLOCK, OPERATOR } from '#app/domain/access/actor.ts';
import { ACTION_KINDS, ACTIONS, actionsOfKind, parseAction } from '#app/domain/audit/actions.ts';
import { auditActorOf, idToKeep } from '#app/domain/audit/entry.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';

test('staff are named by their id, and the operator, the clock and somebody unknown by what they are', () => {
	const staffId = asId<StaffId>('s1');
	expect(auditActorOf({ kind: 'staff', staffId })).toEqual({ actorKind: 'staff', staffId });
	expect(auditActorOf(OPERATOR)).toEqual({ actorKind: 'operator', staffId: null });
	expect(auditActorOf(CLOCK)).toEqual({ actorKind: 'system', staffId: null });
	expect(auditActorOf(null)).toEqual({ actorKind: 'nobody', staffId: null });
});

test.each(['abcdefghijkmnpqrstuv', '23456789abcdefghijkm', 'id000042'])('the id %s is kept', (id) => {
	expect(idToKeep(id)).toBe(id);
});

test.each([
	'',
	'John Smith',
	'johnsmith',
	'sam@example.org',
	'ABCDEFGHIJKMNPQRSTUV',
	"x' or 1=1",
	'abcdefghijkmnpqrstuvw',
])('“%s”, which somebody put in the place of an id, is not kept', (text) => {
	expect(idToKeep(text)).toBeNull();
});

test('every action belongs to a kind that a lead can choose, and a word that nobody knows to none', () => {
	expect(ACTION_KINDS.flatMap(actionsOfKind).toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
	expect(parseAction('signed-in')).toBe('signed-in');
	expect(parseAction('toString')).toBeNull();
});
