import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { contentOf } from '#app/content/load-content.ts';
import { CLOCK, OPERATOR } from '#app/domain/access/actor.ts';
import type { MessageTemplate } from '#app/domain/reminders/message-template.ts';
import { endSafeContact } from '#app/use-cases/people/end-safe-contact.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { previewMessage } from '#app/use-cases/reminders/preview-message.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { markHandedOver, takeDueMessage } from '#app/use-cases/reminders/take-message.ts';
import { approveWording, withdrawWording } from '#app/use-cases/reminders/wordings/decide-wording.ts';
import { reviewWording, reviewWordings, waitsForLead } from '#app/use-cases/reminders/wordings/review-wordings.ts';
import { testWording } from '#app/use-cases/reminders/wordings/test-wording.ts';
import * as schema from '#db/schema/index.ts';
import { trailOf } from '#tests/support/audit.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from './given.ts';

const REMINDER = 'reminder-email-en';
const DUE = '2026-03-09T18:30:00Z';

/** A reminder of a cohort is wanted, and a lead looks after the words; nobody has approved any when `isNew`. */
function world({ isNew = false } = {}) {
	const context = testContext();
	const reminded = givenReminded(context);
	const lead = givenStaff(context, { name: 'Ruth Lead', roles: ['lead'] });
	if (isNew) context.db.delete(schema.messageWordings).run();
	return { context, lead, ...reminded };
}

/** That of the first session. */
const reminders = (context: TestContext) => outboxOf(context).slice(0, 1);
const plan = (context: TestContext) => planReminders(context, OPERATOR);

/** The same app after content was changed: as when another version is installed. */
function installed(
	context: TestContext,
	change: (template: MessageTemplate) => MessageTemplate,
	more: readonly MessageTemplate[] = [],
) {
	return {
		...context,
		content: contentOf({ ...context.content, messages: [...context.content.messages.map(change), ...more] }),
	};
}
const withWords = (body: string) => (template: MessageTemplate) =>
	template.event === 'reminder' && template.channel === 'email' ? { ...template, body } : template;
const wordsOf = (context: TestContext, lead: Parameters<typeof reviewWording>[2], id = REMINDER) => {
	const { shipped } = reviewWording(context, context.db, lead, id)!;
	return { subject: shipped!.subject, body: shipped!.body };
};
const tasksOf = ({ db }: TestContext, kind: 'message-wording' | 'message-blocked') =>
	db.select().from(schema.tasks).where(eq(schema.tasks.kind, kind)).all();

test.each([
	['Bring nothing. Ask at  MILL lane for us.', 'Mill Lane'],
	['See you at mill\nlane, as ever.', 'Mill Lane'],
	['The Larch people meet again.', 'Larch'],
])('words that name a venue or a cohort are not approved: %s', (body, named) => {
	const { context, lead } = world({ isNew: true });
	context.db.update(schema.venues).set({ name: 'Mill Lane' }).run();
	context.db.update(schema.cohorts).set({ name: 'Larch' }).run();
	const changed = installed(context, withWords(body));
	const decide = () => approveWording(changed, lead, { wordingId: REMINDER, read: wordsOf(changed, lead) });
	expect(decide()).toEqual({ done: false, code: 'names-a-place', details: { named } });
	expect(context.db.select().from(schema.messageWordings).all()).toEqual([]);
	// It is the name that was in the way.
	context.db.update(schema.venues).set({ name: 'Mill' }).run();
	context.db.update(schema.cohorts).set({ name: 'Elm' }).run();
	expect(decide()).toMatchObject(body.toLowerCase().includes('mill') ? { code: 'names-a-place' } : { done: true });
});

