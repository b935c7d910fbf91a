import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/access/actor.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { planCalendarInvitations } from '#app/use-cases/calendar/plan-calendar-invitations.ts';
import { sendCalendarInvitations } from '#app/use-cases/calendar/send-calendar-invitations.ts';
import { setCalendarInvitations } from '#app/use-cases/calendar/set-calendar-invitations.ts';
import { takeDueInvitation } from '#app/use-cases/calendar/take-calendar-invitation.ts';
import { listInvitees } from '#db/queries/calendar/calendar-invitations.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenStaff } from '#tests/support/world.ts';
import { cancel, change, givenInvited, invitationsOf, moveTo, statesOf } from './given.ts';

/** The same context, whose mail server does this before it is ready for each message. */
function before(context: TestContext, act: () => unknown): TestContext {
	const send: TestContext['mailer']['send'] = async (mail, ask) => {
		await act();
		return context.mailer.send(mail, ask);
	};
	return { ...context, mailer: { ...context.mailer, send } };
}

test('nobody gets an invitation who did not ask for one', async () => {
	const { context, sam } = givenInvited();
	setCalendarInvitations(context, sam, false);
	expect((await planAndSend(context)).invitations.sent).toBe(0);
	expect(invitationsOf(context)).toEqual([]);
});

test('each session to come is sent once to who asked, to their own address alone, however often the clock strikes', async () => {
	const { context, sam, sessionIds } = givenInvited();
	expect((await planAndSend(context)).invitations).toMatchObject({ sent: 2 });
	expect((await planAndSend(context)).invitations).toMatchObject({ sent: 0 });
	expect(context.kept.map(({ to }) => to)).toEqual([`${sam.staffId}@example.org`, `${sam.staffId}@example.org`]);
	expect(context.kept.map(({ invitation }) => invitation)).toMatchObject([
		{ method: 'request', sessionId: sessionIds[0], sequence: 0, startsAt: '2026-03-24T18:30:00Z' },
		{ method: 'request', sessionId: sessionIds[1], sequence: 0, startsAt: '2026-03-31T17:30:00Z' },
	]);
	const rows = invitationsOf(context);
	expect(rows).toMatchObject([{ state: 'sent', sentTo: context.kept[0]!.to, attempts: 1 }, { state: 'sent' }]);
	expect(context.kept.map(({ messageId }) => messageId)).toEqual(rows.map(({ id }) => `${id}@localhost`));
});

test('the words are the local day and times, and name nobody, no programme and no cohort', async () => {
	const { context } = givenInvited();
	await planAndSend(context);
	expect(context.kept[1]).toMatchObject({ subject: 'Group session 2, Tuesday 31 March 2026' });
	expect(context.kept[1]!.text).toContain('Tuesday 31 March 2026, 6:30pm to 8:30pm\nNorthfield Centre');
	expect(JSON.stringify(context.kept)).not.toMatch(/dads|Okafor|Mensah|caring/i);
});

test('a survivor-side session says no place, in the words and in the file', async () => {
	const { context, sessionIds } = givenInvited();
	context.db.update(schema.cohorts).set({ side: 'survivor' }).run();
	await planAndSend(context);
	expect(context.kept).toHaveLength(sessionIds.length);
	expect(JSON.stringify(context.kept)).not.toContain('Northfield');
	expect(context.kept[0]!.text).toContain('8:30pm\n\nYou are on the team');
});

test('a moved session is sent again with its own higher sequence, as a change', async () => {
	const { context, sessionIds } = givenInvited();
	await planAndSend(context);
	context.setNow('2026-03-04T09:00:00Z');
	moveTo(context, sessionIds[1]!, '2026-04-01');
	expect((await planAndSend(context)).invitations).toMatchObject({ sent: 1 });
	expect(context.kept.at(-1)).toMatchObject({
		subject: 'Changed: Group session 2, Wednesday 1 April 2026',
		invitation: { method: 'request', sequence: 1, changedAt: '2026-03-04T09:00:00Z', startsAt: '2026-04-01T17:30:00Z' },
	});
});

