import { NUDGE_KINDS } from '../reminders/message-kinds.ts';
import type { MessageState } from '../reminders/message-states.ts';
import { type Instant, plusMinutes } from '../shared/instant.ts';

/** What a member of staff is told of. The words on the page are here; the mail is the same for all and says nothing of it. */
export const NOTICE_KINDS = [
	'review-waits',
	'review-lacks-lead',
	'cover-asked',
	'cover-accepted',
	'cover-declined',
	'cover-withdrawn',
	'own-accreditation-ends',
	'accreditation-ends',
	'task-given',
	'task-overdue',
	'adaptation-decided',
	...NUDGE_KINDS,
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Where the mail about a notice stands, in the words of the outbox. `suppressed`: it was not wanted any more before it left. */
export const NOTICE_STATES = [
	'queued',
	'leased',
	'sent',
	'failed',
	'unknown',
	'suppressed',
] as const satisfies readonly MessageState[];

const MAIL_WITHIN_MINUTES = 3 * 24 * 60;

/** Until when the mail is tried: after three days the notice on the page has to do. */
export function noticeUseBy(now: Instant): Instant {
	return plusMinutes(now, MAIL_WITHIN_MINUTES);
}

/** Why the mail about a notice is not wanted any more; null when it is. */
export function whyNotMailed(notice: { readonly isActive: boolean; readonly readAt: Instant | null }): string | null {
	if (!notice.isActive) return 'account-closed';
	return notice.readAt === null ? null : 'read-before';
}

/** What a notice says on the page. */
export const NOTICE_SENTENCES: Readonly<Record<NoticeKind, string>> = {
	'review-waits': 'A record was opened in an emergency. A lead reviews it.',
	'review-lacks-lead':
		'A review waits, and fewer than two programme leads can close it. Ask a lead to sign in, or make somebody a lead.',
	'cover-asked': 'You are asked to stand in at a session.',
	'cover-accepted': 'Somebody whom you asked for cover accepted.',
	'cover-declined': 'Somebody whom you asked for cover cannot.',
	'cover-withdrawn': 'You are not needed for cover any more at a session for which you were asked.',
	'own-accreditation-ends': 'An accreditation of yours ends soon, or has ended.',
	'accreditation-ends': 'A facilitator’s accreditation ends soon, or has ended.',
	// Given to them, or come to the desk of the programme leads, of whom they are one.
	'task-given': 'A task waits for you.',
	'task-overdue': 'A task is overdue.',
	'adaptation-decided': 'A lead has decided on a change of a session that you proposed.',
	'session-tomorrow': 'A session of yours is soon.',
	'register-overdue': 'The register of a session of yours is not finished.',
	'log-overdue': 'A session of yours has no delivery log yet.',
	'tasks-due': 'Tasks of yours are due today.',
	'week-ahead': 'Your week begins: look at its sessions and at your tasks.',
};
