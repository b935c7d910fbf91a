import { expect, test } from 'vitest';
import { asId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenMember, givenStaff } from '#tests/support/world.ts';
import { givenReminded } from '../use-cases/reminders/given.ts';

function givenPerson() {
	const context = testContext();
	const world = givenReminded(context);
	const { personId } = givenMember(context, world, { givenName: 'Jo', familyName: 'Marsh' });
	const held = () => findPersonContact(context.db, world.facilitator, personId)?.contact ?? null;
	return { context, facilitator: world.facilitator, personId, held, withContact: world.personId };
}

const typed = {
	replaces: '',
	address: 'jo@example.org',
	days: ['monday', 'wednesday'],
	from: '9am',
	until: '17:30',
	'review-day': '31',
	'review-month': '3',
	'review-year': '2026',
};

test('the form says that no message leaves yet and proposes a review in four weeks', async () => {
	const { context, facilitator, personId } = givenPerson();
	const page = await visit(context, paths.safeContact(personId), { as: facilitator });
	expect(page.status).toBe(200);
	expect(page.text).toContain('There is no safe contact, so no message leaves');
	expect(page.html).toMatch(/name="review-day"[^>]*value="31"/);
	expect(page.html).toContain('<title>Safe contact - Plumbline</title>');
});

test('a safe contact is saved as it was typed and shown with who set it', async () => {
	const { context, facilitator, personId, held } = givenPerson();
	const saved = await visit(context, paths.safeContact(personId), { as: facilitator, form: typed });
	expect(saved.status).toBe(302);
	expect(saved.location).toBe(paths.safeContact(personId, 'saved'));
	expect(held()).toMatchObject({
		address: 'jo@example.org',
		safeDays: ['monday', 'wednesday'],
		safeFrom: '09:00',
		safeUntil: '17:30',
		reviewBy: '2026-03-31',
	});
	const page = await visit(context, saved.location!, { as: facilitator });
	expect(page.text).toContain('The safe contact is saved');
	expect(page.text).toContain(
		`Now: jo@example.org, Monday and Wednesday, 9am to 5:30pm, to be checked again by 31 March 2026; set by ${facilitator.name} on 3 March 2026`,
	);
});

test.each([
	[{ address: '' }, 400, 'Enter the email address that is safe'],
	[{ address: 'jo' }, 422, 'Enter one email address in the correct format'],
	[{ address: 'jo@example.org, other@example.org' }, 422, 'Enter one email address in the correct format'],
	[{ days: [] }, 400, 'Choose at least one day on which a message is safe'],
	[{ days: ['funday'] }, 400, 'Choose at least one day on which a message is safe'],
	[{ from: '' }, 400, 'Enter the time from when a message is safe'],
	[{ from: '9' }, 400, '“9” is not a time'],
	[{ from: '6:30' }, 400, '“6:30” is not a time, or it could be morning or evening'],
	[{ from: '6pm' }, 422, 'Enter a time later than the one from which a message is safe'],
	[{ 'review-day': '31', 'review-month': '6' }, 400, 'There is no such day as 31 6 2026'],
	[
		{ 'review-day': '', 'review-month': '', 'review-year': '' },
		400,
		'Enter the day by which to check the contact again',
	],
	[{ 'review-day': '3', 'review-month': '3' }, 422, 'Enter a day after today'],
	[{ 'review-year': '2028' }, 422, 'Enter a day at most a year ahead'],
	[{ address: ['jo@example.org', 'other@example.org'] }, 400, 'Answer this once'],
])('%j is refused with %i and a sentence, with everything typed kept', async (change, status, sentence) => {
	const { context, facilitator, personId, held } = givenPerson();
	const form = { ...typed, ...change } as Record<string, string | string[]>;
	const page = await visit(context, paths.safeContact(personId), { as: facilitator, form });
	expect(page.status).toBe(status);
	expect(page.text).toContain('There is a problem');
	expect(page.text).toContain(sentence);
	expect(page.html).toContain('value="17:30"');
	expect(held()).toBeNull();
});

test('a form from before a colleague’s change says what stands now, and saving once more is a decision', async () => {
	const { context, facilitator, withContact } = givenPerson();
	const stale = await visit(context, paths.safeContact(withContact), { as: facilitator, form: typed });
	expect(stale.status).toBe(409);
	expect(stale.text).toContain('Somebody changed this while you had it open. It now says: alex@example.org, every day');
	expect(stale.html).toContain('value="jo@example.org"');
	const [, replaces] = /name="replaces" value="([^"]+)"/.exec(stale.html) ?? [];
	const again = await visit(context, paths.safeContact(withContact), {
		as: facilitator,
		form: { ...typed, replaces: replaces! },
	});
	expect(again.status).toBe(302);
	expect(findPersonContact(context.db, facilitator, withContact)?.contact?.address).toBe('jo@example.org');
});

/** What the button on the page sends. */
async function endForm({ context, facilitator, withContact }: ReturnType<typeof givenPerson>) {
	const { html } = await visit(context, paths.safeContact(withContact), { as: facilitator });
	const [, ends] = /name="ends" value="([^"]+)"/.exec(html) ?? [];
	return { ends: ends ?? '' };
}

test('ending a safe contact that a colleague has replaced meanwhile ends nothing', async () => {
	const given = givenPerson();
	const { context, facilitator, withContact } = given;
	const [form, held] = [await endForm(given), findPersonContact(context.db, facilitator, withContact)!.contact!];
	await visit(context, paths.safeContact(withContact), { as: facilitator, form: { ...typed, replaces: held.id } });
	for (const stale of [form, { ends: '' }]) {
		const late = await visit(context, paths.safeContactEnd(withContact), { as: facilitator, form: stale });
		expect(late.status).toBe(409);
		expect(late.text).toContain('Nothing was ended: somebody changed the safe contact');
	}
	expect(findPersonContact(context.db, facilitator, withContact)?.contact?.address).toBe('jo@example.org');
});

test('a safe contact can be ended with one press', async () => {
	const given = givenPerson();
	const { context, facilitator, withContact } = given;
	const form = await endForm(given);
	const ended = await visit(context, paths.safeContactEnd(withContact), { as: facilitator, form });
	expect(ended.location).toBe(paths.safeContact(withContact, 'ended'));
	expect(findPersonContact(context.db, facilitator, withContact)?.contact).toBeNull();
	const page = await visit(context, ended.location!, { as: facilitator });
	expect(page.text).toContain('No message leaves until there is another');
});

test('a safe contact is not there for those who do not work with the person', async () => {
	const { context, personId, held, withContact } = givenPerson();
	for (const outsider of [
		givenStaff(context),
		givenStaff(context, { roles: ['lead'] }),
		givenStaff(context, { roles: ['administrator'] }),
	]) {
		const absent = await visit(context, paths.safeContact(asId('nonesuch')), { as: outsider });
		const forbidden = await visit(context, paths.safeContact(withContact), { as: outsider });
		expect([absent.status, forbidden.status]).toEqual([404, 404]);
		expect(forbidden.html).toBe(absent.html);
		expect((await visit(context, paths.safeContact(personId), { as: outsider, form: typed })).status).toBe(404);
		expect((await visit(context, paths.safeContactEnd(withContact), { as: outsider, form: {} })).status).toBe(404);
	}
	expect(held()).toBeNull();
	expect((await visit(context, paths.safeContact(withContact))).location).toBe(paths.signIn());
});
