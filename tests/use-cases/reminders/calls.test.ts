import { expect, test } from 'vitest';
import { CLOCK, OPERATOR } from '#app/domain/access/actor.ts';
import type { CallSaid } from '#app/domain/reminders/texts/call.ts';
import { asId, type MessageId, type SafeContactId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { findCall, listCallsOfToday } from '#app/use-cases/reminders/calls/calls-of-today.ts';
import { recordCall } from '#app/use-cases/reminders/calls/record-call.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { sendDue } from '#app/use-cases/reminders/send-due.ts';
import { stopMessages } from '#app/use-cases/reminders/stop-messages.ts';
import { listOpenTasks, listTaskEntries } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { trailOf } from '#tests/support/audit.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenMember, givenStaff } from '#tests/support/world.ts';
import { givenContact, givenReminded, outboxOf } from './given.ts';

const NUMBER = '+447700900123';
const BY_CALL = { channel: 'call', address: NUMBER, mayLeaveVoicemail: true } as const;

/** Somebody who is rung, on the evening before the session at the hour at which a reminder would leave. */
function givenCall(change: Partial<Parameters<typeof givenContact>[3]> = {}) {
	const context = testContext({ now: '2026-03-03T18:00:00Z' });
	const world = givenReminded(context);
	givenContact(context, world.facilitator, world.personId, { ...BY_CALL, ...change });
	planReminders(context, CLOCK);
	context.setNow('2026-03-09T18:30:00Z');
	const message = () => outboxOf(context).find(({ enrolmentId }) => enrolmentId === world.enrolmentId)!;
	const calls = (as = world.facilitator) => listCallsOfToday(context, as);
	const contactId = calls()[0]?.reach?.contact.id ?? null;
	const say = (said: Partial<CallSaid> & { id?: MessageId } = {}, as = world.facilitator) =>
		recordCall(context, as, {
			...{ id: message().id, outcome: 'reached', rungAt: context.clock.now(), contactId, note: null },
			...said,
		});
	const [sessionId] = world.sessionIds;
	const tasks = () =>
		listOpenTasks(context.db, world.facilitator, { own: true }).filter((task) => task.sessionId === sessionId);
	return { context, ...world, message, calls, say, tasks };
}

test('whoever is rung is on the list of the day, with the number, the rules and the words of a text', () => {
	const { context, calls } = givenCall();
	expect(calls()).toMatchObject([
		{
			reach: {
				contact: { address: NUMBER },
				say: 'This is a reminder of your appointment on Tuesday 10 March 2026 at 6:30pm.',
				hours: { from: '2026-03-09T18:30:00Z', until: '2026-03-09T21:00:00Z' },
			},
		},
	]);
	context.setNow('2026-03-08T18:30:00Z');
	expect(calls()).toEqual([]);
});

test('the words to say name who rings only where that is safe', () => {
	const saying = (mayNameOrganisation: boolean) => givenCall({ mayNameOrganisation }).calls()[0]!.reach!.say;
	expect(saying(true)).toMatch(/\nTeam office$/);
	expect(saying(false)).not.toContain('Team office');
});

test('whoever is texted is on it only where nothing sends texts', () => {
	const { context, calls } = givenCall({ channel: 'text' });
	expect(calls()).toHaveLength(1);
	const texting = { ...context, texter: { send: async () => ({ state: 'sent' }) as const } };
	planReminders(texting, CLOCK);
	expect(outboxOf(context)[0]).toMatchObject({ state: 'queued', reason: null });
	expect(calls()).toEqual([]);
});

test('a call that reached them counts as the message, and its task is done', () => {
	const { context, say, message, calls, tasks, facilitator, personId } = givenCall();
	const [task] = tasks();
	expect(say()).toMatchObject({ done: true });
	expect(message()).toMatchObject({
		...{ state: 'sent', reason: null, sentTo: NUMBER, sentAt: '2026-03-09T18:30:00Z', body: null },
		handedOverAt: '2026-03-09T18:30:00Z',
	});
	expect(calls()).toEqual([]);
	expect(tasks()).toEqual([]);
	expect(listTaskEntries(context.db, task!.id).at(-1)).toMatchObject({ event: 'done', by: facilitator.name });
	expect(trailOf(context)).toContainEqual(
		expect.objectContaining({
			...{ action: 'call-recorded', by: facilitator.staffId, people: [personId], outcome: 'done' },
			details: { outcome: 'reached' },
		}),
	);
	context.setNow('2026-03-09T18:32:00Z');
	expect(say()).toMatchObject({ code: 'not-open' });
	expect(context.db.select().from(schema.messageCalls).all()).toHaveLength(1);
});

test('planning leaves a message that was said by telephone as it is', async () => {
	const { context, say, message } = givenCall();
	say();
	const told = message();
	context.setNow('2026-03-09T19:00:00Z');
	planReminders(context, CLOCK);
	await sendDue(context, CLOCK);
	expect(message()).toEqual(told);
	expect(context.kept).toEqual([]);
});

test('who was not reached stays on the list with what came of it, and so does the task', () => {
	const { context, say, message, calls, tasks } = givenCall();
	expect(say({ outcome: 'not-reached' })).toMatchObject({ done: true });
	expect(message()).toMatchObject({ state: 'blocked', reason: 'rung-by-hand' });
	expect(calls()).toMatchObject([{ before: [{ outcome: 'not-reached' }] }]);
	expect(tasks()).toHaveLength(1);
	context.setNow('2026-03-09T19:00:00Z');
	expect(say({ outcome: 'message-left' })).toMatchObject({ done: true });
	expect(message().state).toBe('sent');
});

test.each(['reached', 'not-reached'] as const)(
	'%s, said twice by one tap, is kept once and answered the same',
	(outcome) => {
		const { context, say, areaId } = givenCall();
		expect(say({ outcome })).toMatchObject({ done: true });
		context.setNow('2026-03-09T18:30:02Z');
		expect(say({ outcome })).toMatchObject({ done: true });
		expect(context.db.select().from(schema.messageCalls).all()).toHaveLength(1);
		const colleague = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
		expect(say({ outcome }, colleague).done).toBe(outcome === 'not-reached');
		expect(context.db.select().from(schema.messageCalls).all()).toHaveLength(outcome === 'not-reached' ? 2 : 1);
	},
);

test('that nobody rings ends the message and its task with the reason, and planning does not bring it back', () => {
	const { context, say, message, calls, tasks } = givenCall();
	expect(say({ outcome: 'not-rung' })).toMatchObject({ code: 'note-missing' });
	expect(say({ outcome: 'not-rung', note: 'Told in person' })).toMatchObject({ done: true });
	planReminders(context, CLOCK);
	expect(message()).toMatchObject({ state: 'failed', reason: 'not-rung' });
	expect([calls(), tasks()]).toEqual([[], []]);
});

test('a voicemail is taken only where one is safe', () => {
	const { say, message } = givenCall({ mayLeaveVoicemail: false });
	expect(say({ outcome: 'message-left' })).toMatchObject({ code: 'no-voicemail' });
	expect(message().state).toBe('blocked');
});

test('between opening the list and saying what came of it the rule is asked again', () => {
	const { context, say, message, facilitator, personId, calls } = givenCall();
	const { id } = message();
	givenContact(context, facilitator, personId, { ...BY_CALL, address: '+447700900456' });
	expect(say()).toMatchObject({ code: 'contact-changed' });
	const contactId = calls()[0]!.reach!.contact.id;
	stopMessages(context, facilitator, { personId, reason: 'They asked' });
	expect(say({ contactId })).toMatchObject({ code: 'not-open' });
	expect(findCall(context, facilitator, id)).toMatchObject({ reach: null });
	expect(context.db.select().from(schema.messageCalls).all()).toEqual([]);
});

test('a call outside their safe hours is not taken, one within them is though it is said later', () => {
	const { context, say } = givenCall();
	context.setNow('2026-03-09T21:30:00Z');
	expect(say()).toMatchObject({ code: 'may-not-ring', details: { reason: 'outside-safe-hours' } });
	expect(say({ rungAt: instant('2026-03-09T20:55:00Z') })).toMatchObject({ done: true });
});

test('a call in time is taken though the message has had its time meanwhile', () => {
	const { context, say, message } = givenCall();
	context.setNow('2026-03-10T17:00:00Z');
	planReminders(context, CLOCK);
	expect(message()).toMatchObject({ state: 'expired', reason: 'rung-by-hand' });
	expect(say({ rungAt: instant('2026-03-10T16:20:00Z') })).toMatchObject({ done: true });
	expect(message()).toMatchObject({ state: 'sent', sentAt: '2026-03-10T16:20:00Z' });
});

test('who may not read how they are reached sees no call and says nothing of one', () => {
	const { context, calls, say, message, areaId } = givenCall();
	const stranger = givenStaff(context);
	const lead = givenStaff(context, { roles: ['lead'] });
	const otherSide = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId], sides: ['survivor'] });
	for (const as of [stranger, lead, otherSide]) {
		expect(calls(as)).toEqual([]);
		expect(findCall(context, as, message().id)).toBeNull();
		expect(say({}, as)).toMatchObject({ code: 'not-found' });
	}
	expect(say({ id: asId<MessageId>('nonesuch') })).toMatchObject({ code: 'not-found' });
	expect(say({ contactId: asId<SafeContactId>('another') })).toMatchObject({ code: 'contact-changed' });
});

