import { expect, test } from 'vitest';
import { visit } from '#tests/support/app.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function given() {
	const context = testContext();
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const coordinator = givenStaff(context, { name: 'Cora Dale', roles: ['coordinator'], areaIds: [places.areaId] });
	const cohort = givenCohort(context, { ...places, team: [sam], firstDay: '2026-03-10' });
	const { personId } = givenMember(context, cohort);
	const stored = () => context.db.$client.prepare('select postcode from people order by rowid').pluck().all();
	return { context, sam, coordinator, ...cohort, personId, stored };
}

test('who writes a person keeps a postcode as it is written, and forgets it again', async () => {
	const { context, coordinator, personId, stored } = given();
	const path = `/people/${personId}/postcode`;
	const save = (version: string, postcode: string) =>
		visit(context, path, { as: coordinator, form: { version, postcode } });
	expect((await save('1', 'nr13qg')).location).toBe(`/people/${personId}?said=postcode`);
	expect(stored()).toEqual(['NR1 3QG']);
	expect((await visit(context, `/people/${personId}`, { as: coordinator })).text).toContain('NR1 3QG');
	expect((await visit(context, path, { as: coordinator })).html).toContain('value="NR1 3QG"');
	const bad = await save('2', 'Norwich');
	expect([bad.status, bad.text.includes('Enter a full UK postcode')]).toEqual([400, true]);
	expect(bad.html).toContain('value="Norwich"');
	const stale = await save('1', 'NR2 1AA');
	expect([stale.status, stale.text.includes('Somebody changed this person')]).toEqual([409, true]);
	await save('2', '');
	expect(stored()).toEqual([null]);
	expect(JSON.stringify(trailOf(context))).not.toMatch(/NR1|NR2|Norwich/);
});

test('who only reads a person never sees a postcode', async () => {
	const { context, sam, personId } = given();
	context.db.$client.exec("update people set postcode = 'NR1 3QG'");
	const lead = givenStaff(context, { roles: ['lead'] });
	for (const as of [sam, lead]) {
		const { html, status } = await visit(context, `/people/${personId}`, { as });
		expect([status, /NR1 3QG|ostcode/.test(html)]).toEqual([200, false]);
		expect((await visit(context, `/people/${personId}/postcode`, { as })).status).toBe(404);
		const form = { version: '1', postcode: 'NR2 1AA' };
		expect((await visit(context, `/people/${personId}/postcode`, { as, form })).status).toBe(404);
	}
});

test('somebody new may be added with a postcode', async () => {
	const { context, coordinator, cohortId, stored } = given();
	const form = { reference: 'R9', givenName: 'Bo', familyName: 'Reid', postcode: 'sw1a1aa' };
	const path = `/cohorts/${cohortId}/members/new`;
	expect((await visit(context, path, { as: coordinator, form: { ...form, postcode: 'x' } })).status).toBe(400);
	expect((await visit(context, path, { as: coordinator, form })).status).toBe(302);
	expect(stored()).toEqual([null, 'SW1A 1AA']);
});

test('staff are invited with a postcode, and an administrator changes it', async () => {
	const { context } = given();
	const admin = givenStaff(context, { name: 'Jo Whitfield', roles: ['administrator'] });
	const form = { name: 'Pat Gray', email: 'pat@example.org', roles: 'facilitator', postcode: 'nr1 3qg' };
	await visit(context, '/staff/new', { as: admin, form });
	const found = () =>
		context.db.$client.prepare("select id, postcode, version from staff where name = 'Pat Gray'").get() as Record<
			string,
			string
		>;
	expect(found()).toMatchObject({ postcode: 'NR1 3QG' });
	const path = `/staff/${found().id}`;
	expect((await visit(context, path, { as: admin })).html).toContain('value="NR1 3QG"');
	const change = { version: '1', name: 'Pat Gray', roles: 'facilitator', postcode: '' };
	expect((await visit(context, path, { as: admin, form: change })).status).toBe(302);
	expect(found()).toMatchObject({ postcode: null });
	expect(JSON.stringify(trailOf(context))).not.toContain('NR1');
});
