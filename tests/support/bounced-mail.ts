/** A delivery status notification as mail servers write it (RFC 3464), about a mail of ours to one recipient. */
export function bouncedMail({
	messageId,
	recipient,
	status = '5.1.1',
	action = 'failed',
	original = recipient,
	headersOnly = false,
}: {
	readonly messageId: string;
	readonly recipient: string;
	readonly status?: string;
	readonly action?: string;
	readonly original?: string;
	readonly headersOnly?: boolean;
}): string {
	const headers = [`Message-ID: <${messageId}>`, 'From: Team office <office@localhost>', `To: ${original}`];
	return [
		'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
		'To: office@localhost',
		'Subject: Undelivered Mail Returned to Sender',
		'Auto-Submitted: auto-replied',
		'MIME-Version: 1.0',
		'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
		'',
		'This is the mail system at host mx.example.org.',
		'--part',
		'Content-Type: text/plain; charset=us-ascii',
		'',
		'I could not bring your message to somebody.',
		'--part',
		'Content-Type: message/delivery-status',
		'',
		'Reporting-MTA: dns; mx.example.org',
		'Arrival-Date: Mon, 9 Mar 2026 18:30:02 +0000',
		'',
		`Final-Recipient: rfc822; ${recipient}`,
		`Original-Recipient: rfc822;${original}`,
		`Action: ${action}`,
		`Status: ${status}`,
		'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
		'    in a table of recipients',
		'',
		'--part',
		`Content-Type: ${headersOnly ? 'text/rfc822-headers' : 'message/rfc822'}`,
		'',
		...headers,
		...(headersOnly ? [] : ['', 'Hello, see you on Tuesday.']),
		'',
		'--part--',
		'',
	].join('\r\n');
}
