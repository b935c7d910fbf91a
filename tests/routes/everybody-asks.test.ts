import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { startSignIn } from '#app/use-cases/staff/sign-in.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { cookieWith, visit } from '#tests/support/app.ts';
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
	'sign-in_.single-sign-on',
	'sign-in_.single-sign-on_.callback',
	'sign-out',
	'healthcheck',
	'$',
	'invitations.$secret',
	'invitations.$secret_.single-sign-on',
	'calendars.$secret[.]ics',
	'texts.deliveries',
	'mails.bounces',
];
/** The steps between the password and being signed in: they ask who is on the way, and turn everybody else round. */
const STEPS = ['sign-in_.code', 'sign-in_.recovery-code', 'sign-in_.set-up'];
/** What is everybody's own, whatever their role. */
const OWN = /^(account|unsaved|more$)/;
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

/** Where somebody without any role may go: nowhere but to their own account, and out. */
test.each(walled.filter(({ id }) => !STEPS.includes(id) && !OWN.test(id)))(
	'$id is not there for a member of staff without a role',
	async ({ id, address, hasLoader, hasAction }) => {
		const context = testContext();
		const nobody = givenStaff(context, { roles: [] });
		const expected = id === '_index' ? 302 : 404;
		if (hasLoader) expect((await visit(context, address, { as: nobody })).status).toBe(expected);
		if (hasAction) expect((await visit(context, address, { as: nobody, form: { anything: 'x' } })).status).toBe(404);
	},
);

test.each(walled.filter(({ id }) => STEPS.includes(id)))(
	'$id is left behind by somebody who is signed in, and changes nothing for them',
	async ({ address }) => {
		const context = testContext();
		const lead = givenStaff(context, { roles: ['lead'] });
		for (const form of [undefined, { code: '000000' }]) {
			expect((await visit(context, address, { as: lead, ...(form && { form }) })).status).toBe(302);
		}
		expect(findSecondFactor(context.db, lead.staffId)).toBeNull();
	},
);

/** Somebody who has given their password alone, and must give more. */
test.each(walled)('$id is closed to somebody between the password and the second factor', async (route) => {
	const context = testContext();
	const lead = givenStaff(context, { roles: ['lead'] });
	const { secret } = startSignIn(context, context.db, { staffId: lead.staffId, now: context.clock.now() });
	const cookie = cookieWith(context, secret);
	if (route.id === 'sign-in_.set-up') return;
	if (route.hasLoader) {
		const { status, location } = await visit(context, route.address, { cookie });
		expect([status, location]).toEqual([302, '/sign-in/set-up']);
	}
	if (route.hasAction) {
		const { status, location } = await visit(context, route.address, { cookie, form: { anything: 'x' } });
		expect([status, location?.split('?')[0]]).toEqual([302, '/sign-in/set-up']);
	}
});

/** Lists of facilitators are no case data: an administrator brings those in. */
const CASE_DATA =
	/^(today|sessions|cohorts|people|enrolments|gaps|messages|calls|imports(?!\._index|\.facilitators)|audit|opened-records|reviews|families|search|observations|decisions|access-policy)/;

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
