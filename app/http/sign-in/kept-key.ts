import type { Config } from '#app/config.ts';
import { KEPT_HOURS } from '#app/domain/sign-in/kept-form.ts';
import { readCookie, setCookie } from './cookies.ts';

const NAME = 'plumbline-kept';

/** The header that gives the browser the key to what it typed and could not save. */
export function keptKeyCookie(config: Config, key: string): string {
	return setCookie(config, NAME, key, KEPT_HOURS * 60 * 60);
}

/** The key in the request’s cookie; null when nothing was kept for this browser. */
export function readKeptKey(config: Config, request: Request): string | null {
	return readCookie(config, NAME, request);
}