test('on a fresh install nothing leaves to anybody until a lead approves the words, and leads have one task for it', async () => {
	const { context, lead, facilitator } = world({ isNew: true });
	plan(context);
	expect(reminders(context)).toMatchObject([{ state: 'blocked', reason: 'wording-not-approved' }]);
	expect(tasksOf(context, 'message-wording')).toMatchObject([{ desk: 'lead', state: 'open' }]);
	expect(tasksOf(context, 'message-blocked')).toEqual([]);
	expect(previewMessage(context, facilitator, reminders(context)[0]!.id)).toBeNull();
	context.setNow(DUE);
	expect(await sendDue(context, CLOCK)).toMatchObject({ sent: 0, heldBack: 0 });
	context.setNow('2026-03-09T12:00:00Z');

	const outcome = approveWording(context, lead, { wordingId: REMINDER, read: wordsOf(context, lead) });
	expect(outcome).toEqual({ done: true });
	expect(trailOf(context).at(-1)).toMatchObject({ action: 'wording-approved', by: lead.staffId });
	expect(reminders(context)).toMatchObject([{ state: 'queued', reason: null }]);
	expect(tasksOf(context, 'message-wording')).toMatchObject([{ state: 'closed' }]);
	context.setNow(DUE);
	expect(await sendDue(context, CLOCK)).toMatchObject({ sent: 1 });
});

test('the team has a task, too, once the message should have left: somebody tells the person', () => {
	const { context } = world({ isNew: true });
	context.setNow('2026-03-09T18:29:00Z');
	plan(context);
	expect(tasksOf(context, 'message-blocked')).toEqual([]);
	context.setNow(DUE);
	plan(context);
	expect(tasksOf(context, 'message-blocked')).toMatchObject([{ desk: 'team', state: 'open' }]);
});

test('a contact that stands in the way is the team’s at once, approved words or not', () => {
	const { context, facilitator, personId } = world({ isNew: true });
	const contact = context.db.select().from(schema.safeContacts).get()!;
	expect(endSafeContact(context, facilitator, { personId, ends: contact.id })).toMatchObject({ done: true });
	plan(context);
	expect(reminders(context)).toMatchObject([{ state: 'blocked', reason: 'no-safe-contact' }]);
	expect(tasksOf(context, 'message-blocked')).toMatchObject([{ state: 'open' }]);
	expect(tasksOf(context, 'message-wording')).toEqual([]);
});

test('a change of content changes nothing that leaves until a lead approves it', async () => {
	const { context, lead } = world();
	plan(context);
	const changed = installed(context, withWords('Come at {{time}} on {{day}}.\n\n{{sender}}')) as TestContext;
	expect(reviewWording(changed, changed.db, lead, REMINDER)).toMatchObject({ state: 'newer-waits' });
	expect(reviewWordings(changed, changed.db, lead).filter(waitsForLead)).toHaveLength(1);
	plan(changed);
	context.setNow(DUE);
	await sendDue(changed, CLOCK);
	expect(context.kept.map(({ text }) => text)).toEqual([
		expect.stringContaining('This is a reminder of your appointment'),
	]);
});

test('approved, the new words leave and the old ones are kept with who ended them', async () => {
	const { context, lead } = world();
	plan(context);
	const changed = installed(context, withWords('Come at {{time}} on {{day}}.\n\n{{sender}}')) as TestContext;
	approveWording(changed, lead, { wordingId: REMINDER, read: wordsOf(changed, lead) });
	context.setNow(DUE);
	await sendDue(changed, CLOCK);
	expect(context.kept.map(({ text }) => text)).toEqual([
		expect.stringMatching(/^Come at 6:30pm on Tuesday 10 March 2026/),
	]);
	const found = reviewWording(changed, changed.db, lead, REMINDER)!;
	expect(found.approved.map(({ number, endedBy }) => [number, endedBy])).toEqual([
		[2, null],
		[1, lead.staffId],
	]);
});

test('words that changed since they were read are not approved, and approving twice is once', () => {
	const { context, lead } = world({ isNew: true });
	const read = wordsOf(context, lead);
	const changed = installed(context, withWords('Other words at {{time}}.')) as TestContext;
	expect(approveWording(changed, lead, { wordingId: REMINDER, read })).toMatchObject({ code: 'changed-meanwhile' });
	expect(approveWording(context, lead, { wordingId: REMINDER, read })).toEqual({ done: true });
	expect(approveWording(context, lead, { wordingId: REMINDER, read })).toEqual({ done: true });
	expect(context.db.select().from(schema.messageWordings).all()).toHaveLength(1);
});

