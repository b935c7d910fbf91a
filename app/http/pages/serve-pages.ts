import { createReadableStreamFromReadable, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node';
import type { Response as Answer, Request as Asked, RequestHandler } from 'express';
import type { AppContext } from '#app/context.ts';
import { auditedHandler } from '../audit/audited-handler.ts';
import { type RequestContext, requestContext } from '../request-context.ts';
import { countedAddress } from '../sign-in/client-address.ts';

/**
 * Remix behind Express, as @remix-run/express does it, but for one thing: what Remix answers passes the audit trail before
 * a byte of it leaves.
 */
export function servePages(context: AppContext, build: ServerBuild): RequestHandler {
	const handle = auditedHandler(build, process.env.NODE_ENV);
	return async (asked, answer, next) => {
		try {
			const one = requestContext(context, countedAddress(asked.ip));
			one.page = null;
			const response = await handle(requestFrom(asked, answer), one);
			await send(answer, response, pageOf(one, response));
		} catch (fault) {
			next(fault);
		}
	};
}

/** The host in the headers is our own: `ownHost` has seen to it. */
function requestFrom(asked: Asked, answer: Answer): Request {
	const headers = new Headers();
	for (const [name, values] of Object.entries(asked.headers)) {
		for (const value of [values ?? []].flat()) headers.append(name, value);
	}
	const address = `${asked.protocol}://${asked.get('host')}${asked.originalUrl}`;
	// A page is made in one go, so that there is nothing to abort where nothing is read from the visitor.
	if (asked.method === 'GET' || asked.method === 'HEAD') return new Request(address, { method: asked.method, headers });
	const body = { body: createReadableStreamFromReadable(asked), duplex: 'half' as const };
	return new Request(address, { method: asked.method, headers, signal: signalOf(answer), ...body });
}

/** Aborts what is being made once nobody waits for it any more. */
function signalOf(answer: Answer): AbortSignal {
	const controller = new AbortController();
	answer.once('close', () => {
		if (!answer.writableFinished) controller.abort();
	});
	return controller.signal;
}

/** The bytes of the page that this response stands for: a stream of one piece would cost more than the piece. */
function pageOf({ page }: RequestContext, response: Response): Buffer | null {
	return page?.response === response ? page.bytes : null;
}

async function send(answer: Answer, response: Response, page: Buffer | null): Promise<void> {
	answer.status(response.status);
	for (const [name, value] of response.headers) answer.append(name, value);
	if (page) answer.setHeader('Content-Length', page.length).end(page);
	else if (response.body) await writeReadableStreamToWritable(response.body, answer);
	else answer.end();
}
