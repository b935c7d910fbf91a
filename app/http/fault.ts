import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler } from 'express';
import pino from 'pino';
import { faultForLog } from '#app/domain/shared/fault-for-log.ts';
import { plainPage } from './plain-page.ts';

const log = pino({ name: 'plumbline' });

type Asked = {
	readonly method: string;
	readonly pathname: string;
	readonly params: Readonly<Record<string, string | undefined>>;
};

/**
 * Writes a fault into the log and hands back the number under which it stands there, for the page. The log has the kind of
 * page and where in the code it failed: never an address, a question, what was sent, or anybody's name.
 */
export function noteFault(fault: unknown, { method, pathname, params }: Asked): string {
	const reference = newReference();
	log.error({ reference, method, route: routeIn(pathname, params), ...faultForLog(fault) }, 'a page failed');
	return reference;
}

/** The kind of page that an address names: `/people/:personId`. What is no plain word of ours is left out. */
export function routeIn(pathname: string, params: Asked['params']): string {
	const named = Object.entries(params).flatMap(([name, value]) => (value ? [[value, `:${name}`] as const] : []));
	if (named.some(([, name]) => name === ':*')) return '/*';
	const parts = pathname.split('/').map((part) => {
		const text = decoded(part);
		const found = named.find(([value]) => text === value || text.startsWith(`${value}.`));
		const plain = found ? found[1] + text.slice(found[0].length) : text;
		return /^(:\w+)?[a-z.-]{0,40}$/.test(plain) ? plain : '?';
	});
	return parts.join('/');
}

/** What goes wrong outside the pages is answered with the same words, and never with a stack. */
export const answerFault: ErrorRequestHandler = (fault, request, response, _next) => {
	// Refused while the page was still reading: that answer is whole, and whatever the page says after it is no fault.
	if (response.writableEnded) return;
	const reference = noteFault(fault, { method: request.method, pathname: request.path, params: { '*': request.path } });
	if (response.headersSent) {
		response.destroy();
		return;
	}
	const sentence = `What you saved before is safe. Go back and try again; if it happens again, tell your administrator the number ${reference}.`;
	response.status(500).type('html').send(plainPage('Sorry, something went wrong', sentence));
};

/** Eight letters and digits that can be read out over the telephone: `k7qf-2m9x`. */
function newReference(): string {
	const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
	const picked = Array.from(randomBytes(8), (byte) => letters[byte % 32]).join('');
	return `${picked.slice(0, 4)}-${picked.slice(4)}`;
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return '?';
	}
}
