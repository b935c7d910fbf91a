import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);
const routes = Object.values(build.routes)
	.filter(({ id }) => id !== 'root')
	.map(({ id, path, module }) => ({
		id: id.replace('routes/', ''),
		address: `/${(path ?? '').replace('*', 'nowhere').replaceAll(/:(\w+)/g, 'abcdefghijkmnpqrstuv')}`,
		hasLoader: 'loader' in module,
		hasAction: 'action' in module,
	}));

/** What anybody may open. Everything else has to ask who is there. */
const PUBLIC = [
	'accessibility',
	'sign-in',
	'sign-out',
	'healthcheck',
	'$',
	'invitations.$secret',
	'calendars.$secret[.]ics',
];
const walled = routes.filter(({ id }) => !PUBLIC.includes(id));

test('there are no public pages but the known ones', () => {
	expect(PUBLIC.filter((id) => !routes.some((route) => route.id === id))).toEqual([]);
	expect(walled.length).toBeGreaterThan(30);
});

test.each(walled)(
	'$id sends somebody who is not signed in to the sign-in page',
	async ({ address, hasLoader, hasAction }) => {
		const context = testContext();
		if (hasLoader) {
			const { status, location } = await visit(context, address);
			expect([status, location]).toEqual([302, '/sign-in']);
		}
		if (hasAction) {
			const { status, location } = await visit(context, address, { form: { anything: 'x' } });
			expect([status, location]).toEqual([302, '/sign-in']);
		}
	},
);

/** Where somebody without any role may go: nowhere but out. */
test.each(walled)(
	'$id is not there for a member of staff without a role',
	async ({ id, address, hasLoader, hasAction }) => {
		const context = testContext();
		const nobody = givenStaff(context, { roles: [] });
		const expected = id === '_index' ? 302 : 404;
		if (hasLoader) expect((await visit(context, address, { as: nobody })).status).toBe(expected);
		if (hasAction) expect((await visit(context, address, { as: nobody, form: { anything: 'x' } })).status).toBe(404);
	},
);

const CASE_DATA =
	/^(today|sessions|cohorts|people|enrolments|messages|imports|families|search|observations|decisions|access-policy)/;

test.each(walled.filter(({ id }) => CASE_DATA.test(id)))(
	'$id is not there for an administrator, who sees no case data',
	async (route) => {
		const context = testContext();
		const administrator = givenStaff(context, { roles: ['administrator'] });
		if (route.hasLoader) expect((await visit(context, route.address, { as: administrator })).status).toBe(404);
		if (route.hasAction)
			expect((await visit(context, route.address, { as: administrator, form: { anything: 'x' } })).status).toBe(404);
	},
);

test('a 404 is the same to the byte for what is absent and for a page that is nobody’s', async () => {
	const context = testContext();
	const lead = givenStaff(context, { roles: ['lead'] });
	const absent = await visit(context, '/cohorts/abcdefghijkmnpqrstuv', { as: lead });
	const forbidden = await visit(context, '/cohorts/abcdefghijkmnpqrstuv', {
		as: givenStaff(context, { name: lead.name, roles: ['lead'] }),
	});
	expect(absent.status).toBe(404);
	expect(forbidden.html).toBe(absent.html);
	expect([...forbidden.headers]).toEqual([...absent.headers]);
});
