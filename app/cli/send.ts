import { OPERATOR } from '#app/domain/access/actor.ts';
import { countInWords } from '#app/domain/shared/in-words.ts';
import { sendCalendarInvitations } from '#app/use-cases/calendar/send-calendar-invitations.ts';
import { nudgeStaff } from '#app/use-cases/notices/nudge-staff.ts';
import { sendNotices } from '#app/use-cases/notices/send-notices.ts';
import { type PlannedCounts, planReminders } from '#app/use-cases/reminders/plan-reminders.ts';
import { type SentCounts, sendDue } from '#app/use-cases/reminders/send-due.ts';
import { type Command, EXIT, WrongUse } from './command.ts';
import { readOptions } from './read-options.ts';

const help = `plumbline send [--json]

Plans the messages that are wanted now and sends those that are due, notices and calendar invitations to staff
included, once. It may run beside the server or beside itself: no message leaves twice. Ends with 1 when a mail server refused a message or left it unknown whether one arrived.

--json prints { "made", "changed", "sent", "toRetry", "failed", "unknown", "heldBack", "notices", "invitations" },
with "sent" to "heldBack" in "notices" and in "invitations" for the mails to staff.`;

export const send: Command = {
	name: 'send',
	summary: 'Plan messages and send what is due, once',
	help,
	async run(args, io) {
		const { options, words } = readOptions(args, { json: { type: 'boolean' } });
		if (words.length > 0) throw new WrongUse(`“${words[0]}” is not part of this command.`);
		const context = io.context();
		nudgeStaff(context, OPERATOR);
		const notices = await sendNotices(context);
		const planned = planReminders(context, OPERATOR);
		const sent = await sendDue(context, OPERATOR);
		const invitations = await sendCalendarInvitations(context);
		const counts = { ...planned, ...sent, notices, invitations };
		io.out(options.json ? JSON.stringify(counts) : inSentences(counts, context.config.smtpUrl !== null));
		return [counts, notices, invitations].some(wentWrong) ? EXIT.refused : EXIT.done;
	},
};

function wentWrong({ toRetry, failed, unknown }: SentCounts): boolean {
	return toRetry + failed + unknown > 0;
}

type Counts = PlannedCounts & SentCounts & { readonly notices: SentCounts; readonly invitations: SentCounts };

function inSentences({ notices, invitations, ...counts }: Counts, byMailServer: boolean): string {
	const { made, changed, sent, toRetry, failed, unknown, heldBack } = counts;
	const messages = (count: number) => countInWords(count, 'message');
	const lines = [
		`${messages(made)} planned, ${messages(changed)} changed.`,
		byMailServer
			? `${messages(sent)} sent.`
			: `${messages(sent)} written into the mail folder: no mail server is set up.`,
		toRetry > 0 && `${messages(toRetry)} not taken this time, to be tried again.`,
		failed > 0 && `${messages(failed)} refused for good.`,
		unknown > 0 && `${messages(unknown)} handed over without an answer: look at the outbox.`,
		heldBack > 0 && `${messages(heldBack)} held back at the last moment.`,
		notices.sent > 0 && `${countInWords(notices.sent, 'notice')} to staff sent.`,
		wentWrong(notices) && 'Not every notice to staff left: they see it on their page all the same.',
		invitations.sent > 0 && `${countInWords(invitations.sent, 'calendar invitation')} to staff sent.`,
		wentWrong(invitations) && 'Not every calendar invitation to staff left: they see it under My calendar.',
	];
	return lines.filter(Boolean).join('\n');
}