test('a cancelled session is taken out once, above its request; undone, it is put in above that', async () => {
	const { context, sessionIds } = givenInvited();
	await planAndSend(context);
	cancel(context, sessionIds[0]!);
	await planAndSend(context);
	await planAndSend(context);
	expect(context.kept.at(-1)).toMatchObject({
		subject: 'Cancelled: Group session 1, Tuesday 24 March 2026',
		invitation: { method: 'cancel', sequence: 1, sessionId: sessionIds[0] },
	});
	change(context, sessionIds[0]!, { state: 'scheduled', stateReason: null });
	await planAndSend(context);
	expect(context.kept.at(-1)).toMatchObject({
		subject: 'Group session 1, Tuesday 24 March 2026',
		invitation: { method: 'request', sequence: 2 },
	});
	expect(statesOf(context, sessionIds[0])).toEqual(['request 0 sent', 'cancel 1 sent', 'request 2 sent']);
});

test('a request that waits and is cancelled vanishes: nothing leaves at all', async () => {
	const { context, sessionIds } = givenInvited({ sessionCount: 1 });
	await planCalendarInvitations(context);
	cancel(context, sessionIds[0]!);
	await planAndSend(context);
	expect(context.kept).toEqual([]);
	expect(invitationsOf(context)).toMatchObject([{ state: 'suppressed', reason: 'session-cancelled' }]);
	change(context, sessionIds[0]!, { state: 'scheduled', stateReason: null });
	await planAndSend(context);
	expect(context.kept.map(({ invitation }) => invitation?.method)).toEqual(['request']);
});

test('a session cancelled while its request is being handed over vanishes too', async () => {
	const { context, sessionIds } = givenInvited({ sessionCount: 1 });
	const counts = await sendCalendarInvitations(before(context, () => cancel(context, sessionIds[0]!)));
	expect(counts).toMatchObject({ sent: 0 });
	expect(context.kept).toEqual([]);
	expect(statesOf(context)).toEqual(['request 0 suppressed']);
});

test('a session moved while its request is being handed over leaves as it is now', async () => {
	const { context, sessionIds } = givenInvited({ sessionCount: 1 });
	let moved = false;
	const moving = before(context, () => {
		if (!moved) moveTo(context, sessionIds[0]!, '2026-03-25');
		moved = true;
	});
	await sendCalendarInvitations(moving);
	await sendCalendarInvitations(context);
	expect(context.kept.map(({ invitation }) => invitation)).toMatchObject([
		{ sequence: 1, startsAt: '2026-03-25T18:30:00Z' },
	]);
	expect(statesOf(context)).toEqual(['request 0 suppressed', 'request 1 sent']);
});

test('whoever leaves the team, or has it taken from them, has what is to come taken out; who joins is invited', async () => {
	const { context, sam, kim, cohortId } = givenInvited();
	await planAndSend(context);
	setCalendarInvitations(context, kim, true);
	context.db.delete(schema.teamMembers).where(eq(schema.teamMembers.staffId, sam.staffId)).run();
	await planAndSend(context);
	const sent = context.kept.slice(2).map(({ to, invitation }) => `${invitation?.method} ${to}`);
	expect(sent.toSorted()).toEqual([
		...[`cancel ${sam.staffId}@example.org`, `cancel ${sam.staffId}@example.org`],
		...[`request ${kim.staffId}@example.org`, `request ${kim.staffId}@example.org`],
	]);
	context.db.insert(schema.teamMembers).values({ cohortId, staffId: sam.staffId, duty: 'co-facilitator' }).run();
	await planAndSend(context);
	expect(context.kept.slice(-2).map(({ invitation }) => `${invitation?.method} ${invitation?.sequence}`)).toEqual([
		'request 2',
		'request 2',
	]);
});

test('turned off, what is to come is taken out and nothing follows; turned on again, it is put in above that', async () => {
	const { context, sam, sessionIds } = givenInvited({ sessionCount: 1 });
	await planAndSend(context);
	setCalendarInvitations(context, sam, false);
	await planAndSend(context);
	moveTo(context, sessionIds[0]!, '2026-03-25');
	await planAndSend(context);
	expect(statesOf(context)).toEqual(['request 0 sent', 'cancel 1 sent']);
	setCalendarInvitations(context, sam, true);
	await planAndSend(context);
	expect(statesOf(context)).toEqual(['request 0 sent', 'cancel 1 sent', 'request 2 sent']);
});

