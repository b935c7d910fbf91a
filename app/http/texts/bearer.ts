import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether the request brings this token as its bearer; in a time that tells nothing of how much of it was right. */
export function bringsToken(request: Request, token: string): boolean {
	const [scheme = '', given = ''] = (request.headers.get('authorization') ?? '').split(' ');
	return scheme.toLowerCase() === 'bearer' && timingSafeEqual(digestOf(given), digestOf(token));
}

function digestOf(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
