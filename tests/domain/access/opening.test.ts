import { expect, test } from 'vitest';
import type { Role, StaffActor } from '#app/domain/access/actor.ts';
import { ROLES } from '#app/domain/access/actor.ts';
import {
	closesAt,
	faultOfReason,
	isOpen,
	mayOpen,
	openedUntil,
	sidesToOpen,
	whoIsTold,
} from '#app/domain/access/opening.ts';
import { grantedRelations, mayAtAll } from '#app/domain/access/policy.ts';
import { afterFailedProbe, type Probes, waitsUntil } from '#app/domain/access/probing.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { type Instant, instant, plusMinutes } from '#app/domain/shared/instant.ts';

const NOW = instant('2026-03-03T18:00:00Z');
const staffed = (roles: readonly Role[], sides: readonly Side[] = []): StaffActor => ({
	kind: 'staff',
	staffId: asId<StaffId>('sam'),
	name: 'Sam',
	roles,
	areaIds: [],
	sides,
	opened: [],
});

test('a record is open for sixty minutes, and not at the end of the last of them', () => {
	const opensUntil = closesAt(NOW);
	expect(opensUntil).toBe('2026-03-03T19:00:00Z');
	expect(isOpen({ opensUntil, closedAt: null }, instant('2026-03-03T18:59:59Z'))).toBe(true);
	expect(isOpen({ opensUntil, closedAt: null }, opensUntil)).toBe(false);
});

test('a record that was closed is not open any more, and was open until then', () => {
	const opening = { opensUntil: closesAt(NOW), closedAt: instant('2026-03-03T18:20:00Z') };
	expect(isOpen(opening, instant('2026-03-03T18:20:00Z'))).toBe(false);
	expect(openedUntil(opening)).toBe('2026-03-03T18:20:00Z');
	expect(openedUntil({ ...opening, closedAt: null })).toBe(opening.opensUntil);
});

test.each([
	['facilitator', ['survivor'], [], ['survivor']],
	['facilitator', ['perpetrator'], ['survivor'], ['survivor']],
	['coordinator', ['perpetrator'], [], ['perpetrator']],
	['coordinator', ['perpetrator', 'survivor'], [], ['perpetrator', 'survivor']],
	['lead', ['perpetrator'], ['perpetrator'], []],
	['partner-support', ['survivor'], [], []],
	['administrator', ['perpetrator'], [], []],
	['read-only', ['perpetrator'], [], []],
	['observer', ['perpetrator'], [], []],
] as const)('a %s with sides %j and teams on %j may open records of %j', (role, own, teams, expected) => {
	expect(sidesToOpen(staffed([role], own), teams)).toEqual(expected);
});

test.each(ROLES)('a %s may open records exactly when the policy says what an opened one shows them', (role) => {
	const actor = staffed([role]);
	expect(mayAtAll(actor, 'write', 'opening')).toBe(grantedRelations(actor, 'read', 'person').includes('opened'));
});

test.each(['safe-contact', 'person.postcode', 'message', 'register.notes', 'exit.note'] as const)(
	'an opened record never shows %s',
	(target) => {
		for (const role of ROLES) expect(grantedRelations(staffed([role]), 'read', target)).not.toContain('opened');
	},
);

test('nothing is written by an opened record', () => {
	for (const role of ROLES) {
		for (const record of ['person', 'register', 'exit', 'safe-contact'] as const) {
			expect(grantedRelations(staffed([role]), 'write', record)).not.toContain('opened');
		}
	}
});

const person = { isOpposed: false, isShown: false };

test.each([
	[{ openUntil: null, person }, null],
	[{ openUntil: NOW, person }, 'another-open'],
	[{ openUntil: NOW, person: null }, 'another-open'],
	[{ openUntil: null, person: null }, 'unknown-reference'],
	[{ openUntil: null, person: { ...person, isOpposed: true } }, 'unknown-reference'],
	[{ openUntil: null, person: { isOpposed: true, isShown: true } }, 'unknown-reference'],
	[{ openUntil: null, person: { ...person, isShown: true } }, 'already-shown'],
] as const)('%j is answered with %s', (facts, code) => {
	const outcome = mayOpen(facts);
	expect(outcome.done ? null : outcome.code).toBe(code);
});

test('somebody of the other side of a family is refused word for word as nobody is', () => {
	expect(mayOpen({ openUntil: null, person: { ...person, isOpposed: true } })).toEqual(
		mayOpen({ openUntil: null, person: null }),
	);
});

test('a reason has ten characters that are not spaces around it', () => {
	expect(faultOfReason('  too short ')).toMatchObject({ code: 'reason-too-short' });
	expect(faultOfReason('long enough')).toBeNull();
});

const [ann, bob, cy] = ['ann', 'bob', 'cy'].map((id) => asId<StaffId>(id)) as [StaffId, StaffId, StaffId];

test.each([
	['every lead', { leads: [ann, bob], administrators: [cy] }, { leads: [ann, bob], administrators: [] }],
	[
		'the only lead, and the administrators',
		{ leads: [ann], administrators: [cy] },
		{ leads: [ann], administrators: [cy] },
	],
	[
		'the administrators where there is no lead',
		{ leads: [], administrators: [cy] },
		{ leads: [], administrators: [cy] },
	],
	['somebody who is both, once', { leads: [ann], administrators: [ann, cy] }, { leads: [ann], administrators: [cy] }],
] as const)('it tells %s', (_who, staff, told) => {
	expect(whoIsTold(asId<StaffId>('sam'), staff)).toEqual(told);
});

test('nobody is told of what they opened themselves', () => {
	expect(whoIsTold(ann, { leads: [ann, bob], administrators: [ann, cy] })).toEqual({
		leads: [bob],
		administrators: [cy],
	});
});

test('the fifth reference in vain within an hour begins an hour of waiting, and then the count begins anew', () => {
	let probes: Probes | null = null;
	let at: Instant = NOW;
	for (let tried = 1; tried <= 5; tried += 1) {
		expect(waitsUntil(probes, at)).toBeNull();
		probes = afterFailedProbe(probes, at);
		if (tried < 5) at = plusMinutes(at, 10);
	}
	expect(waitsUntil(probes, at)).toBe(plusMinutes(at, 60));
	expect(waitsUntil(probes, plusMinutes(at, 59))).toBe(plusMinutes(at, 60));
	expect(waitsUntil(probes, plusMinutes(at, 60))).toBeNull();
	expect(afterFailedProbe(probes, plusMinutes(at, 60))).toMatchObject({ failures: 1 });
});

test('four references in vain in one hour and one in the next make nobody wait', () => {
	let probes: Probes | null = null;
	for (let tried = 0; tried < 4; tried += 1) probes = afterFailedProbe(probes, NOW);
	probes = afterFailedProbe(probes, plusMinutes(NOW, 60));
	expect(waitsUntil(probes, plusMinutes(NOW, 60))).toBeNull();
});
