import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { CLOCK } from '#app/domain/access/actor.ts';
import { NUDGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { listCallsOfToday } from '#app/use-cases/reminders/calls/calls-of-today.ts';
import { recordCall } from '#app/use-cases/reminders/calls/record-call.ts';
import { planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { takeDueMessage } from '#app/use-cases/reminders/take-message.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenCohort, givenMember } from '#tests/support/world.ts';
import { givenContact, givenOff, outboxOf } from './given.ts';

const HIS = 'adam@example.org';
const HERS = 'bea@example.org';

/** He and she each have a session on Friday 16 January at these times, of which they are reminded the day before. */
function givenOneDay({ his = '18:30', hers = '18:30', related = true } = {}) {
	const context = testContext({ now: '2026-01-12T12:00:00Z' });
	const { areaId, sam, leila, worker, bea } = givenTwoSides(context);
	const at = { areaId, programmeSlug: 'another', firstDay: '2026-01-16', sessionCount: 1 };
	const cohort = givenCohort(context, { ...at, team: [sam], startTime: his });
	const adam = givenMember(context, cohort, { programmeSlug: 'another' });
	const time = sessionTimeAt(calendarDay('2026-01-16'), clockTime(hers), 60)!;
	context.db
		.update(schema.sessions)
		.set(time)
		.where(eq(schema.sessions.day, calendarDay('2026-01-16')))
		.run();
	const herSessions = context.db.select().from(schema.sessions).all();
	const hisTime = sessionTimeAt(calendarDay('2026-01-16'), clockTime(his), 60)!;
	const hisSession = herSessions.find(({ cohortId }) => cohortId === cohort.cohortId)!;
	context.db.update(schema.sessions).set(hisTime).where(eq(schema.sessions.id, hisSession.id)).run();
	if (related) {
		const members = [
			[adam.personId, 'father'],
			[bea.personId, 'mother'],
		] as const;
		givenFamily(context, { areaId, by: worker, members });
	}
	for (const kind of ['joining', ...NUDGE_KINDS] as const) givenOff(context, kind);
	givenContact(context, sam, adam.personId, { address: HIS });
	givenContact(context, leila, bea.personId, { address: HERS }, worker);
	return { context, adam, bea, sam, leila, worker };
}

/** Who was written to when, minute by minute from one moment on. */
async function minuteByMinute(context: TestContext, from: string, minutes: number) {
	const left: Record<string, string> = {};
	for (let minute = 0; minute <= minutes; minute += 1) {
		context.setNow(plusMinutes(from as never, minute));
		const before = context.kept.length;
		await planAndSend(context);
		for (const { to } of context.kept.slice(before)) left[to] ??= context.clock.now();
	}
	return left;
}

test('of two messages for one moment hers waits a quarter of an hour, and his leaves as if there were none', async () => {
	const { context } = givenOneDay();
	expect(await minuteByMinute(context, '2026-01-15T18:00:00Z', 60)).toEqual({
		[HIS]: '2026-01-15T18:30:00Z',
		[HERS]: '2026-01-15T18:45:00Z',
	});
	const alone = givenOneDay({ related: false });
	expect(await minuteByMinute(alone.context, '2026-01-15T18:00:00Z', 60)).toEqual({
		[HIS]: '2026-01-15T18:30:00Z',
		[HERS]: '2026-01-15T18:30:00Z',
	});
});

test.each([
	['18:20', '2026-01-15T18:45:00Z', 'ten minutes before his'],
	['18:15', '2026-01-15T18:15:00Z', 'a whole quarter before his'],
	['18:44', '2026-01-15T18:45:00Z', 'fourteen minutes after his'],
	['18:45', '2026-01-15T18:45:00Z', 'a whole quarter after his'],
])('hers that is wanted at %s leaves at %s: %s', async (hers, leaves) => {
	const { context } = givenOneDay({ hers });
	const left = await minuteByMinute(context, '2026-01-15T18:00:00Z', 60);
	expect(left).toEqual({ [HIS]: '2026-01-15T18:30:00Z', [HERS]: leaves });
});

test('a message to his side that comes up at the last moment is announced a quarter of an hour before, whoever he is', async () => {
	for (const related of [true, false]) {
		const { context, adam, sam } = givenOneDay({ hers: '19:05', related });
		context.db.delete(schema.outbox).run();
		context.setNow('2026-01-15T19:00:00Z');
		givenContact(context, sam, adam.personId, { address: HIS });
		expect(outboxOf(context)).toMatchObject([{ state: 'queued', dueAt: '2026-01-15T19:15:00Z' }]);
		const left = await minuteByMinute(context, '2026-01-15T19:01:00Z', 60);
		expect(left[HIS]).toBe('2026-01-15T19:15:00Z');
		expect(left[HERS]).toBe(related ? '2026-01-15T19:30:00Z' : '2026-01-15T19:05:00Z');
	}
});

test('what is announced keeps its moment when it is planned again', () => {
	const { context, adam } = givenOneDay();
	const ofHim = () => outboxOf(context).find(({ enrolmentId }) => enrolmentId === adam.enrolmentId)!;
	for (const now of ['2026-01-15T18:10:00Z', '2026-01-15T18:20:00Z', '2026-01-15T18:29:00Z']) {
		context.setNow(now);
		planReminders(context, CLOCK);
		expect(ofHim()).toMatchObject({ state: 'queued', dueAt: '2026-01-15T18:30:00Z' });
	}
});

test('his that is called back is announced anew, whoever he is, and hers gives way to its new moment', async () => {
	for (const related of [true, false]) {
		const { context, adam, sam } = givenOneDay({ hers: '18:45', related });
		context.setNow('2026-01-15T18:30:00Z');
		expect(takeDueMessage(context, CLOCK)).toMatchObject({ to: HIS });
		context.setNow('2026-01-15T18:31:00Z');
		givenContact(context, sam, adam.personId, { address: 'his.new@example.org' });
		const left = await minuteByMinute(context, '2026-01-15T18:31:00Z', 60);
		expect(left).toEqual({
			'his.new@example.org': '2026-01-15T18:46:00Z',
			[HERS]: related ? '2026-01-15T19:01:00Z' : '2026-01-15T18:45:00Z',
		});
	}
});

test('while the mail server does not take his, hers leaves only a whole quarter of an hour before he may have it', async () => {
	const { context } = givenOneDay();
	const { mailer } = context;
	const tried: string[] = [];
	const send: typeof mailer.send = async (mail, aboutToHandOver) => {
		context.answerMail(mail.to === HIS ? { state: 'failed', retry: true, reason: '451 busy' } : { state: 'sent' });
		if (mail.to === HIS) tried.push(context.clock.now());
		return mailer.send(mail, aboutToHandOver);
	};
	Object.assign(context, { mailer: { ...mailer, send } });
	const left = await minuteByMinute(context, '2026-01-15T18:00:00Z', 60);
	expect(tried).toEqual(['18:30', '18:31', '18:36', '18:51'].map((time) => `2026-01-15T${time}:00Z`));
	// In the minute in which his is put off for so long, and not a minute later.
	expect(left[HERS]).toBe('2026-01-15T18:36:00Z');
});

test('hers that finds no safe moment apart from his is blocked, and a task says so', async () => {
	const { context, bea, leila, worker } = givenOneDay();
	const hours = { safeFrom: clockTime('18:25'), safeUntil: clockTime('18:40'), safeDays: ['thursday'] as const };
	givenContact(context, leila, bea.personId, { address: HERS, ...hours }, worker);
	const left = await minuteByMinute(context, '2026-01-15T18:00:00Z', 60);
	expect(left).toEqual({ [HIS]: '2026-01-15T18:30:00Z' });
	const ofHer = outboxOf(context).find(({ enrolmentId }) => enrolmentId === bea.enrolmentId)!;
	expect(ofHer).toMatchObject({ state: 'blocked', reason: 'no-safe-hour-left' });
});

test('a call to him that was made keeps hers a quarter of an hour away', async () => {
	const { context, adam, sam } = givenOneDay({ hers: '18:45' });
	givenContact(context, sam, adam.personId, { channel: 'call', address: '+447700900123' });
	context.setNow('2026-01-15T18:40:00Z');
	planReminders(context, CLOCK);
	const [call] = listCallsOfToday(context, sam);
	const said = { outcome: 'not-reached', rungAt: context.clock.now(), note: null } as const;
	const contactId = call!.reach!.contact.id;
	expect(recordCall(context, sam, { id: call!.details.id, ...said, contactId })).toMatchObject({ done: true });
	expect(recordCall(context, sam, { id: call!.details.id, ...said, outcome: 'reached', contactId })).toMatchObject({
		done: true,
	});
	expect(await minuteByMinute(context, '2026-01-15T18:41:00Z', 30)).toEqual({ [HERS]: '2026-01-15T18:55:00Z' });
});

test('texts give way as mails do', async () => {
	const { context, adam, bea, sam, leila, worker } = givenOneDay();
	const left: Record<string, string> = {};
	const texter = {
		send: async ({ to }: { to: string }, mayLeave: () => boolean = () => true) => {
			if (!mayLeave()) return { state: 'failed', retry: true, reason: 'held back' } as const;
			left[to] ??= context.clock.now();
			return { state: 'sent' } as const;
		},
	};
	const texting = { ...context, texter };
	givenContact(texting, sam, adam.personId, { channel: 'text', address: '+447700900123' });
	givenContact(texting, leila, bea.personId, { channel: 'text', address: '+447700900456' }, worker);
	await minuteByMinute(texting, '2026-01-15T18:00:00Z', 60);
	expect(left).toEqual({ '+447700900123': '2026-01-15T18:30:00Z', '+447700900456': '2026-01-15T18:45:00Z' });
	expect(context.kept).toEqual([]);
});
