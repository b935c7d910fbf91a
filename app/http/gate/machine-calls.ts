import { paths } from '#app/paths.ts';

/**
 * The addresses at which another machine, not a page of ours, sends something. None of them looks at a cookie: whoever sends
 * proves themselves by a token. Word for word and without a question, so that no other way of writing one gets past the check.
 */
const MACHINE_CALLS: readonly string[] = [paths.textDeliveries(), paths.mailBounces()];

/** Whether the whole address, question included, is one that another machine sends to. */
export function isMachineCall(url: string): boolean {
	return MACHINE_CALLS.includes(url);
}
