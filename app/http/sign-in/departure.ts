import type { Config } from '#app/config.ts';
import { readCookie, setCookie } from './cookies.ts';

const NAME = 'plumbline-departure';
/** Long enough to sign in at the provider, and to find the phone for it. */
const LASTS_SECONDS = 10 * 60;

/** Why a browser left for the provider: to sign in, to link the account that it is signed in to, or to accept an invitation. */
export type Purpose =
	| { readonly for: 'sign-in' }
	| { readonly for: 'link' }
	| { readonly for: 'invitation'; readonly link: string };

type Kept = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly purpose: Purpose };

/**
 * The header by which the browser keeps what its return is held against. Whoever writes another into their own browser
 * gains nothing by it: linking asks who is signed in there, and an invitation for its secret.
 */
export function departureCookie(config: Config, kept: Kept): string {
	return setCookie(config, NAME, Buffer.from(JSON.stringify(kept)).toString('base64url'), LASTS_SECONDS);
}

/** The header that takes it away: a departure is good for one return. */
export function endDepartureCookie(config: Config): string {
	return setCookie(config, NAME, '');
}

/** What the browser left with; null when it never did, or too long ago. */
export function readDeparture(config: Config, request: Request): Kept | null {
	try {
		const kept = JSON.parse(Buffer.from(readCookie(config, NAME, request) ?? '', 'base64url').toString('utf8'));
		const isWhole = [kept.state, kept.nonce, kept.verifier, kept.purpose?.for].every(
			(part) => typeof part === 'string',
		);
		return isWhole ? kept : null;
	} catch {
		return null;
	}
}
