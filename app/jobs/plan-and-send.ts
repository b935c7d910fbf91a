import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { type PlannedCounts, planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { type SentCounts, sendDue } from '#app/use-cases/reminders/send-due.ts';

/** Plans what is wanted now and sends what is due, once. Any number of processes may do so at the same time. */
export async function planAndSend(context: AppContext): Promise<PlannedCounts & SentCounts> {
	const planned = planReminders(context, CLOCK);
	return { ...planned, ...(await sendDue(context, CLOCK)) };
}
