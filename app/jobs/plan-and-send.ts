import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { sendCalendarInvitations } from '#app/use-cases/calendar/send-calendar-invitations.ts';
import { nudgeStaff } from '#app/use-cases/notices/nudge-staff.ts';
import { sendNotices } from '#app/use-cases/notices/send-notices.ts';
import { type PlannedCounts, planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { type SentCounts, sendDue } from '#app/use-cases/reminders/send-due.ts';

type Counts = PlannedCounts & SentCounts & { readonly notices: SentCounts; readonly invitations: SentCounts };

/**
 * Nudges staff and sends what they are told of, then plans the messages that are wanted now and sends what is due, then the calendar
 * invitations to staff, once. Any number of processes may do so at the same time.
 */
export async function planAndSend(context: AppContext): Promise<Counts> {
	nudgeStaff(context, CLOCK);
	const notices = await sendNotices(context);
	const planned = planReminders(context, CLOCK);
	const sent = await sendDue(context, CLOCK);
	return { ...planned, ...sent, notices, invitations: await sendCalendarInvitations(context) };
}
