import { expect, test } from 'vitest';
import { givenAccount, PASSWORD } from '#tests/support/accounts.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { startWeb } from '#tests/support/web-server.ts';

test('an account that waits says so in a sentence, whatever the password, and is free again later', async () => {
	const context = testContext();
	const { email } = await givenAccount(context);
	const attempt = (password: string) => visit(context, '/sign-in', { form: { email, password } });
	for (let count = 0; count < 10; count += 1) expect((await attempt('guess')).text).toContain('is not right');
	for (const password of ['guess', PASSWORD]) expect((await attempt(password)).text).toContain('Wait 15 minutes');
	context.setNow('2026-03-03T18:15:00Z');
	expect((await attempt(PASSWORD)).location).toBe('/');
});

test('an unknown account and a wrong password are answered with the same bytes', async () => {
	const context = testContext();
	const { email } = await givenAccount(context);
	const answer = async (who: string) => {
		const { html, status } = await visit(context, '/sign-in', { form: { email: who, password: 'guess' } });
		return [status, html.replaceAll(who, 'somebody')];
	};
	expect(await answer('nobody@example.org')).toEqual(await answer(email));
});

test.each([
	['no proxy is believed', 0, ['1.1.1.1', '2.2.2.2'], 1],
	['one proxy is believed', 1, ['1.1.1.1', '2.2.2.2'], 2],
	['what a visitor wrote before the proxy did is not believed', 1, ['6.6.6.6, 1.1.1.1', '7.7.7.7, 1.1.1.1'], 1],
	['two addresses of one household are one', 1, ['2001:db8:1:2::1', '2001:db8:1:2::2'], 1],
	['two households are two', 1, ['2001:db8:1:2::1', '2001:db8:1:3::1'], 2],
])('where %s, failures are counted by the right address', async (_, trustProxy, forwarded, addresses) => {
	const own = testContext();
	const context = { ...own, config: { ...own.config, trustProxy } };
	const web = await startWeb(context);
	for (const header of forwarded) {
		const headers = { origin: 'http://localhost', 'x-forwarded-for': header };
		const body = new URLSearchParams({ email: 'one@example.org', password: 'guess' });
		expect((await fetch(`${web.url}/sign-in`, { method: 'POST', headers, body })).status).toBe(422);
	}
	await web.close();
	const { rows } = context.db.$client.prepare('select count(*) as rows from sign_in_attempts').get() as {
		rows: number;
	};
	expect(rows).toBe(1 + addresses);
});
