import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { sendNotices } from '#app/use-cases/notices/send-notices.ts';
import { type PlannedCounts, planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { type SentCounts, sendDue } from '#app/use-cases/reminders/send-due.ts';

/** Sends what staff are told of, then plans the reminders that are wanted now and sends what is due, once. Any number of processes may do so at the same time. */
export async function planAndSend(context: AppContext): Promise<PlannedCounts & SentCounts & { notices: SentCounts }> {
	const notices = await sendNotices(context);
	const planned = planReminders(context, CLOCK);
	return { ...planned, ...(await sendDue(context, CLOCK)), notices };
}
