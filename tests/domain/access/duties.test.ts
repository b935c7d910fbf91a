import { expect, test } from 'vitest';
import { ROLE_NAMES, ROLES, type Role } from '#app/domain/access/actor.ts';
import { checkDuties, type Duties, reachesBothSides } from '#app/domain/access/duties.ts';
import { asId } from '#app/domain/shared/ids.ts';

const duties = (roles: readonly Role[], change: Partial<Duties> = {}): Duties => ({
	...{ roles, areaIds: [asId('north')], sides: ['perpetrator'] },
	...change,
});

test('somebody has a role, and whoever reaches cohorts by area has an area and a side', () => {
	expect(checkDuties(duties([]))).toMatchObject({ code: 'no-role' });
	expect(checkDuties(duties(['facilitator'], { areaIds: [], sides: [] }))).toBeNull();
	for (const role of ['coordinator', 'read-only'] as const) {
		expect(checkDuties(duties([role]))).toBeNull();
		expect(checkDuties(duties(['lead', role], { areaIds: [] }))).toMatchObject({
			...{ code: 'role-without-area', details: { role } },
		});
		expect(checkDuties(duties(['lead', role], { sides: [] }))).toMatchObject({
			...{ code: 'role-without-side', details: { role } },
		});
	}
	for (const role of ['facilitator', 'lead', 'administrator', 'observer'] as const) {
		expect(checkDuties(duties([role], { areaIds: [], sides: [] }))).toBeNull();
	}
});

test('a partner-support worker is on the survivor side and on no other', () => {
	expect(checkDuties(duties(['partner-support'], { sides: ['survivor'] }))).toBeNull();
	expect(checkDuties(duties(['partner-support'], { areaIds: [], sides: ['survivor'] }))).toMatchObject({
		...{ code: 'role-without-area', details: { role: 'partner-support' } },
	});
	expect(checkDuties(duties(['partner-support'], { sides: [] }))).toMatchObject({ code: 'role-without-side' });
	for (const sides of [['perpetrator'], ['survivor', 'perpetrator'], ['survivor', 'professional']] as const) {
		expect(checkDuties(duties(['partner-support'], { sides }))).toMatchObject({ code: 'partner-support-elsewhere' });
	}
});

test('only a coordinator may be on both sides of families', () => {
	const bothSides = { sides: ['perpetrator', 'survivor'] } as const;
	expect(checkDuties(duties(['coordinator'], bothSides))).toBeNull();
	expect(checkDuties(duties(['coordinator', 'facilitator'], bothSides))).toBeNull();
	expect(checkDuties(duties(['coordinator', 'read-only'], bothSides))).toMatchObject({
		...{ code: 'both-sides-for-coordinators-only' },
	});
	expect(checkDuties(duties(['read-only'], bothSides))).toMatchObject({ code: 'both-sides-for-coordinators-only' });
	expect(checkDuties(duties(['read-only'], { sides: ['perpetrator', 'professional'] }))).toBeNull();
});

test('both sides are the perpetrator and the survivor side; professionals are on neither', () => {
	expect(reachesBothSides({ sides: ['survivor', 'perpetrator'] })).toBe(true);
	expect(reachesBothSides({ sides: ['perpetrator', 'professional'] })).toBe(false);
	expect(reachesBothSides({ sides: ['survivor', 'professional'] })).toBe(false);
});

test('every role has a name', () => {
	expect(ROLES.map((role) => ROLE_NAMES[role])).toEqual([
		...['Facilitator', 'Coordinator', 'Programme lead', 'Partner-support worker', 'Administrator', 'Observer'],
		'Read-only',
	]);
});
