import type { Config } from '#app/config.ts';
import { readCookie, setCookie } from './sign-in/cookies.ts';

const NAME = 'plumbline';

/** The header that sets the cookie; an empty secret takes it away. */
export function signInCookie(config: Config, secret: string): string {
	return setCookie(config, NAME, secret);
}

/** The secret in the request's cookie; null when there is none. */
export function readSignInCookie(config: Config, request: Request): string | null {
	return readCookie(config, NAME, request);
}
