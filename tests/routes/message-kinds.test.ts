import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { paths } from '#app/paths.ts';
import { recordRegister } from '#app/use-cases/register/record-register.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import * as schema from '#db/schema/index.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';
import { givenReminded, outboxOf } from '../use-cases/reminders/given.ts';

function world() {
	const context = testContext();
	const reminded = givenReminded(context);
	planReminders(context, OPERATOR);
	const lead = givenStaff(context, { roles: ['lead'], areaIds: [] });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [reminded.areaId] });
	return { context, lead, coordinator, ...reminded };
}

const reminder = (context: Parameters<typeof outboxOf>[0]) => outboxOf(context).find(({ kind }) => kind === 'reminder');

test('a coordinator turns a kind of a cohort off and on, and the page says what became of what was planned', async () => {
	const { context, coordinator, cohortId } = world();
	const page = paths.cohortMessages(cohortId);
	const off = await visit(context, page, { as: coordinator, form: { kind: 'reminder', turn: 'off' } });
	expect([off.status, off.location]).toEqual([302, paths.cohortMessages(cohortId, 'off')]);
	const shown = await visit(context, page, { as: coordinator });
	expect(shown.text).toContain('Messages of this kind are turned off.');
	expect(reminder(context)).toMatchObject({ state: 'suppressed', reason: 'kind-off' });
	await visit(context, page, { as: coordinator, form: { kind: 'reminder', turn: 'on' } });
	expect(reminder(context)).toMatchObject({ state: 'queued' });
	const nonsense = await visit(context, page, { as: coordinator, form: { kind: 'nonsense', turn: 'off' } });
	expect(nonsense.status).toBe(400);
});

test('what is off everywhere cannot be turned on by a cohort', async () => {
	const { context, lead, coordinator, cohortId } = world();
	await visit(context, paths.messageKinds(), { as: lead, form: { kind: 'changed', turn: 'off' } });
	const shown = await visit(context, paths.cohortMessages(cohortId), { as: coordinator });
	expect(shown.text).toContain('Turned off everywhere');
	expect((await visit(context, paths.messageKinds(), { as: coordinator })).status).toBe(404);
});

test('all messages to a person stop only with a reason, and what was typed is not lost', async () => {
	const { context, facilitator, personId } = world();
	const page = paths.personMessages(personId);
	const without = await visit(context, page, { as: facilitator, form: { turn: 'stop', reason: ' ' } });
	expect(without.status).toBe(400);
	expect(without.text).toContain('Enter why nothing is to be sent');
	const long = 'x'.repeat(201);
	expect((await visit(context, page, { as: facilitator, form: { turn: 'stop', reason: long } })).html).toContain(long);
	await visit(context, page, { as: facilitator, form: { turn: 'stop', reason: 'They asked for it' } });
	expect(reminder(context)).toMatchObject({ state: 'suppressed', reason: 'all-stopped' });
	const again = await visit(context, page, { as: facilitator, form: { turn: 'stop', reason: 'Again' } });
	expect(again.status).toBe(409);
	expect((await visit(context, page, { as: facilitator })).text).toContain('“They asked for it”');
	await visit(context, page, { as: facilitator, form: { turn: 'resume' } });
	expect(reminder(context)).toMatchObject({ state: 'queued' });
});

test('a missed-you shows its words and leaves only once it is approved there', async () => {
	const { context, facilitator, sessionIds, enrolmentId } = world();
	context.setNow('2026-03-10T20:45:00Z');
	const entry = { mark: 'absent-no-contact', minutes: null, reason: null, note: null };
	const choices = [{ enrolmentId, openedVersion: 1, entry }];
	recordRegister(context, facilitator, { sessionId: sessionIds[0]!, choices, correctionReason: null } as never);
	const draft = outboxOf(context).find(({ kind }) => kind === 'missed-you')!;
	const page = await visit(context, paths.message(draft.id), { as: facilitator });
	expect(page.text).toContain('We missed you on Tuesday 10 March 2026');
	expect(page.text).toContain('Approve it');
	const approved = await visit(context, paths.message(draft.id), { as: facilitator, form: { decision: 'approved' } });
	expect(approved.location).toBe(paths.message(draft.id, 'approved'));
	const row = context.db
		.select()
		.from(schema.outbox)
		.all()
		.find(({ id }) => id === draft.id);
	expect(row).toMatchObject({ state: 'queued', decision: 'approved', decidedBy: facilitator.staffId });
	const odd = await visit(context, paths.message(draft.id), { as: facilitator, form: { decision: 'perhaps' } });
	expect(odd.status).toBe(400);
});