test('withdrawn, nothing leaves in those words: what waits is blocked with a new task of the leads, until they are approved again', () => {
	const { context, lead } = world();
	plan(context);
	const read = wordsOf(context, lead);
	expect(withdrawWording(context, lead, { wordingId: REMINDER, read: { ...read, body: 'x' } })).toMatchObject({
		code: 'changed-meanwhile',
	});
	expect(withdrawWording(context, lead, { wordingId: REMINDER, read })).toEqual({ done: true });
	expect(trailOf(context).at(-1)).toMatchObject({ action: 'wording-withdrawn' });
	expect(reminders(context)).toMatchObject([{ state: 'blocked', reason: 'wording-not-approved' }]);
	expect(reviewWording(context, context.db, lead, REMINDER)).toMatchObject({ state: 'withdrawn', inUse: null });
	approveWording(context, lead, { wordingId: REMINDER, read });
	expect(reminders(context)).toMatchObject([{ state: 'queued' }]);
	withdrawWording(context, lead, { wordingId: REMINDER, read });
	expect(
		tasksOf(context, 'message-wording')
			.map(({ state }) => state)
			.toSorted(),
	).toEqual(['closed', 'open']);
});

test('words that are withdrawn while a message is on its way to the mail server do not leave', () => {
	const { context, lead } = world();
	plan(context);
	context.setNow(DUE);
	const taken = takeDueMessage(context, CLOCK)!;
	withdrawWording(context, lead, { wordingId: REMINDER, read: wordsOf(context, lead) });
	expect(markHandedOver(context, CLOCK, taken)).toBe(false);
	expect(reminders(context)).toMatchObject([{ state: 'blocked', reason: 'wording-not-approved', handedOverAt: null }]);
});

test('words that are replaced meanwhile do not leave either: the message is taken up anew in those that hold', async () => {
	const { context, lead } = world();
	plan(context);
	context.setNow(DUE);
	const taken = takeDueMessage(context, CLOCK)!;
	const changed = installed(context, withWords('Come at {{time}}.\n\n{{sender}}')) as TestContext;
	approveWording(changed, lead, { wordingId: REMINDER, read: wordsOf(changed, lead) });
	expect(markHandedOver(changed, CLOCK, taken)).toBe(false);
	expect(reminders(context)).toMatchObject([{ state: 'queued' }]);
	context.setNow('2026-03-09T18:50:00Z');
	expect(await sendDue(changed, CLOCK)).toMatchObject({ sent: 1 });
	expect(context.kept[0]!.text).toMatch(/^Come at/);
});

test('words that content has no more still leave, and can be withdrawn', () => {
	const { context, lead } = world();
	const messages = context.content.messages.filter(({ event }) => event !== 'missed-you');
	const without = { ...context, content: contentOf({ ...context.content, messages }) } as TestContext;
	const id = 'missed-you-email-en';
	const { state, inUse } = reviewWording(without, context.db, lead, id)!;
	expect(state).toBe('no-longer-shipped');
	const read = { subject: inUse!.subject, body: inUse!.body };
	expect(approveWording(without, lead, { wordingId: id, read })).toMatchObject({ code: 'not-found' });
	expect(withdrawWording(without, lead, { wordingId: id, read })).toEqual({ done: true });
	expect(reviewWording(without, context.db, lead, id)).toBeNull();
});

const CY: MessageTemplate = {
	...{ event: 'reminder', audience: 'participant', channel: 'email', language: 'cy', subject: '(cy) {{day}}' },
	...{ body: '(cy) {{time}}\n\n{{sender}}', samples: { day: 'x', time: 'x', sender: 'x' } },
};

/** Somebody who asked for messages in another language, where there is a reminder in it. */
function bilingual() {
	const found = world();
	const context = installed(found.context, (template) => template, [CY]) as TestContext;
	givenContact(context, found.facilitator, found.personId, { language: 'cy' });
	plan(context);
	return { ...found, context };
}

test('a language whose words nobody has approved falls back to English', async () => {
	const { context } = bilingual();
	expect(reminders(context)).toMatchObject([{ state: 'queued' }]);
	context.setNow(DUE);
	await sendDue(context, CLOCK);
	expect(context.kept).toMatchObject([{ subject: 'Reminder: Tuesday 10 March 2026 at 6:30pm' }]);
});

