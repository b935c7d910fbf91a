import PostalMime from 'postal-mime';
import type { BounceReport } from '#app/domain/reminders/bounces.ts';

/** A report holds our own short message at the most, and what a mail server says of it. */
export const LARGEST_BOUNCE_BYTES = 256 * 1024;

/** What is not plain is no report: nothing of it is deep, and its headers are short. */
const LIMITS = {
	maxNestingDepth: 10,
	maxHeadersSize: 64 * 1024,
	forceRfc822Attachments: true,
	attachmentEncoding: 'arraybuffer',
} as const;

/**
 * Reads a delivery status notification (RFC 3464): which of our mails came back, from whom and why. Null for whatever is
 * none: too large, not to be parsed, without a status or without the headers of the mail. Nothing in it is believed beyond
 * that: what is done with it is for whoever knows the mail.
 */
export async function readBounce(raw: Uint8Array): Promise<BounceReport | null> {
	if (raw.byteLength > LARGEST_BOUNCE_BYTES) return null;
	const parts = await partsOf(raw);
	const status = parts.find(({ type }) => type === 'message/delivery-status');
	const original = parts.find(({ type }) => type === 'message/rfc822' || type === 'text/rfc822-headers');
	const [, ...recipients] = status ? fieldGroups(status.text) : [];
	const messageId = original && /^<([^<>\s]{1,200})>$/.exec(fieldsOf(original.text).get('message-id') ?? '')?.[1];
	// Each mail of ours has one recipient: of several, whoever reports does not speak of one.
	const [told, ...others] = recipients;
	if (!messageId || !told || others.length > 0) return null;
	const addresses = ['original-recipient', 'final-recipient'].flatMap((name) => addressIn(told.get(name)));
	const [code = ''] = (told.get('status') ?? '').split(/[\s(]/);
	return { messageId, recipients: addresses, action: (told.get('action') ?? '').toLowerCase(), status: code };
}

async function partsOf(raw: Uint8Array): Promise<readonly { readonly type: string; readonly text: string }[]> {
	try {
		const { attachments } = await PostalMime.parse(raw, LIMITS);
		return attachments.map(({ mimeType, content }) => ({
			type: mimeType.toLowerCase(),
			text: typeof content === 'string' ? content : new TextDecoder('latin1').decode(content),
		}));
	} catch {
		// What cannot be parsed is no report.
		return [];
	}
}

type Fields = ReadonlyMap<string, string>;

/** The groups of fields of a status: the first is of the mail, each other of one recipient. */
function fieldGroups(text: string): readonly Fields[] {
	return text
		.trim()
		.split(/\r?\n[ \t]*\r?\n/)
		.map(fieldsOf)
		.filter(({ size }) => size > 0);
}

/** The fields up to the first empty line, by their names in small letters; of two of one name the first. */
function fieldsOf(text: string): Fields {
	const [head = ''] = text.replace(/^\s+/, '').split(/\r?\n\r?\n/);
	const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
	const found = lines.flatMap((line) => {
		const [, name, value] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? [];
		return name === undefined ? [] : [[name.toLowerCase(), (value ?? '').trim()] as const];
	});
	return new Map(found.reverse());
}

/** “rfc822; alex@example.org”: a kind of address, and the address. */
function addressIn(field: string | undefined): readonly string[] {
	const [, address] = /^(?:rfc822|utf-8)\s*;\s*<?([^<>\s]{1,320})>?$/i.exec(field ?? '') ?? [];
	return address ? [address] : [];
}
