/**
 * Where a message stands (domain rules §8.3). `blocked`: somebody has to do something first, or it never leaves.
 * `unknown`: the server took it and never answered, so it is never sent again by itself.
 */
export const MESSAGE_STATES = [
	'queued',
	'blocked',
	'leased',
	'sent',
	'failed',
	'unknown',
	'suppressed',
	'expired',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Reads a state from an address or a form; null when it is none of ours. */
export function parseMessageState(text: string): MessageState | null {
	return MESSAGE_STATES.find((state) => state === text) ?? null;
}
