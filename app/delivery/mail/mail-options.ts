import type { PreparedMail } from './mailer.ts';

export type Sender = { readonly name: string; readonly address: string };

/** Whether the text holds nothing that a mail server or a header could read as a second recipient or a command. */
export function isOneRecipient(address: string): boolean {
	return /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/.test(address);
}

/**
 * A mail as nodemailer takes it: plain text, one recipient in header and envelope alike, never an address as a string,
 * which a comma would turn into two. `Auto-Submitted` keeps absence notes from answering.
 */
export function mailOptions({ messageId, to, subject, text }: PreparedMail, from: Sender) {
	return {
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