test('nothing leaves to a closed account, nor of sessions that somebody may no longer see', async () => {
	const closed = givenInvited();
	await planCalendarInvitations(closed.context);
	closed.context.db.update(schema.staff).set({ state: 'deactivated' }).run();
	await planAndSend(closed.context);
	expect(closed.context.kept).toEqual([]);
	expect(invitationsOf(closed.context)).toMatchObject([{ reason: 'account-closed' }, { reason: 'account-closed' }]);

	const { context, sam } = givenInvited();
	await planCalendarInvitations(context);
	context.db.delete(schema.staffRoles).where(eq(schema.staffRoles.staffId, sam.staffId)).run();
	await planAndSend(context);
	expect(context.kept).toEqual([]);
	expect(invitationsOf(context)).toMatchObject([{ reason: 'off-the-team' }, { reason: 'off-the-team' }]);
});

test('a change of address while the connection is made sends nothing to the old one', async () => {
	const { context, sam } = givenInvited({ sessionCount: 1 });
	const move = () => {
		context.db.update(schema.staff).set({ email: 'new@example.org' }).where(eq(schema.staff.id, sam.staffId)).run();
	};
	expect(await sendCalendarInvitations(before(context, move))).toMatchObject({ toRetry: 0, sent: 1, heldBack: 1 });
	expect(context.kept.map(({ to }) => to)).toEqual(['new@example.org']);
});

test('a mail server that is busy is left alone for this run and asked again a minute later, with the same message', async () => {
	const { context } = givenInvited();
	context.answerMail({ state: 'failed', retry: true, reason: '451 busy' });
	expect(await sendCalendarInvitations(context)).toMatchObject({ sent: 0, toRetry: 1 });
	expect(invitationsOf(context)).toMatchObject([
		{ state: 'queued', reason: '451 busy', attempts: 1, dueAt: '2026-03-03T18:01:00Z', sentTo: null },
		{ state: 'queued', attempts: 0 },
	]);
	context.answerMail({ state: 'sent' });
	context.setNow('2026-03-03T18:01:00Z');
	expect(await sendCalendarInvitations(context)).toMatchObject({ sent: 2 });
	const [first] = context.kept;
	expect(context.kept.filter(({ messageId }) => messageId === first!.messageId)).toEqual([first, first]);
});

test('what was refused for good has failed, says why, and is not tried again until something changes', async () => {
	const { context, sessionIds } = givenInvited({ sessionCount: 1 });
	context.answerMail({ state: 'failed', retry: false, reason: '550 no such user' });
	expect(await sendCalendarInvitations(context)).toMatchObject({ failed: 1 });
	context.answerMail({ state: 'sent' });
	context.setNow('2026-03-04T18:00:00Z');
	expect(await sendCalendarInvitations(context)).toMatchObject({ sent: 0 });
	expect(invitationsOf(context)).toMatchObject([{ state: 'failed', reason: '550 no such user' }]);
	moveTo(context, sessionIds[0]!, '2026-03-25');
	expect(await sendCalendarInvitations(context)).toMatchObject({ sent: 1 });
});

test('what was handed over without an answer is unknown, is not sent again by itself, and is taken out all the same', async () => {
	const { context, sessionIds } = givenInvited({ sessionCount: 1 });
	context.answerMail({ state: 'unknown', reason: 'Connection closed' });
	expect(await sendCalendarInvitations(context)).toMatchObject({ unknown: 1 });
	context.answerMail({ state: 'sent' });
	for (const later of ['2026-03-03T18:10:00Z', '2026-03-10T09:00:00Z']) {
		context.setNow(later);
		expect(await sendCalendarInvitations(context)).toMatchObject({ sent: 0 });
	}
	expect(statesOf(context)).toEqual(['request 0 unknown']);
	cancel(context, sessionIds[0]!);
	await sendCalendarInvitations(context);
	expect(statesOf(context)).toEqual(['request 0 unknown', 'cancel 1 sent']);
});

test('an invitation that waited until its session began has expired', async () => {
	const { context } = givenInvited({ sessionCount: 1 });
	await planCalendarInvitations(context);
	context.setNow('2026-03-24T18:30:00Z');
	await sendCalendarInvitations(context);
	expect(context.kept).toEqual([]);
	expect(invitationsOf(context)).toMatchObject([{ state: 'expired', reason: 'past-its-use' }]);
});

