import { paths } from '#app/paths.ts';

/**
 * The addresses at which another machine, not a page of ours, sends something. None of them looks at a cookie: whoever sends
 * proves themselves by a token. Word for word, so that no other way of writing an address gets past the origin check.
 */
const MACHINE_CALLS: readonly string[] = [paths.mailBounces()];

/** Whether the address is one that another machine sends to. */
export function isMachineCall(path: string): boolean {
	return MACHINE_CALLS.includes(path);
}
