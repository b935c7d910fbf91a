import { createHash, timingSafeEqual } from 'node:crypto';
import { notFound } from '../not-found.ts';

/**
 * Why no report is taken from this request; null where who sends it may be believed. Without a token in the settings nothing
 * is there; otherwise the request has to bring it.
 */
export function refuseReport(request: Request, token: string | null): Response | null {
	if (token === null) return notFound();
	return bringsToken(request, token) ? null : answerReport(401, { 'WWW-Authenticate': 'Bearer' });
}

/** Nothing but the status, so that it says no more of what we know. */
export function answerReport(status: number, headers: Readonly<Record<string, string>> = {}): Response {
	return new Response(null, { status, headers });
}

/** In a time that tells nothing of how much of it was right. */
function bringsToken(request: Request, token: string): boolean {
	const [scheme = '', given = ''] = (request.headers.get('authorization') ?? '').split(' ');
	return scheme.toLowerCase() === 'bearer' && timingSafeEqual(digestOf(given), digestOf(token));
}

function digestOf(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