test('a coordinator of the area sees the call and whose it is', () => {
	const { context, calls, areaId } = givenCall();
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
	expect(calls(coordinator)).toMatchObject([{ reach: { contact: { address: NUMBER } }, details: { owner: null } }]);
});

test('of whom a restriction keeps from the reader there is the reference and nothing else', () => {
	const { context, calls, facilitator, personId, message, say } = givenCall();
	context.db
		.insert(schema.restrictedPeople)
		.values({ personId, setBy: facilitator.staffId, setAt: context.clock.now() })
		.run();
	expect(calls()).toMatchObject([{ reach: null, details: { name: `REF-${personId}`, isReached: false } }]);
	expect(findCall(context, facilitator, message().id)).toBeNull();
	expect(say()).toMatchObject({ code: 'not-found' });
});

test('the list asks as often for thirty as for one', async () => {
	const { context, facilitator, ...world } = givenCall();
	const asked = () => countQueries(context.db, () => listCallsOfToday(context, facilitator));
	const forOne = await asked();
	for (let more = 1; more < 30; more += 1) {
		const { personId } = givenMember(context, world, { givenName: `P${more}` });
		givenContact(context, facilitator, personId, {
			...BY_CALL,
			address: `+4477009001${String(more).padStart(2, '0')}`,
		});
	}
	planReminders(context, OPERATOR);
	expect(listCallsOfToday(context, facilitator)).toHaveLength(30);
	expect(await asked()).toBe(forOne);
});
