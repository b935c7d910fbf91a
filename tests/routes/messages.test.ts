import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { paths } from '#app/paths.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenMember, givenStaff } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from '../use-cases/reminders/given.ts';

function givenOutbox() {
	const context = testContext();
	const world = givenReminded(context);
	const blocked = givenMember(context, world, { givenName: 'Jo', familyName: 'Marsh' });
	planReminders(context, OPERATOR);
	return { context, ...world, blocked };
}

test('the outbox shows each message and why one does not leave, with what waits for a person on top', async () => {
	const { context, facilitator } = givenOutbox();
	const page = await visit(context, paths.messages(), { as: facilitator });
	expect(page.status).toBe(200);
	expect(page.html).toContain('<title>Messages - Plumbline</title>');
	expect(page.text).toContain('1 message cannot leave until somebody does something');
	expect(page.text).toContain('There is no safe contact for this person. Agree one with them and record it.');
	expect(page.text).toContain('Leaves Monday 9 March 2026, 6:30pm');
	expect(page.text).toContain('No mail server is set up');
});

test('the outbox is filtered by state in the address; an unknown state and an impossible page show the list all the same', async () => {
	const { context, facilitator } = givenOutbox();
	const blocked = await visit(context, '/messages?state=blocked', { as: facilitator });
	expect(blocked.text).toContain('Jo Marsh');
	expect(blocked.text).not.toContain('Alex Smith');
	for (const odd of ['/messages?state=nonsense', '/messages?page=0', '/messages?page=99999', '/messages?page=x']) {
		const page = await visit(context, odd, { as: facilitator });
		expect(page.status).toBe(200);
		expect(page.text).toContain('Alex Smith');
	}
	const none = await visit(context, '/messages?state=sent', { as: facilitator });
	expect(none.text).toContain('No messages here');
});

test('a message that left is shown as it left', async () => {
	const { context, facilitator } = givenOutbox();
	context.setNow('2026-03-09T18:30:00Z');
	await planAndSend(context);
	const [mail] = context.kept;
	const { id } = outboxOf(context).find(({ state }) => state === 'sent')!;
	const page = await visit(context, paths.message(id), { as: facilitator });
	expect(page.text).toContain('The message as it left');
	expect(page.text).toContain(mail!.subject);
	expect(page.text).toContain(mail!.text.replaceAll(/\s+/g, ' '));
	expect(page.text).toContain('alex@example.org');
	expect(page.text).toContain('Sent Monday 9 March 2026, 6:30pm');
	expect(page.html).toContain('<title>Message - Plumbline</title>');
});

test('a message that has not left is shown as it would leave, with the lock screen and the way to unblock it', async () => {
	const { context, facilitator, blocked } = givenOutbox();
	const rows = outboxOf(context);
	const ofBlocked = rows.find(({ state }) => state === 'blocked')!;
	const page = await visit(context, paths.message(ofBlocked.id), { as: facilitator });
	expect(page.text).toContain('The message as it would leave');
	expect(page.text).toContain('On a locked phone Reminder: Tuesday 10 March 2026 at 6:30pm');
	expect(page.html).toContain(`href="${paths.safeContact(blocked.personId)}"`);
	const ofQueued = rows.find(({ state }) => state === 'queued')!;
	const queued = await visit(context, paths.message(ofQueued.id), { as: facilitator });
	expect(queued.text).toContain('To alex@example.org');
});

test('a message of which nobody knows whether it arrived stands on top of the outbox', async () => {
	const { context, facilitator } = givenOutbox();
	context.answerMail({ state: 'unknown', reason: 'Connection closed' });
	context.setNow('2026-03-09T18:30:00Z');
	await planAndSend(context);
	const page = await visit(context, paths.messages(), { as: facilitator });
	expect(page.text).toContain('1 message may or may not have arrived');
	expect(page.text).toContain('It is not sent again by itself');
});

test('a message is not there for those who may not read it, and neither is the outbox', async () => {
	const { context } = givenOutbox();
	const [row] = outboxOf(context);
	const stranger = givenStaff(context);
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const absent = await visit(context, paths.message(asId('nonesuch')), { as: stranger });
	const forbidden = await visit(context, paths.message(row!.id), { as: stranger });
	expect([absent.status, forbidden.status]).toEqual([404, 404]);
	expect(forbidden.html).toBe(absent.html);
	expect((await visit(context, paths.messages(), { as: administrator })).status).toBe(404);
	expect((await visit(context, paths.message(row!.id), { as: administrator })).status).toBe(404);
	expect((await visit(context, paths.messages())).location).toBe(paths.signIn());
	const empty = await visit(context, paths.messages(), { as: stranger });
	expect(empty.text).toContain('No messages here');
});

test('where a message would go, or went, is shown only to who may read the safe contact: a lead reads its words alone', async () => {
	const { context, facilitator } = givenOutbox();
	const lead = givenStaff(context, { roles: ['lead'] });
	const queued = outboxOf(context).find(({ state }) => state === 'queued')!;
	const pages = async () => {
		const path = paths.message(queued.id);
		return Promise.all([facilitator, lead].map(async (as) => (await visit(context, path, { as })).text));
	};
	const [own, leads] = await pages();
	expect(own).toContain('To alex@example.org');
	expect(leads).toContain('On a locked phone Reminder');
	expect(leads).not.toContain('alex@example.org');
	context.setNow('2026-03-09T18:30:00Z');
	await planAndSend(context);
	const [after, leadsAfter] = await pages();
	expect(after).toContain('To alex@example.org');
	expect(leadsAfter).toContain('The message as it left');
	expect(leadsAfter).not.toContain('alex@example.org');
});

test('a text is shown in the words of a text with its length, before it leaves and after', async () => {
	const { context, facilitator, personId } = givenOutbox();
	givenContact(context, facilitator, personId, { channel: 'text', address: '07700 900123' });
	const id = outboxOf(context).find(({ reason }) => reason === 'channel-not-available')!.id;
	const before = await visit(context, paths.message(id), { as: facilitator });
	expect(before.text).toContain(
		'Words This is a reminder of your appointment on Tuesday 10 March 2026 at 6:30pm. Team office',
	);
	expect(before.text).toContain('Length 1 text: 86 of 160 characters, as a text counts them');
	expect(before.text).not.toContain('Subject');
	const texting: typeof context = {
		...context,
		texter: {
			send: async (_text, mayLeave = () => true) => {
				mayLeave();
				return { state: 'sent', asLeft: 'Ŵ' };
			},
		},
	};
	planReminders(texting, OPERATOR);
	context.setNow('2026-03-09T18:30:00Z');
	await planAndSend(texting);
	const after = await visit(context, paths.message(id), { as: facilitator });
	expect(after.text).toContain('The message as it left Words Ŵ');
	expect(after.text).toContain('Length 1 text: 1 of 70 characters, as a text counts them');
	expect(after.text).toContain('+447700900123');
});
