import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { paths } from '#app/paths.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenReminded, outboxOf } from '../use-cases/reminders/given.ts';

const REMINDER = 'reminder-email-en';
const page = paths.wording(REMINDER);

function world({ isNew = false } = {}) {
	const context = testContext();
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const facilitator = givenStaff(context);
	if (isNew) context.db.delete(schema.messageWordings).run();
	const { subject, body } = context.content.messageFor('reminder', 'participant');
	// As a browser sends it.
	return { context, lead, facilitator, subject, body: body.replaceAll('\n', '\r\n') };
}

test('on a fresh install a lead is told what waits, by mail and by text, reads it as it leaves, and approves it', async () => {
	const { context, lead, subject, body } = world({ isNew: true });
	expect((await visit(context, paths.today(), { as: lead })).text).toContain('10 messages with words that wait');
	expect((await visit(context, paths.messages(), { as: lead })).text).toContain('10 messages with words that wait');
	expect((await visit(context, paths.wordings(), { as: lead })).text).toContain('Waits for approval');
	const shown = await visit(context, page, { as: lead });
	expect(shown.text).toContain('Reminder: Tuesday 13 January 2026 at 6:30pm');
	expect(shown.text).toContain('Nobody has approved these words. No such message leaves until a lead does.');
	expect(shown.text).not.toContain('Withdraw');
	const approved = await visit(context, page, { as: lead, form: { turn: 'approve', subject, body } });
	expect([approved.status, approved.location]).toEqual([302, paths.wording(REMINDER, 'approved')]);
	const after = await visit(context, paths.wording(REMINDER, 'approved'), { as: lead });
	expect(after.text).toContain('In use: version 1 Approved by Ruth Levy on Tuesday 3 March 2026');
	expect((await visit(context, paths.wordings(), { as: lead })).text).toContain('9 messages with words that wait');
});

test('new words stand beside those in use, with what differs marked for the eye and in words', async () => {
	const { context, lead } = world();
	context.db.update(schema.messageWordings).set({ body: 'Come at {{time}}.\n\n{{sender}}' }).run();
	const shown = await visit(context, page, { as: lead });
	expect(shown.html).toMatch(/<del><span class="govuk-visually-hidden">\(only before: <\/span>Come/);
	expect(shown.html).toMatch(/<ins><span class="govuk-visually-hidden">\(new: <\/span>Hello,/);
	expect(shown.text).toContain('The words in use still leave. The new ones do only once a lead approves them.');
});

test('words that are not those of the page are neither approved nor withdrawn', async () => {
	const { context, lead, subject } = world();
	for (const turn of ['approve', 'withdraw']) {
		const answer = await visit(context, page, { as: lead, form: { turn, subject, body: 'Other words' } });
		expect(answer.status).toBe(409);
		expect(answer.text).toContain('The words have changed since you opened the page');
	}
	expect((await visit(context, page, { as: lead, form: { turn: 'burn', subject, body: '' } })).status).toBe(400);
});

test('a lead withdraws words, and the page says that nothing leaves', async () => {
	const { context, lead, subject, body } = world();
	const answer = await visit(context, page, { as: lead, form: { turn: 'withdraw', subject, body } });
	expect(answer.location).toBe(paths.wording(REMINDER, 'withdrawn'));
	const shown = await visit(context, page, { as: lead });
	expect(shown.text).toContain('The words were withdrawn. No such message leaves until a lead approves some.');
	expect(shown.text).toContain('Approve these words');
});

test('a test goes to the address of whoever asks, whatever else the form names', async () => {
	const { context, lead } = world();
	const form = { turn: 'test-in-use', to: 'somebody@example.net', email: 'somebody@example.net' };
	expect((await visit(context, page, { as: lead, form })).location).toBe(paths.wording(REMINDER, 'tested'));
	expect(context.kept).toMatchObject([
		{ to: `${lead.staffId}@example.org`, subject: expect.stringMatching(/^Test: /) },
	]);
	context.answerMail({ state: 'failed', retry: false, reason: '535 who are you' });
	const refused = await visit(context, page, { as: lead, form });
	expect(refused.status).toBe(422);
	expect(refused.text).toContain('The mail server said: “535 who are you”');
});

test('a message that waits for words leads whoever may approve them there, and tells everybody else who may', async () => {
	const context = testContext({ now: '2026-03-03T18:00:00Z' });
	const { areaId, facilitator, cohortId, personId } = givenReminded(context);
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: ['perpetrator'] });
	context.db.delete(schema.messageWordings).run();
	planReminders(context, CLOCK);
	const message = outboxOf(context)[0]!;
	expect(message).toMatchObject({ state: 'blocked', reason: 'wording-not-approved' });
	const link = `href="${paths.wordings()}">Read the words and approve them</a>`;
	for (const path of [paths.messages(), paths.message(message.id)]) {
		const shown = await visit(context, path, { as: lead });
		expect(shown.html).toContain(link);
		expect(shown.text).not.toContain('Who may approve them');
		const told = await visit(context, path, { as: facilitator });
		expect(told.text).toContain('Its words wait for a programme lead to approve them.');
		expect(told.text).toContain('Who may approve them: Ruth Levy.');
		expect(told.html).not.toContain(paths.wordings());
	}
	for (const path of [paths.cohortMessages(cohortId), paths.personMessages(personId)]) {
		expect((await visit(context, path, { as: coordinator })).text).toContain('Who may approve them: Ruth Levy.');
	}
	context.db.update(schema.staff).set({ state: 'deactivated' }).where(eq(schema.staff.id, lead.staffId)).run();
	const nobody = await visit(context, paths.message(message.id), { as: facilitator });
	expect(nobody.text).toContain('Nobody here may approve them: an administrator can make somebody a programme lead.');
});

test('where no message waits for words nobody is told who approves them', async () => {
	const context = testContext({ now: '2026-03-03T18:00:00Z' });
	const { facilitator } = givenReminded(context);
	planReminders(context, CLOCK);
	expect((await visit(context, paths.messages(), { as: facilitator })).text).not.toContain('approve them');
});

test('for anybody but a lead the pages are not there, and neither are words that there are not', async () => {
	const { context, lead, facilitator } = world();
	for (const path of [paths.wordings(), page]) {
		expect((await visit(context, path, { as: facilitator })).status).toBe(404);
	}
	for (const id of ['reminder-email-cy', 'notice-email-en', 'nonsense']) {
		expect((await visit(context, paths.wording(id), { as: lead })).status).toBe(404);
	}
	expect((await visit(context, paths.messages(), { as: facilitator })).text).not.toContain('Wording of messages');
});
