import { expect, test } from 'vitest';
import { inviteStaff } from '#app/use-cases/staff/invite-staff.ts';
import { signIns } from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const PASSWORD = 'slow river under the bridge';

/** Who is signed in somewhere. */
const standing = ({ db }: TestContext) =>
	db
		.select()
		.from(signIns)
		.all()
		.filter(({ endedAt }) => endedAt === null)
		.map(({ staffId }) => staffId);

function invited() {
	const context = testContext();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const newcomer = { name: 'Noor Haddad', email: 'noor@example.org', roles: ['facilitator'], areaIds: [], sides: [] };
	const outcome = inviteStaff(context, administrator, newcomer as never);
	if (!outcome.done) throw new Error(outcome.code);
	return { context, administrator, ...outcome.value };
}

test('choosing a password ends the sign-in that the browser had before, and so does signing in', async () => {
	const { context, administrator, staffId, linkSecret } = invited();
	const chosen = await visit(context, `/invitations/${linkSecret}`, {
		as: administrator,
		form: { password: PASSWORD },
	});
	expect([chosen.status, standing(context)]).toEqual([302, [staffId]]);
	const form = { email: 'noor@example.org', password: PASSWORD };
	const signedIn = await visit(context, '/sign-in', { as: administrator, form });
	expect([signedIn.status, standing(context)]).toEqual([302, [staffId, staffId]]);
});

test('a password is never sent back', async () => {
	const { context, linkSecret } = invited();
	const wrong = await visit(context, '/sign-in', { form: { email: 'noor@example.org', password: 'Pas5-word-typed' } });
	const short = await visit(context, `/invitations/${linkSecret}`, { form: { password: 'Short!' } });
	expect([wrong.status, short.status]).toEqual([422, 422]);
	expect(wrong.html).not.toContain('Pas5-word-typed');
	expect(short.html).not.toContain('Short!');
});
