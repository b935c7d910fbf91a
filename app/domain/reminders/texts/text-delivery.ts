import type { MessageState } from '../message-states.ts';

/** How a text ended, as GOV.UK Notify reports it (its documentation, callbacks). */
export const TEXT_DELIVERY_STATES = [
	'delivered',
	'permanent-failure',
	'temporary-failure',
	'technical-failure',
] as const;
export type TextDeliveryState = (typeof TEXT_DELIVERY_STATES)[number];

/** Why a text that had left did not arrive, as the outbox keeps it. */
export type UndeliveredReason = `text-${Exclude<TextDeliveryState, 'delivered'>}`;

export const UNDELIVERED_SENTENCES: Readonly<Record<UndeliveredReason, string>> = {
	'text-permanent-failure':
		'The text left and did not arrive: the number takes none. Check with the person how they are reached.',
	'text-temporary-failure':
		'The text left and did not arrive: the telephone was off or out of reach for days. Tell the person in another way that is safe.',
	'text-technical-failure':
		'The text left and did not arrive, because of a fault between the networks. Tell the person in another way that is safe.',
};

/**
 * What a report makes of a message. What arrived is sent, whatever was thought of it since: it is not sent again. What did
 * not arrive failed, if it had left or nobody knew. Null where nothing changes, and for one that was never handed over.
 */
export function afterReport(
	{ state, attempts }: { readonly state: MessageState; readonly attempts: number },
	reported: TextDeliveryState,
): { readonly state: 'sent' | 'failed'; readonly reason: UndeliveredReason | null } | null {
	if (attempts === 0) return null;
	if (reported === 'delivered') return state === 'sent' ? null : { state: 'sent', reason: null };
	const hasLeft = state === 'sent' || state === 'unknown' || state === 'leased';
	return hasLeft ? { state: 'failed', reason: `text-${reported}` } : null;
}

/** Whether a report says more than the one before: the first stands, but that it arrived after all is believed. */
export function isNews(known: TextDeliveryState | null, reported: TextDeliveryState): boolean {
	return known === null || (known !== 'delivered' && reported === 'delivered');
}
