import type { Config } from '#app/config.ts';

const isSecure = ({ publicUrl }: Config) => publicUrl.startsWith('https:');
const cookieName = (config: Config) => (isSecure(config) ? '__Host-plumbline' : 'plumbline');

/** The header that sets the cookie; an empty secret takes it away. */
export function signInCookie(config: Config, secret: string): string {
	const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(isSecure(config) ? ['Secure'] : [])];
	if (secret === '') attributes.push('Max-Age=0');
	return [`${cookieName(config)}=${secret}`, ...attributes].join('; ');
}

/** The secret in the request's cookie; null when there is none. */
export function readSignInCookie(config: Config, request: Request): string | null {
	const wanted = `${cookieName(config)}=`;
	const pair = (request.headers.get('Cookie') ?? '').split(/;\s*/).find((part) => part.startsWith(wanted));
	return pair?.slice(wanted.length) || null;
}
