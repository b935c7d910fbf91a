import { expect, test } from 'vitest';
import { asId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenTwoSides } from '#tests/support/families.ts';
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
	channel: 'email',
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
	[{ address: '' }, 400, 'Enter the email address or phone number that is safe'],
	[{ channel: '' }, 400, 'Choose how it is safe to reach them'],
	[{ channel: 'fax' }, 400, 'Choose how it is safe to reach them'],
	[{ address: 'jo' }, 422, 'Contact details need checking. Look at how you wrote them'],
	[{ address: 'jo@example.org, other@example.org' }, 422, 'Contact details need checking'],
	[{ channel: 'text', address: '0113 496 0123' }, 422, 'Contact details need checking'],
	[{ phone: ['fax'] }, 400, 'Choose from the list'],
	[{ codeWord: 'x'.repeat(41) }, 400, 'Enter at most 40 characters'],
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

test('a number is shown as it is dialled, with what whoever rings has to keep to; what held before is kept beside it', async () => {
	const { context, facilitator, personId, held } = givenPerson();
	const call = { ...typed, channel: 'call', address: '+44 (0)7700 900123', phone: ['voicemail'], codeWord: 'heron' };
	await visit(context, paths.safeContact(personId), { as: facilitator, form: call });
	expect(held()).toMatchObject({ channel: 'call', address: '+447700900123', withholdsNumber: true });
	const rules = 'A voicemail is safe. Do not say which organisation rings. Withhold our number. Code word: “heron”.';
	const page = await visit(context, paths.safeContact(personId), { as: facilitator });
	expect(page.text).toContain('Now: call 07700 900123, Monday and Wednesday, 9am to 5:30pm');
	expect(page.text).toContain(rules);
	expect(page.html).toContain('name="phone" type="checkbox" checked="" value="voicemail"');
	expect(page.text).not.toContain('What held before');
	context.setNow('2026-03-03T18:30:00Z');
	const all = { ...typed, replaces: held()!.id, channel: 'text', address: '07700 900124', phone: ['naming', 'number'] };
	await visit(context, paths.safeContact(personId), { as: facilitator, form: all });
	expect(held()).toMatchObject({ mayLeaveVoicemail: false, mayNameOrganisation: true, withholdsNumber: false });
	const after = await visit(context, paths.safeContact(personId), { as: facilitator });
	expect(after.text).toContain('Leave no voicemail. You may say which organisation rings. Our number may show.');
	expect(after.text).toContain(
		`call 07700 900123, Monday and Wednesday, 9am to 5:30pm, to be checked again by 31 March 2026. ${rules}`,
	);
});

/** Bea of the survivor side, with her facilitator and a partner-support worker. */
function givenHers() {
	const context = testContext({ now: '2026-01-14T12:00:00Z' });
	const { bea, leila, worker } = givenTwoSides(context);
	const form = { ...typed, 'review-day': '31', 'review-month': '1' };
	return { context, leila, worker, form, path: paths.safeContact(bea.personId), personId: bea.personId };
}

test('on her side a safe contact waits for a colleague, who confirms it on the same page', async () => {
	const { context, leila, worker, form, path, personId } = givenHers();
	const saved = await visit(context, path, { as: leila, form });
	const own = await visit(context, saved.location!, { as: leila });
	expect(own.text).toContain('It waits for a second person: no message leaves until a colleague confirms it');
	expect(own.text).toContain('You set it, so a colleague has to look at it and confirm it');
	expect(own.text).not.toContain('I looked at it, and it is right');
	const theirs = await visit(context, path, { as: worker });
	const [, confirms = ''] = /name="confirms" value="([^"]+)"/.exec(theirs.html) ?? [];
	const confirmation = paths.safeContactConfirmation(personId);
	expect((await visit(context, confirmation, { as: leila, form: { confirms } })).status).toBe(422);
	const stale = await visit(context, confirmation, { as: worker, form: { confirms: 'another' } });
	expect([stale.status, stale.text.includes('Nothing was confirmed')]).toEqual([409, true]);
	const done = await visit(context, confirmation, { as: worker, form: { confirms } });
	expect(done.location).toBe(paths.safeContact(personId, 'confirmed'));
	expect((await visit(context, done.location!, { as: leila })).text).toContain('The safe contact is confirmed');
	expect((await visit(context, confirmation, { as: worker, form: { confirms } })).location).toBe(path);
	expect((await visit(context, confirmation, { as: worker })).location).toBe(path);
});

test('the list of safe contacts shows what has to be done first, and of those whom the reader works with alone', async () => {
	const { context, leila, worker, form, path } = givenHers();
	const empty = await visit(context, paths.safeContacts(), { as: leila });
	expect(empty.text).toMatch(/Stone, Bea .*None/);
	await visit(context, path, { as: leila, form });
	const list = await visit(context, paths.safeContacts({ standing: 'unconfirmed' }), { as: worker });
	for (const shown of ['Stone, Bea', 'Waits for a second person', 'Email', '31 January 2026', 'Leila Haddad']) {
		expect(list.text).toContain(shown);
	}
	expect((await visit(context, paths.safeContacts(), { as: leila })).text).toContain('You');
	const other = await visit(context, paths.safeContacts({ standing: 'overdue' }), { as: worker });
	expect(other.text).toContain('Nobody here');
	const sam = givenStaff(context);
	expect((await visit(context, paths.safeContacts(), { as: sam })).text).not.toContain('Bea');
	for (const role of ['lead', 'administrator', 'observer', 'read-only'] as const) {
		expect((await visit(context, paths.safeContacts(), { as: givenStaff(context, { roles: [role] }) })).status).toBe(
			404,
		);
	}
});
