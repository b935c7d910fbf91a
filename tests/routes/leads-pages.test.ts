import { expect, test } from 'vitest';
import { ROLE_NAMES } from '#app/domain/access/actor.ts';
import { FIELD_NAMES } from '#app/domain/access/records.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
import { givenStaff } from '#tests/support/world.ts';

function town() {
	const context = testContext({ now: '2026-01-12T12:00:00Z' });
	return { context, ...givenTwoSides(context) };
}

test('a lead links two cohorts and ends the link, and nothing of it shows to one side', async () => {
	const { context, his, hers, lead, hisCoordinator, sam } = town();
	const page = `/cohorts/${his.cohortId}/pair`;
	const pages = (as: typeof sam) => visit(context, `/cohorts/${his.cohortId}`, { as });
	const before = [await pages(sam), await pages(hisCoordinator)].map(({ html }) => html);
	expect((await pages(lead)).html).toContain(`href="${page}"`);
	expect(before.join()).not.toContain('/pair');
	expect((await visit(context, page, { as: lead, form: {} })).text).toContain('Choose a cohort of the other side');
	const form = { other: hers.cohortId };
	expect(await visit(context, page, { as: lead, form })).toMatchObject({ location: `${page}?said=linked` });
	expect((await visit(context, page, { as: lead })).text).toContain('Linked with Friday group');
	expect([await pages(sam), await pages(hisCoordinator)].map(({ html }) => html)).toEqual(before);
	expect((await visit(context, page, { as: hisCoordinator })).status).toBe(404);
	expect(await visit(context, `${page}/end`, { as: lead, form })).toMatchObject({ location: `${page}?said=unlinked` });
	expect((await visit(context, `${page}/end`, { as: lead, form })).status).toBe(409);
	expect((await visit(context, `${page}/end`, { as: hisCoordinator, form })).status).toBe(404);
});

test('a lead assigns an observer, who then has the session, its plan and no name', async () => {
	const { context, his, lead } = town();
	const owen = givenStaff(context, { name: 'Owen Hart', roles: ['observer'], sides: [] });
	const session = `/sessions/${his.sessionIds[0]}`;
	expect((await visit(context, '/observations', { as: owen })).text).toContain('No session is assigned to you');
	expect((await visit(context, session, { as: owen })).status).toBe(404);
	const form = { staffId: owen.staffId };
	const assigned = await visit(context, `${session}/observers`, { as: lead, form });
	expect(assigned.location).toBe(`${session}/observers?said=assigned`);
	expect((await visit(context, '/', { as: owen })).location).toBe('/observations');
	const home = await visit(context, '/observations', { as: owen });
	expect(home.text).toContain('Tuesday group, session 1');
	for (const path of [session, `${session}/plan`]) {
		const { status, html } = await visit(context, path, { as: owen });
		expect([status, html.includes('Adam'), html.includes('href="/today"')]).toEqual([200, false, false]);
	}
	const page = await visit(context, session, { as: owen });
	expect(page.text).toContain('session 1 of 17');
	expect(page.html).not.toMatch(/\/register|\/delivery-log|\/observers|\/cancellation/);
	for (const path of [`${session}/register`, `${session}/delivery-log`, `/cohorts/${his.cohortId}`]) {
		expect([path, (await visit(context, path, { as: owen })).status]).toEqual([path, 404]);
	}
	expect((await visit(context, `${session}/observers/end`, { as: lead, form })).status).toBe(302);
	expect((await visit(context, session, { as: owen })).status).toBe(404);
});

test('a lead restricts a person, and a stale list is answered with what stands now', async () => {
	const { context, adam, lead, sam } = town();
	const page = `/people/${adam.personId}/restriction`;
	const send = (form: Record<string, string>, path = page) => visit(context, path, { as: lead, form });
	expect(await send({ version: '', readers: sam.staffId })).toMatchObject({ location: `${page}?said=saved` });
	const stale = await send({ version: '', readers: sam.staffId });
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('Their readers now: Ruth Levy, Sam Okafor');
	expect(stale.html).toContain('name="version" value="1"');
	expect((await send({ version: '1' })).text).toContain('Choose at least one person, or lift the restriction');
	expect((await send({ version: '9' }, `${page}/end`)).status).toBe(409);
	expect(await send({ version: '1' }, `${page}/end`)).toMatchObject({ location: `${page}?said=lifted` });
});

test('a lead decides that a coordinator works on both sides, and ends it', async () => {
	const { context, lead, hisCoordinator } = town();
	const form = { staffId: hisCoordinator.staffId, reason: 'Covers for a colleague' };
	expect((await visit(context, '/decisions', { as: lead, form: {} })).text).toContain(
		'Enter why they work on both sides',
	);
	expect(await visit(context, '/decisions', { as: lead, form })).toMatchObject({ location: '/decisions?said=decided' });
	expect((await visit(context, '/decisions', { as: lead })).text).toContain(
		'Covers for a colleague Decided 12 January 2026, by Ruth Levy',
	);
	const end = `/decisions/${hisCoordinator.staffId}/end`;
	expect(await visit(context, end, { as: lead, form: {} })).toMatchObject({ location: '/decisions?said=ended' });
	expect((await visit(context, end, { as: lead, form: {} })).status).toBe(404);
	expect((await visit(context, end, { as: hisCoordinator, form: {} })).status).toBe(404);
});

test('the page on who may see what has every field and every role', async () => {
	const { context, lead, sam } = town();
	const { text } = await visit(context, '/access-policy', { as: lead });
	for (const words of [...Object.values(FIELD_NAMES), ...Object.values(ROLE_NAMES)]) expect(text).toContain(words);
	expect(text).toContain('writes: own areas and sides');
	expect((await visit(context, '/access-policy', { as: sam })).status).toBe(404);
});
