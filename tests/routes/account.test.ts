import { expect, test } from 'vitest';
import { givenAccount, PASSWORD } from '#tests/support/accounts.ts';
import { cookiesAfter, visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';

async function signedInAs(roles: readonly ('facilitator' | 'coordinator')[] = ['facilitator']) {
	const context = testContext();
	const sam = await givenAccount(context, { roles });
	const answer = await visit(context, '/sign-in', { form: { email: sam.email, password: PASSWORD } });
	return { context, sam, cookie: cookiesAfter(answer) };
}

test('one’s own account says who one is, and every page leads to it', async () => {
	const { context, sam, cookie } = await signedInAs();
	const page = await visit(context, '/account', { cookie });
	for (const words of ['Sam Okafor', sam.email, 'Facilitator', 'This one']) expect(page.text).toContain(words);
	expect(page.html).toContain('<title>Your account - Plumbline</title>');
	expect((await visit(context, '/programmes', { cookie })).html).toContain('href="/account"');
});

test('a password is changed by the one before, and the cookie with it', async () => {
	const { context, sam, cookie } = await signedInAs();
	const form = { current: PASSWORD, password: 'green wheel quiet harbour' };
	for (const [change, field] of [
		[{ current: '' }, 'Enter the password that you have now'],
		[{ current: 'guess' }, 'That is not the password that you have now'],
		[{ password: 'qwertyuiop' }, 'everybody tries first'],
		[{ password: 'Sam Okafor 1' }, 'your own name'],
	] as const) {
		const refused = await visit(context, '/account/password', { cookie, form: { ...form, ...change } });
		expect([400, 422]).toContain(refused.status);
		expect(refused.text).toContain(field);
		expect(refused.html).not.toContain(PASSWORD);
	}
	const changed = await visit(context, '/account/password', { cookie, form });
	expect(changed.location).toBe('/account?said=password-changed');
	const after = cookiesAfter(changed, cookie);
	expect((await visit(context, '/account?said=password-changed', { cookie: after })).text).toContain(
		'Your password is changed',
	);
	expect((await visit(context, '/account', { cookie })).location).toBe('/sign-in');
	const again = await visit(context, '/sign-in', { form: { email: sam.email, password: form.password } });
	expect(again.location).toBe('/');
});

test('another sign-in is ended from the account page, and then all of them', async () => {
	const { context, sam, cookie } = await signedInAs();
	const elsewhere = async () => {
		const form = { email: sam.email, password: PASSWORD };
		return cookiesAfter(await visit(context, '/sign-in', { form }));
	};
	const [one, two] = [await elsewhere(), await elsewhere()];
	const handles = [
		...(await visit(context, '/account', { cookie })).html.matchAll(/name="which" value="([^"]{20,})"/g),
	];
	expect(handles).toHaveLength(2);
	const ended = await visit(context, '/account/sign-ins/end', { cookie, form: { which: handles[0]![1]! } });
	expect(ended.location).toBe('/account?said=sign-in-ended');
	const open = async (which: string) => (await visit(context, '/account', { cookie: which })).status === 200;
	expect([await open(one), await open(two)].filter(Boolean)).toHaveLength(1);
	await visit(context, '/account/sign-ins/end', { cookie, form: { which: 'others' } });
	expect([await open(one), await open(two), await open(cookie)]).toEqual([false, false, true]);
	expect((await visit(context, '/account/sign-ins/end', { cookie, form: { which: 'forged' } })).status).toBe(404);
});
