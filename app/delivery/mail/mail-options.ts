import { renderInvitation } from '../calendar/render-invitation.ts';
import type { PreparedMail } from './mailer.ts';

export type Sender = { readonly name: string; readonly address: string };

/** Whether the text holds nothing that a mail server or a header could read as a second recipient or a command. */
export function isOneRecipient(address: string): boolean {
	return /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/.test(address);
}

/**
 * A mail as nodemailer takes it: plain text, one recipient in header and envelope alike, never an address as a string,
 * which a comma would turn into two. A calendar invitation stands beside the text as another way to show the same, and its
 * part names the same method as the file in it. `Auto-Submitted` keeps absence notes from answering.
 */
export function mailOptions({ messageId, to, subject, text, invitation }: PreparedMail, from: Sender) {
	const file = invitation && renderInvitation(invitation, { from, to });
	const contentType = `text/calendar; charset=utf-8; method=${file?.method}`;
	return {
		...(file && { alternatives: [{ contentType, content: file.text }] }),
		from,
		to: { name: '', address: to },
		envelope: { from: from.address, to: [to] },
		messageId: `<${messageId}>`,
		subject,
		text,
		headers: { 'Auto-Submitted': 'auto-generated' },
		disableFileAccess: true,
		disableUrlAccess: true,
	};
}
