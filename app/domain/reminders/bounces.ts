import type { MessageState } from './message-states.ts';

/** What a mail server reports of one recipient of a mail that it could not bring them (RFC 3464 §2.3). */
export type BounceReport = {
	/** The Message-ID of the mail that came back, without its brackets. */
	readonly messageId: string;
	/** The address as it was written to, and as it stood at the end of any forwarding. */
	readonly recipients: readonly string[];
	readonly action: string;
	/** Three numbers with points between them, of which the first tells a lasting failure, 5, from one for now, 4 (RFC 3463). */
	readonly status: string;
};

export const BOUNCE_KINDS = ['for-good', 'for-now'] as const;
export type BounceKind = (typeof BOUNCE_KINDS)[number];

/**
 * Whether a mail came back for good or only this time; null for whatever is no failure, as where the server still tries, or
 * is none that can be read (RFC 3463 §2, RFC 3464 §2.3.3).
 */
export function kindOfBounce({ action, status }: Pick<BounceReport, 'action' | 'status'>): BounceKind | null {
	const [, first] = /^([45])\.\d{1,3}\.\d{1,3}$/.exec(status) ?? [];
	if (action !== 'failed' || !first) return null;
	return first === '5' ? 'for-good' : 'for-now';
}

/** So many messages in a row that came back for now are as one that came back for good. */
export const MOST_FOR_NOW = 3;

/** Whether nothing more is sent by a record: a message came back for good, or the latest ones each came back for now. */
export function isFailing(kind: BounceKind, latest: readonly { readonly cameBack: boolean }[]): boolean {
	if (kind === 'for-good') return true;
	return latest.length >= MOST_FOR_NOW && latest.slice(0, MOST_FOR_NOW).every(({ cameBack }) => cameBack);
}

/** Why a message that had left did not arrive, as the outbox keeps it. */
export type CameBackReason = `came-back-${BounceKind}`;

export const CAME_BACK_SENTENCES: Readonly<Record<CameBackReason, string>> = {
	'came-back-for-good': 'The message left and came back: it did not arrive. Look at how the person is reached.',
	'came-back-for-now':
		'The message left and came back, because their mailbox took nothing for days. Tell the person in another way that is safe.',
};

/** Reads a stored reason; null when it is another. */
export function parseCameBack(text: string | null): CameBackReason | null {
	return text !== null && Object.hasOwn(CAME_BACK_SENTENCES, text) ? (text as CameBackReason) : null;
}

/** What becomes of a message that came back: it did not arrive. Null for one that never left, or of which that is known. */
export function afterBounce(
	{ state }: { readonly state: MessageState },
	kind: BounceKind,
): { readonly state: 'failed'; readonly reason: CameBackReason } | null {
	const hasLeft = state === 'sent' || state === 'unknown' || state === 'leased';
	return hasLeft ? { state: 'failed', reason: `came-back-${kind}` } : null;
}