test('each language has an approval of its own; approved, its words leave with the day in that language', async () => {
	const { context, lead } = bilingual();
	expect(reviewWording(context, context.db, lead, 'reminder-email-cy')).toMatchObject({ state: 'waits' });
	approveWording(context, lead, { wordingId: 'reminder-email-cy', read: CY });
	expect(reviewWording(context, context.db, lead, REMINDER)).toMatchObject({ state: 'in-use', inUse: { number: 1 } });
	context.setNow(DUE);
	await sendDue(context, CLOCK);
	expect(context.kept).toMatchObject([
		{ subject: '(cy) Dydd Mawrth, 10 Mawrth 2026', text: expect.stringMatching(/^\(cy\) 18:30/) },
	]);
});

test('without English words, those in their language still leave, and nobody else is written to', () => {
	const { context, lead } = bilingual();
	approveWording(context, lead, { wordingId: 'reminder-email-cy', read: CY });
	withdrawWording(context, lead, { wordingId: REMINDER, read: wordsOf(context, lead) });
	expect(reminders(context)).toMatchObject([{ state: 'queued' }]);
	withdrawWording(context, lead, { wordingId: 'reminder-email-cy', read: CY });
	expect(reminders(context)).toMatchObject([{ state: 'blocked', reason: 'wording-not-approved' }]);
});

test('a contact names a language only where there are messages in it', () => {
	const { context, facilitator, personId } = world();
	expect(() => givenContact(context, facilitator, personId, { language: 'cy' })).toThrow('unknown-language');
});

test('nobody but a lead sees, approves, withdraws or tests words', async () => {
	const { context, lead, facilitator, areaId } = world();
	const others = [
		facilitator,
		...(['coordinator', 'partner-support', 'administrator', 'observer', 'read-only'] as const).map((role) =>
			givenStaff(context, { roles: [role], areaIds: [areaId], sides: ['perpetrator', 'survivor'] }),
		),
	];
	const read = wordsOf(context, lead);
	for (const actor of others) {
		expect(reviewWordings(context, context.db, actor)).toEqual([]);
		expect(approveWording(context, actor, { wordingId: REMINDER, read })).toMatchObject({ code: 'not-found' });
		expect(withdrawWording(context, actor, { wordingId: REMINDER, read })).toMatchObject({ code: 'not-found' });
		const tested = await testWording(context, actor, { wordingId: REMINDER, which: 'in-use' });
		expect(tested).toMatchObject({ code: 'not-found' });
	}
	expect(context.kept).toEqual([]);
});

test('a test goes to the lead’s own address, says that it is one, and is kept in the trail', async () => {
	const { context, lead } = world();
	expect(await testWording(context, lead, { wordingId: REMINDER, which: 'in-use' })).toEqual({ done: true });
	expect(context.kept).toEqual([
		{
			messageId: expect.stringMatching(/@/),
			to: `${lead.staffId}@example.org`,
			subject: 'Test: Reminder: Tuesday 13 January 2026 at 6:30pm',
			text: expect.stringMatching(
				/^This is a test that you asked for in Plumbline\.[\s\S]*This is a reminder of your appointment/,
			),
		},
	]);
	expect(trailOf(context).at(-1)).toMatchObject({ action: 'wording-tested', by: lead.staffId });
	expect(outboxOf(context)).toEqual([]);
});

test('after ten tests within an hour a lead waits; what the mail server says is told', async () => {
	const { context, lead } = world();
	const ask = () => testWording(context, lead, { wordingId: REMINDER, which: 'shipped' });
	context.answerMail({ state: 'failed', retry: true, reason: '451 busy' });
	expect(await ask()).toMatchObject({ code: 'not-sent', details: { reason: '451 busy' } });
	context.answerMail({ state: 'sent' });
	for (let sent = 0; sent < 9; sent += 1) expect(await ask()).toEqual({ done: true });
	expect(await ask()).toMatchObject({ code: 'too-many-tests' });
	expect(context.kept).toHaveLength(10);
	context.setNow('2026-03-03T19:00:00Z');
	expect(await ask()).toEqual({ done: true });
});

test('there is no test of words that there are not', async () => {
	const { context, lead } = world({ isNew: true });
	expect(await testWording(context, lead, { wordingId: REMINDER, which: 'in-use' })).toMatchObject({
		code: 'not-found',
	});
	expect(await testWording(context, lead, { wordingId: 'reminder-email-cy', which: 'shipped' })).toMatchObject({
		code: 'not-found',
	});
});
