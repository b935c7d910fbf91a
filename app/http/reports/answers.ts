import { createHash, timingSafeEqual } from 'node:crypto';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { notFound } from '../not-found.ts';

/**
 * Why no report is taken from this request; null where who sends it may be believed. Without a token in the settings nothing
 * is there; otherwise the request has to bring it, and who brings it is always heard, whoever else guesses from there.
 * `disbelieve` keeps that somebody did not, and says whether they have to wait.
 */
export function refuseReport(
	request: Request,
	token: string | null,
	disbelieve: () => Refused<'wrong-token' | 'too-many-attempts'>,
): Response | null {
	if (token === null) return notFound();
	if (bringsToken(request, token)) return null;
	const mustWait = disbelieve().code === 'too-many-attempts';
	return mustWait ? answerReport(429) : answerReport(401, { 'WWW-Authenticate': 'Bearer' });
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
