import type { Config } from '#app/config.ts';

const isSecure = ({ publicUrl }: Config) => publicUrl.startsWith('https:');
const fullName = (config: Config, name: string) => (isSecure(config) ? `__Host-${name}` : name);

/** The header that sets a cookie which no script and no other site sees; an empty value takes it away. */
export function setCookie(config: Config, name: string, value: string, maxAgeSeconds: number | null = null): string {
	const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(isSecure(config) ? ['Secure'] : [])];
	if (value === '') attributes.push('Max-Age=0');
	else if (maxAgeSeconds !== null) attributes.push(`Max-Age=${maxAgeSeconds}`);
	return [`${fullName(config, name)}=${value}`, ...attributes].join('; ');
}

/** The value of the request’s cookie; null when there is none. */
export function readCookie(config: Config, name: string, request: Request): string | null {
	const wanted = `${fullName(config, name)}=`;
	const pair = (request.headers.get('Cookie') ?? '').split(/;\s*/).find((part) => part.startsWith(wanted));
	return pair?.slice(wanted.length) || null;
}
