import { ImapFlow } from 'imapflow';
import type { BounceReport } from '#app/domain/reminders/bounces.ts';
import { LARGEST_BOUNCE_BYTES, readBounce } from './read-bounce.ts';

/** A folder at a mail server to which comes what came back, and nothing else: what is read there is marked as read. */
export type BounceMailboxSettings = {
	readonly host: string;
	readonly port: number;
	/** TLS from the start; else it is asked for before a password is sent, unless the server is this machine. */
	readonly isSecure: boolean;
	readonly user: string;
	readonly password: string;
	readonly folder: string;
};

/** So many at a time; what is left is read the next time. */
const MOST_AT_ONCE = 200;
const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/**
 * Hands over each report of the folder that nobody has read, the oldest first, and marks each mail as read once `take` has
 * returned, whether it was a report or not; none is ever deleted. A mail that is too large is not fetched. Answers how many
 * were read and how many of them were reports. Throws what `take` throws and whatever is wrong with the mail server; the
 * rest stays unread and is read the next time.
 */
export async function readBounceMailbox(
	settings: BounceMailboxSettings,
	take: (report: BounceReport) => void,
): Promise<{ readonly read: number; readonly reports: number }> {
	const client = connectionTo(settings);
	await client.connect();
	try {
		await client.mailboxOpen(settings.folder);
		const unread = await client.search({ seen: false }, { uid: true });
		if (!unread) throw new Error('the mail server did not say what is unread');
		let reports = 0;
		const now = unread.toSorted((one, other) => one - other).slice(0, MOST_AT_ONCE);
		for (const uid of now) {
			const report = await fetchReport(client, uid);
			if (report) take(report);
			if (report) reports += 1;
			const isMarked = await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
			if (!isMarked) throw new Error('the mail server did not mark a mail as read');
		}
		return { read: now.length, reports };
	} finally {
		await client.logout().catch(() => client.close());
	}
}

async function fetchReport(client: ImapFlow, uid: number): Promise<BounceReport | null> {
	const byUid = { uid: true };
	const found = await client.fetchOne(String(uid), { size: true }, byUid);
	if (!found || found.size === undefined || found.size > LARGEST_BOUNCE_BYTES) return null;
	const whole = await client.fetchOne(
		String(uid),
		{ source: { start: 0, maxLength: LARGEST_BOUNCE_BYTES + 1 } },
		byUid,
	);
	const raw = whole ? whole.source : undefined;
	return raw ? readBounce(raw) : null;
}

function connectionTo({ host, port, isSecure, user, password }: BounceMailboxSettings): ImapFlow {
	const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
	const client = new ImapFlow({
		...{ host, port, secure: isSecure, auth: { user, pass: password }, logger: false, ...TIMEOUTS },
		...(!isSecure && { doSTARTTLS: !isHere }),
	});
	// A connection that breaks makes what waits for it fail; without a listener it would end the process, too.
	client.on('error', () => {});
	return client;
}
