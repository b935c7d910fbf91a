import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { planAndSend } from '#app/jobs/plan-and-send.ts';
import { markNoticesRead } from '#app/use-cases/notices/mark-notices-read.ts';
import { sendNotices } from '#app/use-cases/notices/send-notices.ts';
import { takeDueNotice } from '#app/use-cases/notices/take-notice.ts';
import { countUnreadNotices, listNotices } from '#db/queries/notices/notices.ts';
import * as schema from '#db/schema/index.ts';
import { givenEmergency, noticesOf, open, REASON } from '../openings/given.ts';

async function givenTold(options: { leads?: number } = {}) {
	const world = await givenEmergency(options);
	await open(world.context, world.coordinator, world.people.man);
	return world;
}
const mailOf = ({ staffId }: { staffId: string }) => `${staffId}@example.org`;

test('two leads get one mail each, however often the clock strikes', async () => {
	const { context, leads } = await givenTold();
	expect(context.kept).toEqual([]);
	// Facilitators hear of their registers as well, each by one mail.
	const isLead = (to: string) => leads.map(mailOf).includes(to);
	await planAndSend(context);
	expect(context.kept.filter(({ to }) => isLead(to))).toHaveLength(2);
	expect((await planAndSend(context)).notices).toMatchObject({ sent: 0 });
	const toLeads = context.kept.map(({ to }) => to).filter((to) => leads.map(mailOf).includes(to));
	expect(toLeads.toSorted()).toEqual(leads.map(mailOf).toSorted());
	const reviews = noticesOf(context).filter(({ kind }) => kind === 'review-waits');
	expect(reviews).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
});

test('the mail says that something waits, and neither who, nor whose, nor why', async () => {
	const { context, people } = await givenTold();
	await sendNotices(context);
	const [mail] = context.kept;
	const words = `${mail!.subject} ${mail!.text}`;
	expect(words).toContain('waits for you');
	expect(words).not.toMatch(/Priya|Dean|Faraway|Kezia|emergency|record|group|Northfield|Eastmoor|dads|http/i);
	for (const telling of [REASON, people.man, 'REF-']) expect(words).not.toContain(telling);
	expect(context.kept[1]).toMatchObject({ subject: mail!.subject, text: mail!.text });
});

test('with one lead the administrator is told too, and sees that a review waits and nothing of it', async () => {
	const { context, leads, administrator } = await givenTold({ leads: 1 });
	await sendNotices(context);
	expect(context.kept.map(({ to }) => to).toSorted()).toEqual([leads[0]!, administrator].map(mailOf).toSorted());
	expect(listNotices(context.db, administrator)).toMatchObject([{ kind: 'review-lacks-lead' }]);
});

test('notices are one’s own: nobody counts, sees or reads those of somebody else', async () => {
	const { context, leads, coordinator, administrator } = await givenTold();
	const [one, other] = leads as [(typeof leads)[0], (typeof leads)[0]];
	expect(countUnreadNotices(context.db, one)).toBe(1);
	expect(countUnreadNotices(context.db, coordinator)).toBe(0);
	expect(listNotices(context.db, administrator)).toEqual([]);
	const own = listNotices(context.db, one).map(({ id }) => id);
	markNoticesRead(context, other, own);
	expect(countUnreadNotices(context.db, one)).toBe(1);
	markNoticesRead(context, one, own);
	expect(countUnreadNotices(context.db, one)).toBe(0);
	expect(countUnreadNotices(context.db, other)).toBe(1);
});

test('no mail leaves for a notice that was read already, nor to an account that was closed', async () => {
	const { context, leads } = await givenTold();
	const [one, other] = leads as [(typeof leads)[0], (typeof leads)[0]];
	markNoticesRead(
		context,
		one,
		listNotices(context.db, one).map(({ id }) => id),
	);
	context.db.update(schema.staff).set({ state: 'deactivated' }).where(eq(schema.staff.id, other.staffId)).run();
	await sendNotices(context);
	expect(context.kept).toEqual([]);
	expect(noticesOf(context).map(({ state, reason }) => [state, reason])).toEqual([
		['suppressed', 'read-before'],
		['suppressed', 'account-closed'],
	]);
});

test('a mail server that is busy is asked again a minute later, and after three days no more', async () => {
	const { context } = await givenTold({ leads: 2 });
	context.answerMail({ state: 'failed', retry: true, reason: '451 busy' });
	expect(await sendNotices(context)).toMatchObject({ toRetry: 2 });
	expect(await sendNotices(context)).toMatchObject({ toRetry: 0 });
	context.setNow('2026-03-03T18:01:00Z');
	context.answerMail({ state: 'sent' });
	expect(await sendNotices(context)).toMatchObject({ sent: 2 });

	const later = await givenTold();
	later.context.setNow('2026-03-06T18:00:00Z');
	later.context.answerMail({ state: 'failed', retry: true, reason: '451 busy' });
	expect(await sendNotices(later.context)).toMatchObject({ failed: 2 });
});

test('what was handed over without an answer is unknown, and is not sent again', async () => {
	const { context } = await givenTold();
	context.answerMail({ state: 'unknown', reason: 'the connection broke' });
	expect(await sendNotices(context)).toMatchObject({ unknown: 2 });
	context.setNow('2026-03-04T18:00:00Z');
	expect(await sendNotices(context)).toMatchObject({ sent: 0, unknown: 0 });
	expect(noticesOf(context)).toMatchObject([{ state: 'unknown' }, { state: 'unknown' }]);
});

test('a notice that somebody holds is nobody else’s until the lease is over', async () => {
	const { context } = await givenTold();
	expect(takeDueNotice(context)).not.toBeNull();
	expect(await sendNotices(context)).toMatchObject({ sent: 1 });
	context.setNow('2026-03-03T18:05:00Z');
	expect(await sendNotices(context)).toMatchObject({ sent: 1 });
	expect(new Set(context.kept.map(({ to }) => to)).size).toBe(2);
});

test('nobody is told of an opening that did not happen', async () => {
	const { context, coordinator, people } = await givenEmergency();
	await open(context, coordinator, people.woman);
	await open(context, coordinator, people.man, { reason: '' });
	expect(noticesOf(context)).toEqual([]);
});
