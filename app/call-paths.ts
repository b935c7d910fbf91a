import type { MessageId } from './domain/shared/ids.ts';
import { type Said, saying } from './said-in-address.ts';

/** Addresses of who is to be rung, and where the service that sends texts reports what became of them. */
export const CALL_PATHS = {
	calls: (said?: Said) => saying('/calls', said),
	call: (id: MessageId) => `/calls/${id}`,
	textDeliveries: () => '/texts/deliveries',
} as const;
