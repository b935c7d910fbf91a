import { expect, test } from 'vitest';
import { acceptInvitation } from '#app/use-cases/staff/accept-invitation.ts';
import { identifyHalfWay } from '#app/use-cases/staff/identify-staff.ts';
import { inviteFirstAdministrator } from '#app/use-cases/staff/invite-first-administrator.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const PASSWORD = 'slow river under the bridge';
const identity = { name: 'Ada Quist', email: 'Ada@Example.org' };

test('the first administrator says who they are with their password, and no further link is made', async () => {
	const context = testContext();
	const linkSecret = inviteFirstAdministrator(context)!;
	const accepted = await acceptInvitation(context, { linkSecret, password: PASSWORD, identity });
	expect(accepted.done && identifyHalfWay(context, accepted.value.secret)).toMatchObject({
		actor: { name: 'Ada Quist', roles: ['administrator'] },
		waitsFor: 'set-up',
	});
	expect(inviteFirstAdministrator(context)).toBeNull();
});

test('the first administrator cannot leave out who they are', async () => {
	const context = testContext();
	const linkSecret = inviteFirstAdministrator(context)!;
	expect(await acceptInvitation(context, { linkSecret, password: PASSWORD })).toMatchObject({
		code: 'identity-needed',
	});
	expect(await acceptInvitation(context, { linkSecret, password: PASSWORD, identity })).toMatchObject({ done: true });
});

test('a link works once', async () => {
	const context = testContext();
	const linkSecret = inviteFirstAdministrator(context)!;
	await acceptInvitation(context, { linkSecret, password: PASSWORD, identity });
	expect(await acceptInvitation(context, { linkSecret, password: PASSWORD, identity })).toMatchObject({
		code: 'link-used-or-expired',
	});
});

test('the address of a colleague is not taken twice', async () => {
	const context = testContext();
	const linkSecret = inviteFirstAdministrator(context)!;
	const sam = givenStaff(context);
	const email = `${sam.staffId}@example.org`;
	const again = await acceptInvitation(context, { linkSecret, password: PASSWORD, identity: { name: 'Ada', email } });
	expect(again).toMatchObject({ code: 'email-in-use' });
});