test('one that somebody took and never sent is sent once after its lease has ended', async () => {
	const { context } = givenInvited({ sessionCount: 1 });
	await planCalendarInvitations(context);
	expect(takeDueInvitation(context)).not.toBeNull();
	expect(await sendCalendarInvitations(context)).toMatchObject({ sent: 0 });
	expect(statesOf(context)).toEqual(['request 0 leased']);
	context.setNow('2026-03-03T18:05:00Z');
	expect(await sendCalendarInvitations(context)).toMatchObject({ sent: 1 });
	expect(invitationsOf(context)).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

test('a cancellation waits until the request that is on its way has an answer', async () => {
	const { context, sessionIds } = givenInvited({ sessionCount: 1 });
	let answer = () => {};
	const send: TestContext['mailer']['send'] = async (mail, ask) => {
		const delivery = await context.mailer.send(mail, ask);
		await new Promise<void>((resolve) => {
			answer = resolve;
		});
		return delivery;
	};
	const sending = sendCalendarInvitations({ ...context, mailer: { ...context.mailer, send } });
	await expect.poll(() => context.kept.length).toBe(1);
	cancel(context, sessionIds[0]!);
	await sendCalendarInvitations(context);
	expect(statesOf(context)).toEqual(['request 0 leased']);
	answer();
	await sending;
	await sendCalendarInvitations(context);
	expect(context.kept.map(({ invitation }) => `${invitation?.method} ${invitation?.sequence}`)).toEqual([
		'request 0',
		'cancel 1',
	]);
});

test('a request that the mail server refuses after its lease had ended does not follow the cancellation', async () => {
	const { context, sessionIds } = givenInvited({ sessionCount: 1 });
	let answer = () => {};
	const send: TestContext['mailer']['send'] = async (mail, ask) => {
		await context.mailer.send(mail, ask);
		await new Promise<void>((resolve) => {
			answer = resolve;
		});
		return { state: 'failed', retry: true, reason: '451 after all' };
	};
	const sending = sendCalendarInvitations({ ...context, mailer: { ...context.mailer, send } });
	await expect.poll(() => context.kept.length).toBe(1);
	context.setNow('2026-03-03T18:06:00Z');
	cancel(context, sessionIds[0]!);
	await sendCalendarInvitations(context);
	answer();
	await sending;
	context.setNow('2026-03-03T18:30:00Z');
	await sendCalendarInvitations(context);
	expect(statesOf(context)).toEqual(['request 0 suppressed', 'cancel 1 sent']);
	expect(context.kept).toHaveLength(2);
});

test('two senders at once send each once', async () => {
	const { context } = givenInvited({ sessionCount: 12 });
	const slow = before(context, () => new Promise((resolve) => setTimeout(resolve)));
	const both = await Promise.all([sendCalendarInvitations(slow), sendCalendarInvitations(slow)]);
	expect(both[0]!.sent + both[1]!.sent).toBe(12);
	expect(both.every(({ sent }) => sent > 0)).toBe(true);
	expect(new Set(context.kept.map(({ messageId }) => messageId)).size).toBe(12);
	expect(context.kept).toHaveLength(12);
});

test('a run sends no more than a hundred, and the next goes on', async () => {
	const { context, areaId, sam } = givenInvited();
	for (let number = 0; number < 6; number += 1) givenCohort(context, { areaId, team: [sam], firstDay: '2026-04-07' });
	expect(await sendCalendarInvitations(context)).toMatchObject({ sent: 100 });
	expect(await sendCalendarInvitations(context)).toMatchObject({ sent: 4 });
});

test('a session that was taken out of the plan altogether is taken out of calendars', async () => {
	const { context, sessionIds } = givenInvited();
	await planAndSend(context);
	context.db.delete(schema.sessionTimes).where(eq(schema.sessionTimes.sessionId, sessionIds[0]!)).run();
	context.db.delete(schema.sessions).where(eq(schema.sessions.id, sessionIds[0]!)).run();
	await planAndSend(context);
	expect(statesOf(context, sessionIds[0])).toEqual(['request 0 sent', 'cancel 1 sent']);
});

test('only who may have a calendar turns it on, and asking twice changes nothing', () => {
	const context = testContext();
	expect(setCalendarInvitations(context, OPERATOR, true)).toMatchObject({ code: 'not-found' });
	const observer = givenStaff(context, { roles: ['observer'] });
	expect(setCalendarInvitations(context, observer, true)).toMatchObject({ code: 'not-found' });
	const sam = givenStaff(context);
	setCalendarInvitations(context, sam, true);
	context.setNow('2026-03-05T18:00:00Z');
	setCalendarInvitations(context, sam, true);
	const since = context.db.select().from(schema.staff).where(eq(schema.staff.id, sam.staffId)).get()!.invitesSince;
	expect(since).toBe('2026-03-03T18:00:00Z');
	expect(listInvitees(context.db, context.clock.now())).toEqual([sam.staffId]);
});
