import { expect, test } from 'vitest';
import { inviteFirstAdministrator } from '#app/use-cases/staff/invite-first-administrator.ts';
import { listStaff } from '#db/queries/staff.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';

const PASSWORD = 'slow river under the bridge';

function office() {
	const context = testContext();
	const administrator = givenStaff(context, { name: 'Ada Quist', roles: ['administrator'], sides: [] });
	return { context, administrator, ...givenPlaces(context) };
}

const linkIn = (html: string) => /value="http:\/\/localhost(\/invitations\/[^"]+)"/.exec(html)?.[1] ?? '';
const cookieIn = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? '';
const invite = (context: TestContext, as: ReturnType<typeof givenStaff>, change: object = {}) =>
	visit(context, '/staff/new', {
		as,
		form: { name: 'Noor Haddad', email: 'noor@example.org', roles: 'facilitator', ...change },
	});

test('an administrator invites somebody, who chooses a password by the link and is signed in', async () => {
	const { context, administrator } = office();
	const invited = await invite(context, administrator);
	expect(invited.status).toBe(200);
	const link = linkIn(invited.html);
	expect((await visit(context, link)).text).toContain('You sign in as noor@example.org');
	const accepted = await visit(context, link, { form: { password: PASSWORD } });
	expect([accepted.status, accepted.location]).toEqual([302, '/']);
	expect(cookieIn(accepted.headers)).toMatch(/^plumbline=.{20,}/);
});

test('a link that was used, that ran out or that never was says so, and what to do', async () => {
	const { context, administrator } = office();
	const link = linkIn((await invite(context, administrator)).html);
	await visit(context, link, { form: { password: PASSWORD } });
	const [used, unknown] = [await visit(context, link), await visit(context, '/invitations/never-was')];
	expect([used.status, unknown.status]).toEqual([410, 410]);
	expect(used.text).toContain('ask your administrator for a new link');
	expect(unknown.html).toBe(used.html);
	expect((await visit(context, link, { form: { password: PASSWORD } })).status).toBe(410);
});

test.each([
	['short', 'Choose a password of at least 8 characters'],
	['password', 'one of the passwords that everybody tries first'],
	['', 'Choose a password'],
])('the password “%s” is refused with a sentence and never sent back', async (password, sentence) => {
	const { context, administrator } = office();
	const link = linkIn((await invite(context, administrator)).html);
	const answer = await visit(context, link, { form: { password } });
	expect([400, 422]).toContain(answer.status);
	expect(answer.text).toContain(sentence);
	expect(answer.html).not.toContain('value="short"');
	expect((await visit(context, link, { form: { password: PASSWORD } })).status).toBe(302);
});

test('the first administrator gives name and address with the password', async () => {
	const context = testContext();
	const link = `/invitations/${inviteFirstAdministrator(context)}`;
	const missing = await visit(context, link, { form: { password: PASSWORD, name: 'Ada', email: 'nonsense' } });
	expect(missing.status).toBe(400);
	expect(missing.html).toContain('value="Ada"');
	expect(missing.html).not.toContain(PASSWORD);
	const set = await visit(context, link, { form: { password: PASSWORD, name: 'Ada', email: 'ada@example.org' } });
	expect(set.status).toBe(302);
});

test('what is wrong with an invitation is said beside its field, and everything typed is kept', async () => {
	const { context, administrator, areaId } = office();
	const answer = await invite(context, administrator, { email: 'noor', roles: 'coordinator', areas: areaId });
	expect(answer.status).toBe(400);
	expect(answer.text).toContain('Enter an email address, such as name@example.org');
	expect(answer.html).toContain('value="Noor Haddad"');
	expect(answer.html).toMatch(new RegExp(`value="${areaId}"[^>]*checked|checked[^>]*value="${areaId}"`));
	const noSide = await invite(context, administrator, { roles: 'coordinator', areas: areaId });
	expect([noSide.status, noSide.text]).toEqual([
		422,
		expect.stringContaining('Choose at least one side for a coordinator'),
	]);
	const twice = await invite(context, administrator, { email: ['a@example.org', 'b@example.org'] });
	expect([twice.status, twice.text]).toEqual([400, expect.stringContaining('Answer this once')]);
	expect((await invite(context, administrator, { roles: 'owner' })).status).toBe(400);
	expect((await invite(context, administrator, { areas: 'forged' })).status).toBe(422);
	expect(listStaff(context.db, administrator)).toHaveLength(1);
});

test('duties that somebody else changed meanwhile are shown beside what was entered', async () => {
	const { context, administrator } = office();
	const sam = givenStaff(context);
	const path = `/staff/${sam.staffId}`;
	const form = { version: '1', name: 'Sam Okafor', roles: 'lead' };
	expect((await visit(context, path, { as: administrator, form })).location).toBe('/staff?said=changed');
	const stale = await visit(context, path, {
		as: administrator,
		form: { ...form, name: 'Samuel Okafor', roles: 'facilitator' },
	});
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('It now says: Sam Okafor; roles: Programme lead');
	expect(stale.html).toContain('value="Samuel Okafor"');
	const again = await visit(context, path, {
		as: administrator,
		form: { ...form, name: 'Samuel Okafor', version: '2' },
	});
	expect(again.status).toBe(302);
});

test('an account is closed after a page that says what will happen, and opened again by a new link', async () => {
	const { context, administrator } = office();
	const sam = givenStaff(context);
	const as = administrator;
	expect((await visit(context, `/staff/${sam.staffId}/deactivation`, { as })).text).toContain(
		'Sam Okafor is signed out everywhere',
	);
	const closed = await visit(context, `/staff/${sam.staffId}/deactivation`, { as, form: { version: '1' } });
	expect(closed.location).toBe('/staff?said=deactivated');
	expect((await visit(context, '/staff?said=deactivated', { as })).text).toContain('The account is closed');
	const link = await visit(context, `/staff/${sam.staffId}/link`, { as, form: { version: '2' } });
	expect((await visit(context, linkIn(link.html))).text).toContain('Hello Sam Okafor');
	const own = await visit(context, `/staff/${administrator.staffId}/deactivation`, { as, form: { version: '1' } });
	expect([own.status, own.text]).toEqual([422, expect.stringContaining('You cannot close your own account')]);
});

test('a list of thirty needs no more queries than a list of one', async () => {
	const { context, administrator } = office();
	const read = () => visit(context, '/staff', { as: administrator });
	await read();
	const one = await countQueries(context.db, read);
	for (let count = 0; count < 30; count += 1) givenStaff(context, { name: `Person ${count}` });
	expect(await countQueries(context.db, read)).toBe(one);
	expect((await read()).text).toContain('Person 29');
});
